import type { Choice, Item, KeyOf } from '../../item.js';
import { prose, type Prose, sentencesOf } from './words.js';

export interface ReadOption extends Prose { id: string; path: string; right: boolean }
/** Options that stand beside each other and answer one question, or several (`shared`). */
export interface OptionSet {
  path: string;
  options: readonly ReadOption[];
  right: readonly ReadOption[];
  wrong: readonly ReadOption[];
  /** one list for several questions: what is right for one is wrong for another */
  shared: boolean;
  /** stands within a sentence */
  gap: boolean;
}
/** An item as the rules read it: made once, whatever the kind. */
export interface ItemReading {
  item: Item;
  stem: Prose;
  sentences: readonly string[];
  /** the sentence that asks: the last with a question mark, else the last */
  leadIn: string;
  sets: readonly OptionSet[];
}

export function readItem(item: Item): ItemReading {
  const stem = prose(item.stemHtml);
  const sentences = sentencesOf(stem.text);
  return { item, stem, sentences, leadIn: sentences.findLast((sentence) => sentence.includes('?')) ?? sentences.at(-1) ?? '', sets: setsOf(item) };
}

function setsOf(item: Item): OptionSet[] {
  switch (item.kind) {
    case 'single-choice': return [setOf('options', item.content.options, [item.key.correct])];
    case 'multiple-response': return [setOf('options', item.content.options, item.key.correct)];
    case 'extended-matching': return [setOf('options', item.content.options, Object.values(item.key.answers), { shared: true })];
    case 'matching': return [setOf('targets', item.content.targets, Object.values(item.key.pairs), { shared: true })];
    case 'cloze': return item.content.gaps.map((gap) => setOf(`gaps.${gap.id}`, gap.options, chosenFor(item.key, gap.id), { gap: true }));
    default: return [];
  }
}

function chosenFor(key: KeyOf['cloze'], gap: string): string[] {
  const right = key.gaps[gap];
  return right === undefined ? [] : [right];
}

function setOf(path: string, choices: readonly Choice[], keyed: readonly string[], { shared = false, gap = false } = {}): OptionSet {
  const options = choices.map(({ id, html }) => ({ ...prose(html), id, path: `${path}.${id}`, right: keyed.includes(id) }));
  return { path, options, right: options.filter(({ right }) => right), wrong: options.filter(({ right }) => !right), shared, gap };
}
