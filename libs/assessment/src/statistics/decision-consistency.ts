import { known, unknown, type Measure } from './attempt.js';
import { binomialAtLeast } from './distributions.js';

export interface DecisionConsistency {
  /** share of learners who would get the same result from a second, parallel test */
  consistency: number;
  /** the same beyond chance (J. Cohen 1960) */
  kappa: number;
  /** share whose result agrees with their true score */
  accuracy: number;
  falsePasses: number;
  falseFails: number;
  /** discrete items of a test as reliable as this one */
  effectiveLength: number;
  /** parameters of the beta that true scores were taken to follow; four from four moments, or two where those do not fit */
  trueScores: { parameters: 2 | 4; low: number; high: number; alpha: number; beta: number };
}

/**
 * Livingston & Lewis (1995): true scores follow a beta distribution, errors are binomial over the effective test length.
 * `mean`, `m2`..`m4` are of proportions of points (moments about the mean), `passMark` is a proportion. The four-parameter
 * beta is fitted by moments as in B. A. Hanson (1991); where its bounds leave 0..1, two parameters are used.
 */
export function decisionConsistency(moments: { mean: number; m2: number; m3: number; m4: number }, reliability: number, passMark: number): Measure<DecisionConsistency> {
  const { mean, m2 } = moments;
  if (!(m2 > 0) || mean <= 0 || mean >= 1) return unknown('no-variance');
  if (!(reliability > 0 && reliability < 1)) return unknown('no-reliability');
  const length = Math.max(1, Math.round((mean * (1 - mean) - reliability * m2) / (m2 * (1 - reliability))));
  const cut = Math.ceil(passMark * length - 1e-9);
  const trueScores = fourParameters(moments, length) ?? twoParameters(mean, reliability * m2);
  if (trueScores === null) return unknown('unstable');
  const { low, high, alpha, beta } = trueScores;
  const sums = { weight: 0, pass: 0, same: 0, falsePasses: 0, falseFails: 0 };
  const steps = 2_000;
  for (let step = 0; step < steps; step++) {
    // t = sin² makes the density smooth at its ends
    const angle = ((step + 0.5) / steps) * (Math.PI / 2);
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
    const weight = Math.exp((2 * alpha - 1) * Math.log(sine) + (2 * beta - 1) * Math.log(cosine));
    const score = low + (high - low) * sine * sine;
    const pass = binomialAtLeast(cut, length, score);
    sums.weight += weight;
    sums.pass += weight * pass;
    sums.same += weight * (pass * pass + (1 - pass) * (1 - pass));
    if (score >= passMark) sums.falseFails += weight * (1 - pass);
    else sums.falsePasses += weight * pass;
  }
  const pass = sums.pass / sums.weight;
  const consistency = sums.same / sums.weight;
  const chance = pass * pass + (1 - pass) * (1 - pass);
  const [falsePasses, falseFails] = [sums.falsePasses / sums.weight, sums.falseFails / sums.weight];
  return known({
    consistency, kappa: chance < 1 ? (consistency - chance) / (1 - chance) : 0, accuracy: 1 - falsePasses - falseFails,
    falsePasses, falseFails, effectiveLength: length, trueScores,
  });
}

type Beta = DecisionConsistency['trueScores'];

function twoParameters(mean: number, variance: number): Beta | null {
  const sum = (mean * (1 - mean)) / variance - 1;
  return sum > 0 ? { parameters: 2, low: 0, high: 1, alpha: mean * sum, beta: (1 - mean) * sum } : null;
}

function fourParameters({ mean, m2, m3, m4 }: { mean: number; m2: number; m3: number; m4: number }, n: number): Beta | null {
  if (n < 4) return null;
  // raw moments of the score on the effective length, its factorial moments, and from them those of true scores (Lord 1965)
  const r1 = n * mean;
  const r2 = n ** 2 * (m2 + mean ** 2);
  const r3 = n ** 3 * (m3 + 3 * mean * m2 + mean ** 3);
  const r4 = n ** 4 * (m4 + 4 * mean * m3 + 6 * mean ** 2 * m2 + mean ** 4);
  const t2 = (r2 - r1) / (n * (n - 1));
  const t3 = (r3 - 3 * r2 + 2 * r1) / (n * (n - 1) * (n - 2));
  const t4 = (r4 - 6 * r3 + 11 * r2 - 6 * r1) / (n * (n - 1) * (n - 2) * (n - 3));
  const variance = t2 - mean ** 2;
  if (!(variance > 0)) return null;
  const third = (t3 - 3 * mean * t2 + 2 * mean ** 3) / variance ** 1.5;
  const fourth = (t4 - 4 * mean * t3 + 6 * mean ** 2 * t2 - 3 * mean ** 4) / variance ** 2;
  const squared = third * third;
  const sum = (6 * (fourth - squared - 1)) / (6 + 3 * squared - 2 * fourth);
  if (!(sum > 0)) return null;
  const skew = Math.abs(third) * (sum + 2) / Math.sqrt((sum + 2) ** 2 * squared + 16 * (sum + 1));
  const [larger, smaller] = [(sum / 2) * (1 + skew), (sum / 2) * (1 - skew)];
  const [alpha, beta] = third < 0 ? [larger, smaller] : [smaller, larger];
  if (!(smaller > 0)) return null;
  const range = sum * Math.sqrt((variance * (sum + 1)) / (alpha * beta));
  const low = mean - (range * alpha) / sum;
  const high = low + range;
  return low < 0 || high > 1 ? null : { parameters: 4, low, high, alpha, beta };
}
