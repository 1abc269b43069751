import type { TestStatistics } from '../analyse.js';
import type { Explanation } from '../explain/index.js';
import { around, stating, taken, type Taken } from './item-measures.js';
import { type StatedMeasure, type TestMeasureCode } from './measure.js';

/** Every number of a test with how sure it is and what it says; `said` is what `explain` says of the test. */
export function testMeasures(test: TestStatistics, said: readonly Explanation[]): StatedMeasure<TestMeasureCode>[] {
  const stated = stating(said);
  const { n, mean, standardDeviation } = test;
  const error = standardDeviation === null ? null : standardDeviation / Math.sqrt(n);
  const spread: Taken = standardDeviation === null ? { value: null, why: 'too-few-attempts' } : { value: { value: standardDeviation, standardError: n < 3 ? null : standardDeviation / Math.sqrt(2 * (n - 1)), n } };
  return [
    stated('mean', 'mean', n === 0 ? { value: null, why: 'too-few-attempts' } : { value: { value: mean, standardError: error, ...around(mean, error), n } }),
    stated('spread', 'spread', spread),
    // E. S. Cramer 1997: the standard error of g1 for a normal distribution
    stated('skewness', 'skewness', taken(test.skewness, (value) => ({ value, n, standardError: Math.sqrt((6 * n * (n - 1)) / ((n - 2) * (n + 1) * (n + 3))) }))),
    stated('reliability', 'reliability', taken(test.reliability, ({ coefficient, low, high }) => ({ value: coefficient, low, high, n }))),
    stated('error-of-measurement', 'error-of-measurement', taken(test.standardErrorOfMeasurement, (value) => ({ value, n }))),
    stated('pass-rate', 'pass-rate', taken(test.passRate, (value) => ({ value, n, standardError: Math.sqrt((value * (1 - value)) / n), ...around(value, Math.sqrt((value * (1 - value)) / n)) }))),
    stated('decisions', 'decisions', taken(test.decisions, ({ consistency }) => ({ value: consistency, n }))),
    stated('kappa', 'decisions', taken(test.decisions, ({ kappa }) => ({ value: kappa, n }))),
  ];
}
