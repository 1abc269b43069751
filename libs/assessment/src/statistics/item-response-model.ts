import type { FormGroup } from './item-response-data.js';

/** Rectangular quadrature of a standard normal ability: 49 points from -6 to 6. */
export const points = 49;
export const abilities = Float64Array.from({ length: points }, (_, at) => (at - (points - 1) / 2) / 4);
const weights = Float64Array.from(abilities, (ability) => Math.exp((-ability * ability) / 2));
const sumOfWeights = weights.reduce((a, b) => a + b, 0);
const logWeights = weights.map((weight) => Math.log(weight / sumOfWeights));

/** P = 1 / (1 + exp(-(slope x ability + intercept))), slopes first, then intercepts. */
export type Parameters = Float64Array;

/** What the E-step expects: numbers of attempts at each ability by item, and sums of right answers and of right answers x ability. */
export interface Expected { logLikelihood: number; shown: Float64Array; right: Float64Array; rightAbility: Float64Array }

/** Probabilities of a right answer, item by item over the quadrature points. */
export function probabilities(parameters: Parameters): Float64Array {
  const items = parameters.length / 2;
  const out = new Float64Array(items * points);
  for (let item = 0; item < items; item++) {
    const [slope, intercept] = [parameters[item] ?? 0, parameters[items + item] ?? 0];
    for (let q = 0; q < points; q++) out[item * points + q] = 1 / (1 + Math.exp(-(slope * (abilities[q] ?? 0) + intercept)));
  }
  return out;
}

/**
 * Goes over all patterns with their posterior over ability. A pattern's log likelihood is linear in ability but for a
 * term that all patterns of its form share, so a pattern costs items + points, not items x points.
 */
export function eachPosterior(forms: readonly FormGroup[], parameters: Parameters, p: Float64Array, visit: (form: FormGroup, right: Uint8Array, weight: number, posterior: Float64Array) => void): number {
  const items = parameters.length / 2;
  const posterior = new Float64Array(points);
  const base = new Float64Array(points);
  let logLikelihood = 0;
  for (const form of forms) {
    base.set(logWeights);
    for (const item of form.items) for (let q = 0; q < points; q++) base[q] = (base[q] ?? 0) + Math.log1p(-Math.min(p[item * points + q] ?? 0, 1 - 1e-15));
    for (const { right, weight } of form.patterns) {
      let [slope, intercept] = [0, 0];
      for (let at = 0; at < right.length; at++) {
        if (right[at] !== 1) continue;
        const item = form.items[at] ?? 0;
        slope += parameters[item] ?? 0;
        intercept += parameters[items + item] ?? 0;
      }
      let most = Number.NEGATIVE_INFINITY;
      for (let q = 0; q < points; q++) {
        const value = (base[q] ?? 0) + slope * (abilities[q] ?? 0) + intercept;
        posterior[q] = value;
        if (value > most) most = value;
      }
      let sum = 0;
      for (let q = 0; q < points; q++) sum += posterior[q] = Math.exp((posterior[q] ?? 0) - most);
      for (let q = 0; q < points; q++) posterior[q] = (posterior[q] ?? 0) / sum;
      logLikelihood += weight * (most + Math.log(sum));
      visit(form, right, weight, posterior);
    }
  }
  return logLikelihood;
}

export function expect(forms: readonly FormGroup[], parameters: Parameters): Expected {
  const items = parameters.length / 2;
  const out: Expected = { logLikelihood: 0, shown: new Float64Array(items * points), right: new Float64Array(items), rightAbility: new Float64Array(items) };
  const ofForm = new Map<FormGroup, Float64Array>();
  out.logLikelihood = eachPosterior(forms, parameters, probabilities(parameters), (form, right, weight, posterior) => {
    let shown = ofForm.get(form);
    if (shown === undefined) ofForm.set(form, (shown = new Float64Array(points)));
    let mean = 0;
    for (let q = 0; q < points; q++) {
      const value = weight * (posterior[q] ?? 0);
      shown[q] = (shown[q] ?? 0) + value;
      mean += value * (abilities[q] ?? 0);
    }
    for (let at = 0; at < right.length; at++) {
      if (right[at] !== 1) continue;
      const item = form.items[at] ?? 0;
      out.right[item] = (out.right[item] ?? 0) + weight;
      out.rightAbility[item] = (out.rightAbility[item] ?? 0) + mean;
    }
  });
  for (const [form, shown] of ofForm) {
    for (const item of form.items) for (let q = 0; q < points; q++) out.shown[item * points + q] = (out.shown[item * points + q] ?? 0) + (shown[q] ?? 0);
  }
  return out;
}

/** The M-step: for each item a logistic regression on expected counts, by Newton's method with steps that never lose. */
export function maximise(expected: Expected, from: Parameters): Parameters {
  const items = from.length / 2;
  const out = from.slice();
  for (let item = 0; item < items; item++) {
    let [slope, intercept] = [from[item] ?? 1, from[items + item] ?? 0];
    for (let step = 0; step < 8; step++) {
      let [g0, g1, h00, h01, h11] = [expected.right[item] ?? 0, expected.rightAbility[item] ?? 0, 0, 0, 0];
      for (let q = 0; q < points; q++) {
        const ability = abilities[q] ?? 0;
        const p = 1 / (1 + Math.exp(-(slope * ability + intercept)));
        const n = expected.shown[item * points + q] ?? 0;
        const information = n * p * (1 - p);
        g0 -= n * p;
        g1 -= n * p * ability;
        h00 += information;
        h01 += information * ability;
        h11 += information * ability * ability;
      }
      const determinant = h00 * h11 - h01 * h01;
      if (!(determinant > 1e-12)) break;
      const moveIntercept = clampStep((h11 * g0 - h01 * g1) / determinant);
      const moveSlope = clampStep((h00 * g1 - h01 * g0) / determinant);
      intercept += moveIntercept;
      slope += moveSlope;
      if (Math.abs(moveIntercept) + Math.abs(moveSlope) < 1e-8) break;
    }
    out[item] = clamp(slope, 12);
    out[items + item] = clamp(intercept, 30);
  }
  return out;
}

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
const clampStep = (step: number): number => clamp(step, 2);
