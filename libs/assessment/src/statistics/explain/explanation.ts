/** How much it matters: `serious` wants somebody today, `warning` before the next delivery, `note` when there is time. */
export type Severity = 'none' | 'note' | 'warning' | 'serious';

export type ReadingCode =
  | 'facility' | 'discrimination' | 'upper-lower' | 'option' | 'omitted' | 'exposure' | 'time' | 'version' | 'cohort' | 'differential' | 'item-response'
  | 'mean' | 'spread' | 'skewness' | 'reliability' | 'error-of-measurement' | 'pass-rate' | 'decisions' | 'undefined';

export type FindingCode =
  | 'key-suspect' | 'ambiguous' | 'too-easy' | 'too-hard' | 'not-discriminating' | 'distractor-never-chosen' | 'often-omitted' | 'slow'
  | 'drifted-version' | 'drifted-cohort' | 'favours-group' | 'too-few-attempts' | 'low-reliability' | 'inconsistent-decisions' | 'scores-pile-up';

/** A number put into words, or something found; `evidence` holds what the sentence says, for other words or a chart. */
export interface Explanation {
  code: ReadingCode | FindingCode;
  kind: 'reading' | 'finding';
  severity: Severity;
  /** null: the test as a whole */
  item: string | null;
  sentence: string;
  /** what to do; empty: nothing */
  advice: string;
  evidence: Record<string, number | string>;
}

export type Said = Omit<Explanation, 'item' | 'kind'>;

export const percent = (share: number): string => `${(100 * share).toFixed(Math.abs(share) < 0.1 && share !== 0 ? 1 : 0)} %`;
export const two = (number: number): string => number.toFixed(2).replace('-', '−');
export const chance = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`);
export const seconds = (time: number): string => (time < 90 ? `${time.toFixed(0)} s` : `${(time / 60).toFixed(1)} min`);
