import type { Item } from '@preceptor/assessment';
import { plain } from '../answers/inWords.js';

export interface KeyOption { id: string; label: string }
/** One thing to be said about a key. `one`: a choice; `several`: any of them; `number`; `lines`: a text a line. */
export interface KeyPart { id: string; label: string; input: 'one' | 'several' | 'number' | 'lines'; options: KeyOption[]; chosen: string[] }

/** What a key consists of, with what holds now; null: a kind whose key is not changed under attempts that are done. `text`: HTML in words. */
export function partsOf(item: Item, text: (html: string) => string = plain): KeyPart[] | null {
  const named = (choices: readonly { id: string; html: string }[]): KeyOption[] => choices.map(({ id, html }) => ({ id, label: text(html) }));
  const areas = (regions: readonly { id: string; label: string }[]): KeyOption[] => regions.map(({ id, label }) => ({ id, label }));
  const each = (slots: KeyOption[], options: (slot: string) => KeyOption[], key: Readonly<Record<string, string>>): KeyPart[] =>
    slots.map(({ id, label }) => ({ id, label, input: 'one', options: options(id), chosen: [key[id] ?? ''] }));
  const some = (slots: KeyOption[], options: (slot: string) => KeyOption[], key: Readonly<Record<string, string[]>>): KeyPart[] =>
    slots.map(({ id, label }) => ({ id, label, input: 'several', options: options(id), chosen: key[id] ?? [] }));
  const places = (order: readonly string[], options: KeyOption[]): KeyPart[] => order.map((id, at) => ({ id: String(at), label: `Place ${at + 1}`, input: 'one', options, chosen: [id] }));
  const single = (input: KeyPart['input'], label: string, options: KeyOption[], chosen: string[]): KeyPart => ({ id: input, label, input, options, chosen });
  const figures = ({ value, tolerance }: { value: number; tolerance: number }): KeyPart[] => [{ ...single('number', 'Right answer', [], [String(value)]), id: 'value' }, { ...single('number', 'Tolerance', [], [String(tolerance)]), id: 'tolerance' }];
  switch (item.kind) {
    case 'single-choice': return [single('one', 'Right option', named(item.content.options), [item.key.correct])];
    case 'true-false': return [single('one', 'Right answer', [{ id: 'true', label: 'True' }, { id: 'false', label: 'False' }], [String(item.key.correct)])];
    case 'multiple-response': return [single('several', 'Right options', named(item.content.options), item.key.correct)];
    case 'hotspot': return [single('several', 'Right areas', areas(item.content.regions), item.key.correct)];
    case 'matching': return each(named(item.content.premises), () => named(item.content.targets), item.key.pairs);
    case 'categorising': return each(named(item.content.elements), () => named(item.content.categories), item.key.placement);
    case 'cloze': return each(item.content.gaps.map(({ id }, at) => ({ id, label: `Gap ${at + 1}` })), (gap) => named(item.content.gaps.find(({ id }) => id === gap)?.options ?? []), item.key.gaps);
    case 'extended-matching': return each(item.content.questions.map(({ id, stemHtml }) => ({ id, label: text(stemHtml) })), () => named(item.content.options), item.key.answers);
    case 'graphic-gap-match': return each(areas(item.content.regions), () => named(item.content.labels), item.key.placement);
    case 'matrix': return some(named(item.content.rows), () => named(item.content.columns), item.key.answers);
    case 'passage': return some(item.content.questions.map(({ id, stemHtml }) => ({ id, label: text(stemHtml) })), (question) => named(item.content.questions.find(({ id }) => id === question)?.options ?? []), item.key.answers);
    case 'ordering': return places(item.key.order, named(item.content.elements));
    case 'graphic-order': return places(item.key.order, areas(item.content.regions));
    case 'numeric': case 'slider': return figures(item.key);
    case 'fill-in': return [single('lines', 'Accepted answers, one a line', [], item.key.accept.flatMap((one) => ('text' in one ? [one.text] : [])))];
    case 'long-text': case 'upload': case 'script-concordance': case 'branching-case': return null;
  }
}

/** The key that the parts make, as libs/assessment has it for the item's kind; the server says what does not fit. */
export function keyOf(item: Item, parts: readonly KeyPart[]): unknown {
  const first = parts[0]?.chosen ?? [];
  const ones = Object.fromEntries(parts.map(({ id, chosen }) => [id, chosen[0] ?? '']));
  switch (item.kind) {
    case 'single-choice': return { correct: first[0] ?? '' };
    case 'true-false': return { correct: first[0] === 'true' };
    case 'multiple-response': case 'hotspot': return { ...item.key, correct: first };
    case 'matching': return { pairs: ones };
    case 'categorising': case 'graphic-gap-match': return { placement: ones };
    case 'cloze': return { gaps: ones };
    case 'extended-matching': return { answers: ones };
    case 'matrix': case 'passage': return { answers: Object.fromEntries(parts.map(({ id, chosen }) => [id, chosen])) };
    case 'ordering': case 'graphic-order': return { ...item.key, order: parts.map(({ chosen }) => chosen[0] ?? '') };
    case 'numeric': case 'slider': return { ...item.key, value: Number(ones['value']), tolerance: Number(ones['tolerance']) };
    case 'fill-in': return { ...item.key, accept: [...first.filter((line) => line.trim() !== '').map((line) => ({ text: line.trim() })), ...item.key.accept.filter((one) => 'pattern' in one)] };
    case 'long-text': case 'upload': case 'script-concordance': case 'branching-case': return item.key;
  }
}

/** A key in words, a line for each part. */
export function keyInWords(item: Item, text: (html: string) => string = plain): string[] {
  const parts = partsOf(item, text) ?? [];
  return parts.map(({ label, options, chosen }) => {
    const said = chosen.map((id) => options.find((option) => option.id === id)?.label ?? id).join(', ');
    return parts.length === 1 ? said : `${label}: ${said}`;
  });
}

/** An Item with its key that came as JSON from the server; null for anything else. */
export function readItem(value: unknown): Item | null { return isItem(value) ? value : null; }
const record = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isItem = (value: unknown): value is Item => record(value) && typeof value['kind'] === 'string' && typeof value['stemHtml'] === 'string' && record(value['content']) && record(value['key']);

/** The item with another key in place of its own. */
export const withKey = (item: Item, key: unknown): Item => readItem({ ...item, key }) ?? item;
