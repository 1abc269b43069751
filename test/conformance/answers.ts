import type { Item } from '@preceptor/assessment';

/** What a learner does to answer an item, in the terms of its kind. */
export type Answer =
  | { chosen: string[] }
  | { order: string[] }
  /** row or gap id -> option id */
  | { pairs: Record<string, string> }
  | { text: string; unit?: string };

/** The right answer, read off the key as someone would who knows the subject. */
export function rightAnswer(item: Item): Answer {
  switch (item.kind) {
    case 'single-choice':
      return { chosen: [item.key.correct] };
    case 'multiple-response':
    case 'hotspot':
      return { chosen: item.key.correct };
    case 'true-false':
      return { chosen: [String(item.key.correct)] };
    case 'matching':
      return { pairs: item.key.pairs };
    case 'ordering':
      return { order: item.key.order };
    case 'categorising':
      return { pairs: item.key.placement };
    case 'fill-in': {
      const plain = item.key.accept.find((accepted): accepted is { text: string } => 'text' in accepted);
      if (plain === undefined) throw new Error(`${item.id} accepts patterns only: a test can't know a word that fits`);
      return { text: plain.text };
    }
    case 'numeric':
      return { text: String(item.key.value), ...(item.key.unit === undefined ? {} : { unit: item.key.unit }) };
    case 'cloze':
      return { pairs: item.key.gaps };
    case 'extended-matching':
      return { pairs: item.key.answers };
    case 'long-text':
      return { text: Array.from({ length: Math.min(item.content.maxWords, Math.max(item.content.minWords ?? 0, 12)) }, (_, index) => `word${index}`).join(' ') };
  }
}

/** An answer that earns nothing, or at least not everything. */
export function wrongAnswer(item: Item): Answer {
  switch (item.kind) {
    case 'single-choice':
      return { chosen: [other(item.content.options.map(({ id }) => id), [item.key.correct])] };
    case 'multiple-response':
      return { chosen: [other(item.content.options.map(({ id }) => id), item.key.correct)] };
    case 'hotspot':
      return { chosen: [other(item.content.regions.map(({ id }) => id), item.key.correct)] };
    case 'true-false':
      return { chosen: [String(!item.key.correct)] };
    case 'matching':
      return { pairs: shifted(item.key.pairs, item.content.targets.map(({ id }) => id)) };
    case 'ordering':
      return { order: [...item.key.order].reverse() };
    case 'categorising':
      return { pairs: shifted(item.key.placement, item.content.categories.map(({ id }) => id)) };
    case 'fill-in':
      return { text: 'surely not this' };
    case 'numeric':
      return { text: String(item.key.value + 1000), ...(item.key.unit === undefined ? {} : { unit: item.key.unit }) };
    case 'cloze':
      return { pairs: Object.fromEntries(item.content.gaps.map((gap) => [gap.id, other(gap.options.map(({ id }) => id), [item.key.gaps[gap.id] ?? ''])])) };
    case 'extended-matching':
      return { pairs: shifted(item.key.answers, item.content.options.map(({ id }) => id)) };
    case 'long-text':
      return { text: 'nothing' };
  }
}

function other(ids: string[], correct: string[]): string {
  const found = ids.find((id) => !correct.includes(id));
  if (found === undefined) throw new Error('there is no wrong option');
  return found;
}

/** Every row is given the option after its right one. */
function shifted(pairs: Record<string, string>, options: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(pairs).map(([row, option]) => [row, options[(options.indexOf(option) + 1) % options.length] ?? option]));
}
