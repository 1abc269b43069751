import type { CoverageQuery } from '../generated/graphql.js';

export type CoveredUnit = CoverageQuery['statementCoverage'][number];
export type Covered = CoveredUnit['statements'][number];
export type Shade = 'none' | 'few' | 'some' | 'well' | 'many';

/** Levels as columns; the last stands for questions that say none. */
export const levelColumns = [{ level: 'recall', label: 'Recall' }, { level: 'application', label: 'Application' }, { level: 'judgement', label: 'Judgement' }, { level: '', label: 'None said' }] as const;

/** How many questions on one statement are too many: three times what is common in the course, and no fewer than six. */
export function mostOf(units: readonly CoveredUnit[]): number {
  const asked = units.flatMap(({ statements }) => statements.map(({ items }) => items)).filter((items) => items > 0).sort((a, b) => a - b);
  const median = asked[Math.floor(asked.length / 2)] ?? 0;
  return Math.max(6, 3 * median);
}

/** How dark a cell is. `most`: from more than this on it is too many. */
export function shadeOf(items: number, most: number): Shade {
  if (items === 0) return 'none';
  if (items > most) return 'many';
  return items === 1 ? 'few' : items <= 3 ? 'some' : 'well';
}

/** The statements that a view shows. */
export function shownStatements(statements: readonly Covered[], show: 'missing' | 'many' | undefined, most: number): Covered[] {
  return statements.filter(({ items }) => show === undefined || (show === 'missing' ? items === 0 : items > most));
}
