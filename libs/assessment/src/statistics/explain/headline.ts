import type { Statistics } from '../analyse.js';
import type { Explanation } from './explanation.js';
import { thresholds } from './thresholds.js';

/** Whether a finding asks that somebody look at the item before it is delivered again. */
export const needsALook = ({ kind, severity }: Pick<Explanation, 'kind' | 'severity'>): boolean => kind === 'finding' && (severity === 'warning' || severity === 'serious');

/** The one sentence to begin with: how many items need a look, and what the scores are good for. */
export function headline(statistics: Statistics, said: readonly Explanation[]): string {
  const { test, items } = statistics;
  if (test.n === 0) return 'Nobody has submitted this assessment yet.';
  if (test.n < thresholds.attempts) return `There ${test.n === 1 ? 'is 1 attempt' : `are ${test.n} attempts`}: from ${thresholds.attempts} on items are judged.`;
  const bad = new Set(said.filter(needsALook).flatMap(({ item }) => (item === null ? [] : [item]))).size;
  const looked = bad === 0 ? `None of ${items.length} items stands out` : `${bad} of ${items.length} items ${bad === 1 ? 'needs' : 'need'} a look`;
  return `${looked}; ${goodFor(test.reliability.value?.coefficient ?? null)}.`;
}

/** J. C. Nunnally 1978: 0.70 where groups are compared, 0.90 where something hangs on one score. */
function goodFor(reliability: number | null): string {
  if (reliability === null) return 'how reliable the scores are cannot be said';
  if (reliability >= 0.9) return 'the scores are reliable enough for decisions about single learners';
  if (reliability >= thresholds.lowReliability) return 'reliability is good enough for decisions about groups, not about single learners';
  if (reliability >= thresholds.veryLowReliability) return 'reliability is low: decide nothing by these scores alone';
  return 'the scores are mostly chance: decide nothing by them';
}
