import type { Undefined } from '../attempt.js';
import type { Explanation, ReadingCode } from '../explain/index.js';

export type ItemMeasureCode = 'facility' | 'discrimination' | 'upper-lower' | 'omitted' | 'exposure' | 'time' | 'alpha-without' | 'differential' | 'difficulty' | 'slope';
export type TestMeasureCode = 'mean' | 'spread' | 'skewness' | 'reliability' | 'error-of-measurement' | 'pass-rate' | 'decisions' | 'kappa';

/** One number as a screen or a program takes it: the value, how sure it is, and what it says in a sentence. */
export interface StatedMeasure<Code extends string = ItemMeasureCode | TestMeasureCode> {
  code: Code;
  name: string;
  /** proportions are 0..1, times in seconds */
  unit: 'share' | 'number' | 'seconds';
  /** null: not defined here, for the reason `missing` */
  value: number | null;
  /** 95 % interval; null where none is known */
  low: number | null;
  high: number | null;
  standardError: number | null;
  /** attempts that it rests on */
  n: number | null;
  missing: Undefined | null;
  /** what it says here, or why it is not given */
  sentence: string;
  /** what the number means in general, and from where on something should be done */
  meaning: string;
}

export type Figures = Pick<StatedMeasure, 'value'> & Partial<Pick<StatedMeasure, 'low' | 'high' | 'standardError' | 'n'>>;

/** The sentence that `explain` has for a number, defined or not. */
export function sentenceOf(said: readonly Explanation[], code: ReadingCode): string {
  return said.find((one) => one.kind === 'reading' && (one.code === code || (one.code === 'undefined' && one.evidence['of'] === code)))?.sentence ?? '';
}
