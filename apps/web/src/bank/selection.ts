import type { BankItemFilter, BankItemSelection } from '../generated/graphql.js';

/** Which questions of a list are chosen: some by id, or all that fit its filter. */
export interface Chosen { ids: ReadonlySet<string>; all: boolean }
export const noneChosen: Chosen = { ids: new Set(), all: false };

export function withOne({ ids }: Chosen, id: string, chosen: boolean): Chosen {
  const next = new Set(ids);
  if (chosen) next.add(id);
  else next.delete(id);
  return { ids: next, all: false };
}

/** Chooses or leaves a page of the list as a whole. */
export function withPage({ ids }: Chosen, page: readonly string[], chosen: boolean): Chosen {
  return { ids: chosen ? new Set([...ids, ...page]) : new Set([...ids].filter((id) => !page.includes(id))), all: false };
}

export function selectionOf({ ids, all }: Chosen, filter: BankItemFilter): BankItemSelection {
  return all ? { filter } : { items: [...ids] };
}
