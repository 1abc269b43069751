import type { ItemNumbersQuery } from '../generated/graphql.js';

export type ItemInTest = ItemNumbersQuery['itemAnalyses'][number];
export type AnalysedItem = ItemInTest['analysis'];
export type Option = AnalysedItem['options'][number];
/** More lines than this can't be told apart. */
export const mostDrawn = 6;

/** What the parts of the learners are called, the weakest first. */
export function groupNames(count: number): string[] {
  if (count === 3) return ['weakest third', 'middle', 'strongest third'];
  return count === 5 ? ['weakest fifth', '2nd', '3rd', '4th', 'strongest fifth'] : [];
}

/** The letter that sentences call an option by ("B" of 'B “Option b”'), or its number. */
export function shortName({ name }: Pick<Option, 'name'>, at: number): string {
  return /^([A-Z]) “/.exec(name)?.[1] ?? String(at + 1);
}
