import type { SettingsFragment, UpdateCohortInput } from '../../generated/graphql.js';

/** What is typed: as texts, so that nothing is lost however wrong it is. */
export interface Draft { name: string; startsOn: string; endsOn: string; timeZone: string; capacity: string; price: string; discussionUrl: string; fills: string; facilitators: Person[] }
export interface Person { id: string; name: string }
export type Field = keyof Draft;
export const fields = ['name', 'startsOn', 'endsOn', 'timeZone', 'capacity', 'price', 'discussionUrl', 'fills', 'facilitators'] as const satisfies Field[];

export function draftOf(cohort: SettingsFragment): Draft {
  return {
    name: cohort.name, startsOn: cohort.startsOn ?? '', endsOn: cohort.endsOn ?? '', timeZone: cohort.timeZone, capacity: cohort.capacity === null ? '' : String(cohort.capacity),
    price: cohort.price ?? '', discussionUrl: cohort.discussionUrl ?? '', fills: cohort.fills, facilitators: cohort.facilitators.map(({ id, name }) => ({ id, name })),
  };
}

/** A setting in words. */
export function said(draft: Draft, field: Field): string {
  const value = draft[field];
  return typeof value === 'string' ? value : value.map(({ name }) => name).toSorted().join(', ');
}
const same = (a: Draft, b: Draft, field: Field): boolean => (field === 'facilitators' ? ids(a) === ids(b) : a[field] === b[field]);
const ids = ({ facilitators }: Draft): string => facilitators.map(({ id }) => id).toSorted().join();

/** What another saved meanwhile, put under what was typed: a field that was not touched becomes theirs, a touched one stays. */
export function rebased(mine: Draft, seen: Draft, theirs: Draft): Draft {
  return { ...theirs, ...Object.fromEntries(fields.filter((field) => !same(mine, seen, field)).map((field) => [field, mine[field]])) };
}

/** Fields that both changed, and to other values: theirs, in words. */
export function contested(mine: Draft, seen: Draft, theirs: Draft): Partial<Record<Field, string>> {
  return Object.fromEntries(fields.filter((field) => !same(seen, theirs, field) && !same(mine, theirs, field)).map((field) => [field, said(theirs, field)]));
}

/** What is to be saved: the fields that are other than they are stored. */
export function inputOf(draft: Draft, stored: Draft): UpdateCohortInput {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const all = {
    name: draft.name, startsOn: orNull(draft.startsOn), endsOn: orNull(draft.endsOn), timeZone: draft.timeZone, capacity: orNull(draft.capacity) === null ? null : Number(draft.capacity),
    price: orNull(draft.price), discussionUrl: orNull(draft.discussionUrl), fills: draft.fills, facilitators: draft.facilitators.map(({ id }) => id),
  };
  return Object.fromEntries(fields.filter((field) => !same(draft, stored, field)).map((field) => [field, all[field]]));
}

/** Why what is typed as the number of places is none; null: it is one, or empty. */
export function capacityFault(text: string): string | null {
  return text.trim() === '' || /^[1-9]\d{0,3}$/.test(text.trim()) ? null : 'Places are a whole number from 1 to 5,000; leave it empty for no limit.';
}
