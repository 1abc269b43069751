/**
 * `npm test` plays each standard and each structure once; `npm run test:all` plays every one of them in every way.
 * What is left to the longer run differs from what is played on every change in numbers and identifiers alone.
 */
export const playsAll = process.env['TEST_ALL'] === '1';

/** All of these in the long run, the first few on each change. */
export function some<T>(first: readonly T[], rest: readonly T[]): T[] {
  return playsAll ? [...first, ...rest] : [...first];
}
