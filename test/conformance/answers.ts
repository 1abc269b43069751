import { correctResponse, type Item } from '@preceptor/assessment';

/** What a learner does to answer an item, in the terms of its kind. */
export type Answer =
  | { chosen: string[] }
  | { order: string[] }
  /** row or gap id -> option id */
  | { pairs: Record<string, string> }
  /** slot id -> option ids: rows of a grid, questions on a passage */
  | { sets: Record<string, string[]> }
  | { value: number }
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
    case 'graphic-order':
      return { order: item.key.order };
    case 'script-concordance':
    case 'branching-case':
      return { pairs: pairsIn(correctResponse(item)) };
    case 'graphic-gap-match':
      return { pairs: item.key.placement };
    case 'matrix':
    case 'passage':
      return { sets: item.key.answers };
    case 'slider':
      return { value: item.key.value };
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
    case 'upload':
      return { text: 'a file' };
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
    case 'graphic-order':
      return { order: [...item.key.order].reverse() };
    case 'script-concordance':
      return { pairs: shifted(pairsIn(correctResponse(item)), item.content.scale.map(({ id }) => id)) };
    case 'branching-case': {
      // At each step the choice that earns least.
      const earns = (step: string, option: string): number => item.key.credit[step]?.[option] ?? 0;
      return { pairs: Object.fromEntries(item.content.steps.map(({ id, options }) => [id, options.toSorted((a, b) => earns(id, a.id) - earns(id, b.id))[0]?.id ?? ''])) };
    }
    case 'graphic-gap-match':
      return { pairs: shifted(item.key.placement, item.content.labels.map(({ id }) => id)) };
    case 'matrix':
      return { sets: Object.fromEntries(item.content.rows.map(({ id }) => [id, [otherOrOne(item.content.columns.map((column) => column.id), item.key.answers[id] ?? [])]])) };
    case 'passage':
      return { sets: Object.fromEntries(item.content.questions.map(({ id, options }) => [id, [other(options.map((option) => option.id), item.key.answers[id] ?? [])]])) };
    case 'slider':
      return { value: item.key.value - item.content.min > item.content.max - item.key.value ? item.content.min : item.content.max };
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
    case 'upload':
      return { text: 'nothing' };
  }
}

function other(ids: string[], correct: string[]): string {
  const found = ids.find((id) => !correct.includes(id));
  if (found === undefined) throw new Error('there is no wrong option');
  return found;
}

/** Where every choice is right, one of several is not enough. */
function otherOrOne(ids: string[], correct: string[]): string {
  return ids.find((id) => !correct.includes(id)) ?? ids[0] ?? '';
}

/** Every row is given the option after its right one. */
function shifted(pairs: Record<string, string>, options: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(pairs).map(([row, option]) => [row, options[(options.indexOf(option) + 1) % options.length] ?? option]));
}

function pairsIn(response: unknown): Record<string, string> {
  if (typeof response !== 'object' || response === null) throw new Error('there is no right response');
  return Object.fromEntries(Object.entries(response).map(([slot, choice]) => [slot, String(choice)]));
}
