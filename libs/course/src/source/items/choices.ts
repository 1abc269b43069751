import type { Choice } from '@preceptor/assessment';
import type { ItemScope } from './kind.js';

interface WrittenChoice { id?: string | undefined; text: string; feedback?: string | undefined }
export interface MadeChoices { choices: Choice[]; byChoice: Record<string, string> }

/** Ids by place: a to z, then aa, ab … */
export function letterId(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterId(Math.floor(index / 26) - 1) + last;
}

/** Turns written choices into choices with ids and HTML, and reports ids and texts that stand twice. `key` is where the list stands in the item. */
export function makeChoices(written: readonly WrittenChoice[], key: readonly (string | number)[], scope: ItemScope, asks: { feedback: boolean }): MadeChoices {
  const choices: Choice[] = [];
  const byChoice: Record<string, string> = {};
  const ids = new Set<string>();
  const texts = new Set<string>();
  written.forEach((each, index) => {
    const id = each.id ?? letterId(index);
    if (ids.has(id)) scope.report('duplicate-choice-id', [...key, index, 'id'], `The id "${id}" stands twice in this item.`);
    ids.add(id);
    const same = each.text.trim();
    if (texts.has(same)) scope.report('same-choice-twice', [...key, index, 'text'], `Two choices of this item say "${same.slice(0, 60)}".`);
    texts.add(same);
    choices.push({ id, html: scope.inline(each.text, ...key, index, 'text') });
    if (each.feedback !== undefined) byChoice[id] = scope.html(each.feedback, ...key, index, 'feedback');
    else if (asks.feedback) scope.report('missing-feedback', [...key, index], `The choice "${same.slice(0, 60)}" has no feedback.`);
  });
  return { choices, byChoice };
}

/** Reports a list that is too short to leave anything to decide; says whether it is long enough. */
export function atLeast(count: number, list: readonly unknown[], key: readonly (string | number)[], scope: ItemScope): boolean {
  if (list.length >= count) return true;
  scope.report('too-few-choices', key, `There ${list.length === 1 ? 'is' : 'are'} only ${list.length} here; at least ${count} are needed.`);
  return false;
}

/** Reports a reference to a choice that the item does not have; says whether it has it. */
export function isChoice(id: string, choices: readonly Choice[], path: readonly (string | number)[], scope: ItemScope): boolean {
  if (choices.some((choice) => choice.id === id)) return true;
  scope.report('unknown-choice', path, `There is no choice "${id.slice(0, 60)}" in this item.`, `The choices are ${choices.map((choice) => choice.id).join(', ')}.`);
  return false;
}
