import type { AnswerToGradeFragment } from '../generated/graphql.js';
import { maxScoreOf } from './stem.js';

/** What the levels chosen so far earn, in the question's points: "3 of 4". The server computes what counts. */
export function pointsOf({ rubric, item }: Pick<AnswerToGradeFragment, 'rubric' | 'item'>, levels: Readonly<Record<string, number>>): string {
  const most = rubric.reduce((sum, criterion) => sum + Math.max(0, ...criterion.levels.map(({ points }) => points)), 0);
  const earned = rubric.reduce((sum, { id, levels: known }) => sum + (known[levels[id] ?? -1]?.points ?? 0), 0);
  const max = maxScoreOf(item) ?? most;
  const chosen = rubric.some(({ id }) => levels[id] !== undefined);
  return `${chosen ? rounded(most > 0 ? (earned / most) * max : 0) : '–'} of ${rounded(max)}`;
}

/** The levels of a mark, out of JSON. */
export function readLevels(levels: unknown): Record<string, number> {
  if (typeof levels !== 'object' || levels === null) return {};
  return Object.fromEntries(Object.entries(levels).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

/** Points with at most two decimals. */
export const rounded = (points: number): string => String(Math.round(points * 100) / 100);
