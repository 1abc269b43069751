import { idsOf } from '../answer.js';

/** A stored answer as sets of ids by place; empty where it is not one. */
export function setsOf(value: unknown): Record<string, string[]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([id, ids]) => [id, idsOf(ids)]));
}

/** The sets with one choice made or taken back; a set that takes one loses what was there, an empty set is none. */
export function withChoice(sets: Record<string, string[]>, place: string, choice: string, on: boolean, several: boolean): Record<string, string[]> {
  const others = (sets[place] ?? []).filter((each) => each !== choice);
  const next = on ? (several ? [...others, choice] : [choice]) : others;
  const { [place]: _before, ...rest } = sets;
  return next.length === 0 ? rest : { ...rest, [place]: next };
}
