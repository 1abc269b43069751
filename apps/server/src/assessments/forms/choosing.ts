import { breaches, type BuiltForm, expectedFacility, fitsCriteria } from '@preceptor/assessment/forms';
import type { PlanRow } from '../assessments.entity.js';
import type { Candidate } from './candidates.service.js';

/** Where an item is looked for by hand: a section of a form; `instead`: the item that it takes the place of. */
export interface Place { form: string; section: string; instead: string | null; text: string }
/** So many of the likeliest are tried against the whole blueprint. */
const mostTried = 60;

/** Items for a place of a form, the likeliest first: those with which the forms keep no less of the blueprint, then the likest in difficulty, then those used least. */
export function choicesFor({ blueprint, wish }: Pick<PlanRow, 'blueprint' | 'wish'>, forms: readonly BuiltForm[], items: readonly Candidate[], { form, section, instead, text }: Place): Candidate[] {
  const of = blueprint.sections.find(({ id }) => id === section)?.of ?? {};
  const there = new Set(forms.find(({ id }) => id === form)?.sections.flatMap((own) => own.items));
  const replaced = items.find(({ id }) => id === instead);
  const words = text.trim().toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  const distance = (item: Candidate) => (replaced === undefined ? 0 : Math.abs(expectedFacility(item) - expectedFacility(replaced)) + (item.level === replaced.level ? 0 : 0.1));
  const sorted = items
    .filter((item) => !item.retired && !there.has(item.id) && fitsCriteria(item, of) && words.every((word) => `${item.name} ${item.stem} ${item.tags.join(' ')}`.toLocaleLowerCase().includes(word)))
    .toSorted((a, b) => distance(a) - distance(b) || a.uses - b.uses || a.answers - b.answers || (a.name < b.name ? -1 : 1));
  const broken = (item: Candidate) => breaches(blueprint, withItem(forms, { form, section, instead }, item.id), items, wish).length;
  const tried = sorted.slice(0, mostTried).map((item) => ({ item, broken: broken(item) }));
  return [...tried.toSorted((a, b) => a.broken - b.broken).map(({ item }) => item), ...sorted.slice(mostTried)];
}

/** The forms with an item in the place of another, or as one more. */
function withItem(forms: readonly BuiltForm[], { form, section, instead }: Omit<Place, 'text'>, item: string): BuiltForm[] {
  return forms.map((one) => (one.id !== form ? one : {
    ...one, sections: one.sections.map((own) => (own.id !== section ? own : { ...own, items: instead === null ? [...own.items, item] : own.items.map((id) => (id === instead ? item : id)) })),
  }));
}
