import type { FormInput, FormsFragment } from '../generated/graphql.js';

type Form = FormsFragment['forms'][number];
export interface Place { form: string; section: string }

/** The forms as they are sent, after a change of one section's items. */
export function changed(forms: readonly Form[], { form, section }: Place, change: (items: { id: string; locked: boolean }[]) => { id: string; locked: boolean }[]): FormInput[] {
  return forms.map(({ id, sections }) => ({
    id, sections: sections.map((own) => {
      const items = own.items.map(({ item, locked }) => ({ id: item.id, locked }));
      return { id: own.id, items: id === form && own.id === section ? change(items) : items };
    }),
  }));
}

/** The same with one item in another's place, or as one more. */
export const withItem = (forms: readonly Form[], place: Place, instead: string | null, item: string): FormInput[] =>
  changed(forms, place, (items) => (instead === null ? [...items, { id: item, locked: true }] : items.map((one) => (one.id === instead ? { id: item, locked: true } : one))));

/** In how many of the forms each item stands. */
export function timesUsed(forms: readonly Form[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { item } of forms.flatMap(({ sections }) => sections.flatMap(({ items }) => items))) times.set(item.id, (times.get(item.id) ?? 0) + 1);
  return times;
}
