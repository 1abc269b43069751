import type { VersionItemsQuery, VersionStatementsQuery } from '../generated/graphql.js';

type Version = NonNullable<VersionItemsQuery['courseVersion']>;
export type Statistics = Version['itemStatistics']['edges'][number]['node'];
export type Statement = NonNullable<VersionStatementsQuery['courseVersion']>['statements'][number];

/** Fewer answers than this say nothing about an item. */
const enough = 8;
/** From here on it says something that nobody was wrong, or that nobody chose an option. */
const many = 24;

/** Why an item needs a look, in a sentence each; empty where nothing speaks against it. */
export function itemFindings({ answered, facility, options, item }: Statistics): string[] {
  if (answered < enough || facility === null) return [];
  const found: string[] = [];
  if (facility < 0.3) found.push(`Only ${Math.round(facility * 100)} % were right: is the key right, and was it taught?`);
  if (facility > 0.97 && answered >= many) found.push('Nobody misses it: it tells no one apart.');
  const right = options.filter((option) => option.correct);
  const wrong = options.filter((option) => !option.correct);
  if (item.kind === 'single-choice' && right.length === 1) {
    const best = right[0]?.count ?? 0;
    const rival = wrong.find((option) => option.count > best);
    if (rival !== undefined) found.push(`More chose “${rival.label}” than the right option.`);
    const idle = wrong.filter((option) => option.count === 0);
    if (answered >= many && idle.length > 0) found.push(idle.length === 1 ? `Nobody chose “${idle[0]?.label ?? ''}”.` : `Nobody chose ${idle.length} of the options.`);
  }
  return found;
}

export interface Gaps { untaught: Statement[]; unasked: Statement[] }

/** Statements that no lesson teaches, and those that no item asks. */
export function gapsOf(statements: readonly Statement[]): Gaps {
  return {
    untaught: statements.filter((statement) => statement.lessons.length === 0),
    unasked: statements.filter((statement) => statement.items.length === 0),
  };
}

export function isGap(statement: Statement): boolean {
  return statement.lessons.length === 0 || statement.items.length === 0;
}
