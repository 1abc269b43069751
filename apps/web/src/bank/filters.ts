import type { BankItemFilter, BankItemOrder, ItemState } from '../generated/graphql.js';

/** What the address of a list of questions says. */
export interface BankSearch {
  q?: string | undefined; course?: string | undefined; folder?: string | undefined; state?: StateChoice | undefined; kind?: string | undefined; level?: string | undefined; difficulty?: string | undefined;
  tag?: string | undefined; statement?: string | undefined; author?: string | undefined; findings?: true | undefined; unsound?: true | undefined;
  sort?: BankItemOrder | undefined; order?: 'up' | 'down' | undefined; after?: string | undefined; page?: string | undefined;
}
export const stateChoices = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'RETIRED', 'ALL'] as const;
export type StateChoice = (typeof stateChoices)[number];
export const sorts = ['UPDATED', 'NAME', 'STATE', 'KIND', 'LEVEL', 'DIFFICULTY', 'FINDINGS'] as const satisfies readonly BankItemOrder[];

/** In the address, what an item does not say stands as this word. */
export const none = 'none';
/** Instead of one bank, all of them. */
export const everyBank = 'all';

const inUse: ItemState[] = ['DRAFT', 'IN_REVIEW', 'APPROVED'];
const said = (value: string): string => (value === none ? '' : value);

/** The server's filter for an address. Retired questions are left out unless they are asked for. */
export function filterOf(bank: string, { q, course, folder, state, kind, level, difficulty, tag, statement, author, findings, unsound }: BankSearch): BankItemFilter {
  return {
    ...(bank === everyBank ? {} : { bank }),
    ...(state === 'ALL' ? {} : { states: state === undefined ? inUse : [state] }),
    ...(q === undefined ? {} : { text: q }), ...(course === undefined ? {} : { course }), ...(folder === undefined ? {} : { folder }), ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(level === undefined ? {} : { levels: [said(level)] }), ...(difficulty === undefined ? {} : { difficulties: [said(difficulty)] }),
    ...(tag === undefined ? {} : { tags: [tag] }), ...(statement === undefined ? {} : { statement: said(statement) }), ...(author === undefined ? {} : { author }),
    ...(findings === true ? { findings: true } : {}), ...(unsound === true ? { sound: false } : {}),
  };
}

/** Whether the list is narrowed by something that "Show all" takes away; the folder stays. */
export function isNarrowed({ q, course, state, kind, level, difficulty, tag, statement, author, findings, unsound }: BankSearch): boolean {
  return [q, course, state, kind, level, difficulty, tag, statement, author, findings, unsound].some((value) => value !== undefined);
}

export const unfiltered = { q: undefined, course: undefined, state: undefined, kind: undefined, level: undefined, difficulty: undefined, tag: undefined, statement: undefined, author: undefined, findings: undefined, unsound: undefined, after: undefined, page: undefined } as const;

/** The newest and what has most to mend come first; names and ranks go up. */
export function isDescending({ sort = 'UPDATED', order }: BankSearch): boolean {
  return order === undefined ? sort === 'UPDATED' || sort === 'FINDINGS' : order === 'down';
}
