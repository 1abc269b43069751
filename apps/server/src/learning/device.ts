import { platformErrors } from '../platform/errors.js';
import { isId } from '../platform/ids.js';

/** The device that a client names; null: it names none. */
export function deviceOf(given: string | null | undefined): string | null {
  if (given === null || given === undefined) return null;
  if (!isId(given)) throw platformErrors.BAD_INPUT({ says: 'A device is named by a UUID in lower case that its client keeps.', path: ['device'] });
  return given;
}
