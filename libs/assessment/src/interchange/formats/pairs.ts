import type { Asked } from '../contract.js';
import type { Choice, Feedback, ItemOf } from '../../item.js';
import { choiceIdsFor } from '../text/ids.js';

/** The kinds in which each place takes one choice of one list, seen alike. */
export type PairsItem = ItemOf<'matching'> | ItemOf<'categorising'> | ItemOf<'extended-matching'>;
export interface Pairs { places: Choice[]; choices: Choice[]; key: Readonly<Record<string, string>> }

export function pairsOf(item: PairsItem): Pairs {
  switch (item.kind) {
    case 'matching': return { places: item.content.premises, choices: item.content.targets, key: item.key.pairs };
    case 'categorising': return { places: item.content.elements, choices: item.content.categories, key: item.key.placement };
    case 'extended-matching': return { places: item.content.questions.map(({ id, stemHtml }) => ({ id, html: stemHtml })), choices: item.content.options, key: item.key.answers };
  }
}

/** The other way; what is neither of the other two kinds is matching. */
export function askedPairs(kind: string | undefined, { places, choices, key }: Pairs): Asked {
  const pairs = { ...key };
  if (kind === 'categorising') return { kind, content: { elements: places, categories: choices }, key: { placement: pairs } };
  if (kind === 'extended-matching') return { kind, content: { questions: places.map(({ id, html }) => ({ id, stemHtml: html })), options: choices }, key: { answers: pairs } };
  return { kind: 'matching', content: { premises: places, targets: choices }, key: { pairs } };
}

/** Pairs of a place and the words of its choice, as formats without ids write them. Choices with no place of their own come with `''`. */
export function pairsOfWords(written: readonly { place: string; choice: string; id?: string | undefined }[], ids: { places?: readonly string[] | undefined; choices?: readonly string[] | undefined; order?: readonly string[] | undefined }): Pairs {
  const rows = written.filter(({ place }) => place !== '');
  const words = [...new Set(written.map(({ choice }) => choice))];
  const placeIds = choiceIdsFor(rows.map((_, index) => ids.places?.[index])).ids;
  const choiceIds = choiceIdsFor(words.map((_, index) => ids.choices?.[index])).ids;
  const choices = words.map((html, index) => ({ id: choiceIds[index] ?? '', html }));
  const order = ids.order;
  if (order !== undefined) choices.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  const key = Object.fromEntries(rows.map(({ choice }, index) => [placeIds[index] ?? '', choiceIds[words.indexOf(choice)] ?? '']));
  return { places: rows.map(({ place }, index) => ({ id: placeIds[index] ?? '', html: place })), choices, key };
}

/** The feedback by choice, undefined where none is said. */
export function byChoice(entries: readonly (readonly [string, string | undefined])[]): Pick<Feedback, 'byChoice'> {
  const said = entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined && entry[1] !== '');
  return said.length === 0 ? {} : { byChoice: Object.fromEntries(said) };
}
