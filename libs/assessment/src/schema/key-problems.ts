import type { Item, ItemOf } from '../item.js';
import { patternProblem } from '../kinds/fill-in/pattern-problem.js';
import { choiceIds, slotIds } from '../report.js';
import { badCase, badPanel, badSlider, nothingAccepted } from './key-problems-by-kind.js';
import type { KeyProblem, Say } from './key-problem.js';

export type { KeyProblem } from './key-problem.js';

/**
 * Why an item can't be answered rightly, or not as its author meant: ids that stand twice, a key that names what the
 * item does not have or leaves a place without an answer, more right choices than may be chosen. Empty: its key is sound.
 */
export function keyProblems(item: Item): KeyProblem[] {
  const problems: KeyProblem[] = [];
  const say = (path: (string | number)[], message: string): void => void problems.push({ path, message });
  for (const [name, ids] of [['choices', choiceIds(item)], ['places', slotIds(item)]] as const) {
    const twice = ids.filter((id, index) => ids[index - 1] === id);
    if (twice.length > 0) say(['content'], `The ids of ${name} stand twice: ${[...new Set(twice)].join(', ')}.`);
  }
  checkKey(item, say);
  return problems;
}

function checkKey(item: Item, say: Say): void {
  switch (item.kind) {
    case 'single-choice': return known(item, [item.key.correct], ['key', 'correct'], say);
    case 'multiple-response': return someOf(item, item.content.maxChoices, say);
    case 'hotspot': return someOf(item, item.content.maxChoices, say);
    case 'ordering': case 'graphic-order': return wholeOrder(item, say);
    case 'matching': return everySlot(item, item.key.pairs, ['key', 'pairs'], say);
    case 'categorising': return everySlot(item, item.key.placement, ['key', 'placement'], say);
    case 'cloze': return everySlot(item, item.key.gaps, ['key', 'gaps'], say);
    case 'extended-matching': return everySlot(item, item.key.answers, ['key', 'answers'], say);
    case 'fill-in': return accepted(item, say);
    case 'numeric': return unit(item, say);
    case 'long-text': return rubric(item, say);
    case 'true-false': return undefined;
    case 'graphic-gap-match': return everySlot(item, item.key.placement, ['key', 'placement'], say);
    case 'matrix': return everySet(item, item.key.answers, () => item.content.perRow === 'several', say);
    case 'passage': return everySet(item, item.key.answers, (id) => item.content.questions.find((question) => question.id === id)?.several === true, say);
    case 'script-concordance': return badPanel(item, say);
    case 'branching-case': return badCase(item, say);
    case 'slider': return badSlider(item, say);
    case 'upload':
      nothingAccepted(item, say);
      return rubric(item, say);
  }
}

function known(item: Item, ids: readonly string[], path: (string | number)[], say: Say, slot?: string): void {
  const offered = choiceIds(item, slot);
  for (const id of ids) if (!offered.includes(id)) say(path, `The key names ${id}, which the item does not have.`);
}

function someOf(item: ItemOf<'multiple-response'> | ItemOf<'hotspot'>, most: number | undefined, say: Say): void {
  const { correct } = item.key;
  known(item, correct, ['key', 'correct'], say);
  if (correct.length === 0) say(['key', 'correct'], 'The key names no right choice.');
  if (new Set(correct).size < correct.length) say(['key', 'correct'], 'The key names a choice twice.');
  if (most !== undefined && correct.length > most) say(['content', 'maxChoices'], `The key has ${correct.length} choices, but at most ${most} may be chosen.`);
}

function wholeOrder(item: ItemOf<'ordering'> | ItemOf<'graphic-order'>, say: Say): void {
  if ([...item.key.order].sort().join() !== choiceIds(item).join()) say(['key', 'order'], 'The order does not name each element once.');
}

function everySlot(item: Item, pairs: Readonly<Record<string, string>>, path: string[], say: Say): void {
  const slots = slotIds(item);
  for (const slot of slots) {
    if (!Object.hasOwn(pairs, slot)) say([...path, slot], `The key has no answer for ${slot}.`);
  }
  for (const [slot, choice] of Object.entries(pairs)) {
    if (slots.includes(slot)) known(item, [choice], [...path, slot], say, slot);
    else say([...path, slot], `The key answers ${slot}, which the item does not have.`);
  }
}

function everySet(item: Item, sets: Readonly<Record<string, readonly string[]>>, several: (slot: string) => boolean, say: Say): void {
  const slots = slotIds(item);
  for (const slot of slots) {
    const ids = Object.hasOwn(sets, slot) ? sets[slot] ?? [] : [];
    const path = ['key', 'answers', slot];
    if (ids.length === 0) say(path, `The key has no answer for ${slot}.`);
    if (new Set(ids).size < ids.length) say(path, `The key names a choice of ${slot} twice.`);
    if (!several(slot) && ids.length > 1) say(path, `The key has ${ids.length} answers for ${slot}, which takes one.`);
    known(item, ids, path, say, slot);
  }
  for (const slot of Object.keys(sets)) if (!slots.includes(slot)) say(['key', 'answers', slot], `The key answers ${slot}, which the item does not have.`);
}

function accepted(item: ItemOf<'fill-in'>, say: Say): void {
  if (item.key.accept.length === 0) say(['key', 'accept'], 'The key accepts no text.');
  item.key.accept.forEach((one, index) => {
    const problem = 'pattern' in one ? patternProblem(one.pattern)?.message : one.text.trim() === '' ? 'An accepted text is empty.' : undefined;
    if (problem !== undefined) say(['key', 'accept', index], problem);
  });
}

function unit(item: ItemOf<'numeric'>, say: Say): void {
  const { unit: wanted } = item.key;
  if (wanted !== undefined && item.content.units?.includes(wanted) !== true) say(['key', 'unit'], `The key wants ${wanted}, which is not among the units.`);
}

function rubric(item: ItemOf<'long-text'> | ItemOf<'upload'>, say: Say): void {
  if (item.key.rubric.length === 0) say(['key', 'rubric'], 'The rubric has no criterion.');
  const ids = item.key.rubric.map((criterion) => criterion.id);
  if (new Set(ids).size < ids.length) say(['key', 'rubric'], 'Two criteria have the same id.');
}
