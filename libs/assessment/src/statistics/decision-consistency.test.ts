import { expect, test } from '@jest/globals';
import { decisionConsistency } from './decision-consistency.js';
import { betaBelow, chiSquareTail, fQuantile, twoSided } from './distributions.js';
import { chanceFrom } from './simulated-attempts.js';

test('two parallel tests given to the same simulated learners agree as often as one of them says', () => {
  const chance = chanceFrom('parallel');
  const [learners, length, cut] = [60_000, 30, 18];
  // true scores: beta(5, 3), as the 5th smallest of 7 uniforms
  const score = (truth: number): number => Array.from({ length }, () => (chance.uniform() < truth ? 1 : 0) as number).reduce((a, b) => a + b, 0);
  const seen: number[] = [];
  let [same, right, luckily] = [0, 0, 0];
  for (let at = 0; at < learners; at++) {
    const truth = Array.from({ length: 7 }, () => chance.uniform()).sort((a, b) => a - b)[4] ?? 0;
    const [one, other] = [score(truth), score(truth)];
    seen.push(one / length);
    if (one >= cut === other >= cut) same += 1;
    if (one >= cut === truth >= cut / length) right += 1;
    if (one >= cut && truth < cut / length) luckily += 1;
  }
  const mean = seen.reduce((a, b) => a + b, 0) / learners;
  const moment = (order: number): number => seen.reduce((sum, one) => sum + (one - mean) ** order, 0) / learners;
  // for the beta-binomial the reliability is length / (length + alpha + beta)
  const found = decisionConsistency({ mean, m2: moment(2), m3: moment(3), m4: moment(4) }, length / (length + 8), cut / length).value;
  expect(found?.effectiveLength).toBe(length);
  expect(Math.abs((found?.consistency ?? 0) - same / learners)).toBeLessThan(0.006);
  expect(Math.abs((found?.accuracy ?? 0) - right / learners)).toBeLessThan(0.006);
  expect(Math.abs((found?.falsePasses ?? 0) - luckily / learners)).toBeLessThan(0.004);
});

test.each([[0.5, 0.667, 0.33], [0.7, 0.747, 0.49], [0.8, 0.795, 0.59], [0.9, 0.856, 0.71]])('for normal scores cut at the mean, reliability %d, it is the bivariate normal probability that M. J. Subkoviak tabulates (1988)', (reliability, agreement, kappa) => {
  const deviation = 0.05;
  const found = decisionConsistency({ mean: 0.5, m2: deviation ** 2, m3: 0, m4: 3 * deviation ** 4 }, reliability, 0.5).value;
  expect(Math.abs((found?.consistency ?? 0) - agreement)).toBeLessThan(0.01);
  expect(Math.abs((found?.kappa ?? 0) - kappa)).toBeLessThan(0.02);
});

test('tails and quantiles agree with printed tables', () => {
  expect(twoSided(1.959963985)).toBeCloseTo(0.05, 9);
  expect(chiSquareTail(3.841458821, 1)).toBeCloseTo(0.05, 9);
  expect(chiSquareTail(18.30703805, 10)).toBeCloseTo(0.05, 9);
  expect(fQuantile(0.95, 5, 10)).toBeCloseTo(3.325835, 5);
  expect(fQuantile(0.975, 99, 4851)).toBeCloseTo(1.3013821, 6); // SciPy: f.ppf
  expect(betaBelow(0.5, 2, 3)).toBeCloseTo(0.6875, 12);
});
