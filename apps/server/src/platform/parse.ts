import type { z } from 'zod';
import { platformErrors } from './errors.js';

/** The input as its type has it; throws BAD_INPUT with the first fault, its path beginning with `path`. */
export function parseInput<T extends z.ZodType>(type: T, value: unknown, ...path: string[]): z.output<T> {
  const read = type.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw platformErrors.BAD_INPUT({ says: issue?.message ?? 'An input is not as it must be.', path: [...path, ...(issue?.path ?? []).map(String)] });
}
