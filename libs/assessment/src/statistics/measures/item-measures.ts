import type { ItemStatistics } from '../analyse.js';
import { known, type Measure, unknown } from '../attempt.js';
import type { Explanation, ReadingCode } from '../explain/index.js';
import { meanings } from './meanings.js';
import { type Figures, type ItemMeasureCode, sentenceOf, type StatedMeasure } from './measure.js';

/** Every number of an item with how sure it is and what it says; `said` is what `explain` says of the item. */
export function itemMeasures(item: ItemStatistics, said: readonly Explanation[]): StatedMeasure<ItemMeasureCode>[] {
  const stated = stating(said);
  const { facility, omitted, itemResponse } = item;
  return [
    stated('facility', 'facility', { value: { value: facility.mean, standardError: facility.standardError, ...around(facility.mean, facility.standardError), n: item.n } }),
    stated('discrimination', 'discrimination', taken(item.discrimination, ({ r, low, high, n }) => ({ value: r, low, high, n }))),
    stated('upper-lower', 'upper-lower', taken(item.upperLower, ({ index }) => ({ value: index }))),
    stated('omitted', 'omitted', { value: { value: omitted.share, n: item.n } }),
    stated('exposure', 'exposure', { value: { value: item.exposure, n: item.n } }),
    stated('time', 'time', taken(item.time, ({ median, lower, upper, n }) => ({ value: median, n, ...(n < 4 ? {} : { standardError: (0.93 * (upper - lower)) / Math.sqrt(n) }) }))),
    alphaWithout(item),
    stated('differential', 'differential', taken(item.differential, ({ difference, groups }) => ({ value: difference, n: groups.reference + groups.focal }))),
    stated('difficulty', 'item-response', taken(itemResponse, ({ difficulty, difficultyError, n }) => ({ value: difficulty, standardError: difficultyError, ...around(difficulty, difficultyError, null), n }))),
    stated('slope', 'item-response', taken(itemResponse, ({ discrimination, discriminationError, n }) => ({ value: discrimination, standardError: discriminationError, ...around(discrimination, discriminationError, null), n }))),
  ];
}

/** Ends of the 95 % interval by the normal distribution; a share stays within 0 and 1. */
export function around(value: number, standardError: number | null, bounds: [number, number] | null = [0, 1]): { low: number | null; high: number | null } {
  if (standardError === null) return { low: null, high: null };
  const [least, most] = bounds ?? [-Infinity, Infinity];
  return { low: Math.max(least, value - 1.959964 * standardError), high: Math.min(most, value + 1.959964 * standardError) };
}

export type Taken = Measure<Figures>;
export const taken = <T>(measure: Measure<T>, figures: (value: T) => Figures): Taken => (measure.value === null ? unknown(measure.why ?? 'unstable') : known(figures(measure.value)));

/** Puts a number together with its sentence, name and meaning. */
export const stating = (said: readonly Explanation[]) => <Code extends keyof typeof meanings>(code: Code, reading: ReadingCode, { value, why }: Taken): StatedMeasure<Code> => ({
  code, ...meanings[code], value: value?.value ?? null, low: value?.low ?? null, high: value?.high ?? null, standardError: value?.standardError ?? null, n: value?.n ?? null,
  missing: why ?? null, sentence: sentenceOf(said, reading),
});

function alphaWithout({ alphaWithout: value, n }: ItemStatistics): StatedMeasure<ItemMeasureCode> {
  return {
    code: 'alpha-without', ...meanings['alpha-without'], value, low: null, high: null, standardError: null, n: value === null ? null : n, missing: value === null ? 'no-reliability' : null,
    sentence: value === null ? 'Alpha without it is not given: learners saw different items, or there are too few.' : `Without it the test's alpha would be ${value.toFixed(2)}.`,
  };
}
