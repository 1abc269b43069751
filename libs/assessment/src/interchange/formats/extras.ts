import type { Item, ItemOf } from '../../item.js';
import type { ExtraName } from '../details.js';
import type { Ledger } from '../ledger.js';
import { areLetters } from '../text/ids.js';
import { pairsOf, type PairsItem } from './pairs.js';

/** What Moodle's formats have no place for, by kind, as tags; the ledger is told of each. */
export type Extras = Partial<Record<ExtraName, string | string[] | undefined>>;

export function choiceExtras(item: ItemOf<'multiple-response'>, ledger: Ledger): Extras {
  const { scoring } = item.key;
  if (scoring === 'all-or-nothing') ledger.change('scoring-elsewhere');
  if (item.content.maxChoices !== undefined) ledger.change('choice-limit-elsewhere');
  return { kind: item.kind, scoring: scoring === 'partial' ? undefined : scoring, 'max-choices': item.content.maxChoices === undefined ? undefined : String(item.content.maxChoices) };
}

export function fillInExtras(item: ItemOf<'fill-in'>, ledger: Ledger, { caseNative }: { caseNative: boolean }): Extras {
  const { caseSensitive, accentSensitive } = item.key;
  const length = item.content.expectedLength;
  if (caseSensitive && !caseNative) ledger.change('case-elsewhere');
  if (!accentSensitive) ledger.change('accents-elsewhere');
  if (length !== undefined) ledger.change('length-elsewhere');
  return { case: caseSensitive && !caseNative ? 'yes' : undefined, accents: accentSensitive ? undefined : 'no', length: length === undefined ? undefined : String(length) };
}

/** `tolerance` is absolute. */
export function numericExtras(item: ItemOf<'numeric'>, ledger: Ledger): { extra: Extras; tolerance: number } {
  const { value, tolerance, toleranceKind, unit } = item.key;
  if (toleranceKind === 'relative') ledger.change('tolerance-elsewhere');
  if (item.content.units !== undefined) ledger.change('units-elsewhere');
  return {
    extra: { units: item.content.units === undefined ? undefined : [...item.content.units], unit, tolerance: toleranceKind === 'relative' ? String(tolerance) : undefined },
    tolerance: toleranceKind === 'relative' ? Math.abs(value) * tolerance : tolerance,
  };
}

/** Choices of the kinds with places: those that no place takes, the ids in the order in which the file tells them, and the words by id. */
export function pairExtras(item: PairsItem, ledger: Ledger): { rest: string[]; extra: Extras; htmlOf: (id: string) => string } {
  const { places, choices, key } = pairsOf(item);
  const words = new Map<string, string>();
  const used = new Set(places.map(({ id }) => key[id] ?? ''));
  const htmlOf = (id: string): string => choices.find((choice) => choice.id === id)?.html ?? '';
  const told = [...used, ...choices.map(({ id }) => id).filter((id) => !used.has(id))];
  const rest = [...told].filter((id) => !used.has(id)).map(htmlOf);
  if (new Set(choices.map(({ html }) => html)).size < choices.length) ledger.lose('same-text');
  for (const { id, html } of choices) words.set(id, html);
  if (item.kind !== 'matching') ledger.change('kind-elsewhere');
  if (choices.some(({ html }) => /[<&]/.test(html))) ledger.change('markup-elsewhere');
  ledger.change('choice-ids');
  const placeIds = places.map(({ id }) => id);
  const declared = choices.map(({ id }) => id);
  return { rest, htmlOf, extra: { kind: item.kind, ids: areLetters(placeIds) ? undefined : placeIds, 'other-ids': told, 'other-order': declared.join() === told.join() ? undefined : declared } };
}

/** Shares of the score for Moodle, in percent: each right choice 100/n, each wrong one -100/m. */
export function percentages(right: number, wrong: number): { right: string; wrong: string } {
  const share = (count: number): string => String(Number((100 / Math.max(1, count)).toFixed(5)));
  return { right: share(right), wrong: `-${share(wrong)}` };
}

/** Feedback that a format with one text for all answers can hold: undefined, and lost, where right and wrong are told apart. */
export function shared(item: Item, ledger: Ledger): string | undefined {
  const { correctHtml, incorrectHtml } = item.feedback;
  if (correctHtml === undefined && incorrectHtml === undefined) return undefined;
  if (correctHtml === incorrectHtml) {
    ledger.keep('feedback');
    return correctHtml;
  }
  ledger.lose('general-feedback');
  return undefined;
}
