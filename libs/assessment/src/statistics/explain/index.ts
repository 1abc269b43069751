import type { ItemStatistics, Statistics } from '../analyse.js';
import type { Explanation, Said, Severity } from './explanation.js';
import { itemFindings } from './item-findings.js';
import { itemReadings, testReadings } from './readings.js';
import { testFindings } from './test-findings.js';

export type { Explanation, FindingCode, ReadingCode, Severity } from './explanation.js';
export { headline, needsALook } from './headline.js';
export { thresholds } from './thresholds.js';

const weight: Record<Severity, number> = { serious: 3, warning: 2, note: 1, none: 0 };

/** Every number in a sentence and everything found, with what to do: findings first, the gravest first, then readings in order. */
export function explain(statistics: Statistics): Explanation[] {
  const usualTime = middle(statistics.items.flatMap(({ time }) => (time.value === null ? [] : [time.value.median])));
  const findings = [
    ...mark('finding', null, testFindings(statistics.test)),
    ...statistics.items.flatMap((item) => mark('finding', item.item, itemFindings(item, usualTime))),
  ].sort((a, b) => weight[b.severity] - weight[a.severity]);
  return [...findings, ...mark('reading', null, testReadings(statistics.test)), ...statistics.items.flatMap((item) => mark('reading', item.item, itemReadings(item)))];
}

/** The same for one item alone; `usualTime` is the median of all items' median times, in seconds, if known. */
export function explainItem(item: ItemStatistics, usualTime: number | null = null): Explanation[] {
  return [...mark('finding', item.item, itemFindings(item, usualTime)), ...mark('reading', item.item, itemReadings(item))];
}

const mark = (kind: Explanation['kind'], item: string | null, said: readonly Said[]): Explanation[] => said.map((one) => ({ ...one, kind, item }));

function middle(numbers: readonly number[]): number | null {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? null;
}
