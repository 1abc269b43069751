import { platformErrors } from './errors.js';

/** The value, where there is one; NOT_FOUND where a service answered null. */
export function found<T>(value: T | null): T {
  if (value === null) throw platformErrors.NOT_FOUND();
  return value;
}
