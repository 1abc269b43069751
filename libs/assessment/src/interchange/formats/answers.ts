import type { Choice } from '../../item.js';
import { Refused, type Asked } from '../contract.js';
import type { ReadTags } from '../details.js';
import type { Ledger } from '../ledger.js';
import { percentages } from './extras.js';

/** Choices with Moodle's shares of the score, in percent, as single choice or multiple response. */
export function readChoices(options: Choice[], weighted: readonly { id: string; percent: number }[], how: { multiple: boolean; scoring: string | undefined; maxChoices: string | undefined }, ledger: Ledger): Asked {
  if (!how.multiple) {
    const best = weighted.filter(({ percent }) => percent === 100);
    if (best.length !== 1) throw new Refused('one-correct', `${String(best.length)} choices are wholly right; a single choice has one.`);
    if (weighted.some(({ percent }) => percent !== 100 && percent !== 0)) ledger.lose('partly-right');
    return { kind: 'single-choice', content: { options }, key: { correct: best[0]?.id ?? '' } };
  }
  const right = weighted.filter(({ percent }) => percent > 0);
  const expected = percentages(right.length, options.length - right.length);
  const partial = how.scoring !== 'all-or-nothing';
  const ours = weighted.every(({ percent }) => Math.abs(percent - Number(percent > 0 ? expected.right : expected.wrong)) < 0.01);
  if (partial && !ours) ledger.change('weights');
  const most = Number(how.maxChoices);
  return { kind: 'multiple-response', content: Number.isInteger(most) && most > 0 ? { options, maxChoices: most } : { options }, key: { correct: right.map(({ id }) => id), scoring: partial ? 'partial' : 'all-or-nothing' } };
}

/** Accepted texts in Moodle's spelling, where * stands for any text and \* for itself. */
export function acceptedOf(texts: readonly string[], how: { caseSensitive: boolean; accentSensitive: boolean; length: string | undefined }, ledger: Ledger): Asked {
  const accept = texts.map((text) => {
    const parts = text.split(/(\\\*|\*)/);
    if (!parts.includes('*')) return { text: parts.map((part) => (part === '\\*' ? '*' : part)).join('') };
    ledger.change('wildcard');
    return { pattern: parts.map((part) => (part === '*' ? '.{0,50}' : (part === '\\*' ? '*' : part).replaceAll(/[\\?.[\](){}|*+^$-]/g, (char) => `\\${char}`))).join('') };
  });
  const length = Number(how.length);
  return { kind: 'fill-in', content: Number.isInteger(length) && length > 0 ? { expectedLength: length } : {}, key: { accept, caseSensitive: how.caseSensitive, accentSensitive: how.accentSensitive } };
}

/** A number with what its tags say of units and of a relative tolerance. */
export function withUnits(value: number, absolute: number, tags: ReadTags): Asked {
  const units = tags.list('units');
  const unit = tags.extra('unit');
  const relative = Number(tags.extra('tolerance') ?? Number.NaN);
  const known = Number.isFinite(relative) && relative >= 0;
  return {
    kind: 'numeric', content: units === undefined ? {} : { units },
    key: { value, tolerance: known ? relative : absolute, toleranceKind: known ? 'relative' : 'absolute', ...(unit === undefined ? {} : { unit }) },
  };
}
