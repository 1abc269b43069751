import type { Assessment, FixedForm, Section } from './item.js';
import { randomFrom } from './random.js';

/** The form that a seed gives out of those that an assessment has, by id; null: it has none, its items are drawn. */
export function formFor(forms: readonly { id: string }[] | undefined, seed: string): string | null {
  return forms === undefined || forms.length === 0 ? null : forms[randomFrom(`${seed}/form`).below(forms.length)]?.id ?? null;
}

/**
 * A seed for the next attempt: the first of those that `next` gives whose form stood in the fewest of the `earlier`
 * attempts (their forms' ids), so that nobody meets a form again before she has met all. Where there is one form or
 * none, the first.
 */
export function seedOfFreshForm(forms: readonly { id: string }[] | undefined, earlier: readonly string[], next: () => string): string {
  const first = next();
  if (forms === undefined || forms.length < 2) return first;
  const times = (id: string | null) => earlier.filter((one) => one === id).length;
  const fewest = Math.min(...forms.map(({ id }) => times(id)));
  let seed = first;
  for (let tries = 0; times(formFor(forms, seed)) > fewest && tries < 500; tries++) seed = next();
  return seed;
}

/** The sections of one fixed form: they list its items and draw nothing. */
export function sectionsOfForm(assessment: Assessment, form: FixedForm): Section[] {
  return assessment.sections.map(({ id, title, shuffle }) => ({ id, title, shuffle, items: form.sections.find((section) => section.id === id)?.items ?? [] }));
}

/** Every item that an assessment names, in its sections or its forms; what it draws from banks comes besides. */
export function namedItems({ sections, forms = [] }: Pick<Assessment, 'sections' | 'forms'>): string[] {
  return [...new Set([...sections, ...forms.flatMap((form) => form.sections)].flatMap(({ items = [] }) => items))];
}

/** How many items one form has. */
export function itemsInForm({ sections, forms = [] }: Pick<Assessment, 'sections' | 'forms'>): number {
  const [form] = forms;
  if (form !== undefined) return form.sections.reduce((sum, { items }) => sum + items.length, 0);
  return sections.reduce((sum, { items = [], draw = [] }) => sum + items.length + draw.reduce((drawn, { count }) => drawn + count, 0), 0);
}
