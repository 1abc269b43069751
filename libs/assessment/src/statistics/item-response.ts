import type { AttemptAccumulator } from './accumulator.js';
import { known, unknown, type Measure } from './attempt.js';
import { groupAttempts, type FormGroup } from './item-response-data.js';
import { covariances, steepest, type ItemCovariance } from './item-response-errors.js';
import { expect, maximise, type Parameters } from './item-response-model.js';

export interface ItemResponseParameters {
  /** ability at which half answer right, in standard deviations of the learners, and its standard error */
  difficulty: number;
  difficultyError: number;
  /** slope of the curve there on the logistic scale without D = 1.7, and its standard error */
  discrimination: number;
  discriminationError: number;
  /** attempts of the sample that showed the item */
  n: number;
  curve: CurvePoint[];
}

/** Ability in standard deviations, and the probability of a right answer there with its 95 % interval (by the delta method on the logit). */
export interface CurvePoint { ability: number; probability: number; low: number; high: number }

export interface Calibration {
  items: Map<string, Measure<ItemResponseParameters>>;
  logLikelihood: number;
  iterations: number;
  /** attempts used, out of all that were seen */
  sampled: number;
}

/** Fewer attempts than this, in all or on an item, are not fitted. */
export const attemptsForItemResponse = 200;
const mostIterations = 500;
/** An item whose parameters still move by more than this when the iterations are used up is not given. */
const settled = 1e-3;

/**
 * The two-parameter logistic model by marginal maximum likelihood, abilities standard normal (R. D. Bock & M. Aitkin
 * 1981): EM, sped up by SQUAREM (R. Varadhan & C. Roland 2008), to within 1e-5 of every parameter. Items that an attempt
 * did not show are missing and take no part; an item with partial credit is not fitted.
 */
export function calibrate(accumulator: AttemptAccumulator): Measure<Calibration> {
  if (accumulator.test.n < attemptsForItemResponse) return unknown('too-few-attempts');
  const attempts = accumulator.sample.attempts();
  const counts = accumulator.itemIds.map(() => ({ n: 0, right: 0 }));
  for (const { items, right } of attempts) {
    items.forEach((item, at) => {
      const count = counts[item];
      if (count === undefined) return;
      count.n += 1;
      count.right += right[at] ?? 0;
    });
  }
  const result: Calibration = { items: new Map(), logLikelihood: 0, iterations: 0, sampled: attempts.length };
  const fitted: { id: string; n: number; right: number }[] = [];
  const place = new Map<number, number>();
  accumulator.itemIds.forEach((id, number) => {
    const { n, right } = counts[number] ?? { n: 0, right: 0 };
    if ((accumulator.items.get(id)?.partial ?? 0) > 0) result.items.set(id, unknown('partial-credit'));
    else if (n < attemptsForItemResponse) result.items.set(id, unknown('too-few-attempts'));
    else if (right === 0 || right === n) result.items.set(id, unknown('no-variance'));
    else place.set(number, fitted.push({ id, n, right }) - 1);
  });
  if (fitted.length < 3) return unknown('too-few-items');
  const forms = groupAttempts(attempts, place);
  const start = new Float64Array(2 * fitted.length).fill(1);
  fitted.forEach(({ n, right }, at) => (start[fitted.length + at] = 1.2 * Math.log(right / (n - right))));
  const { parameters, logLikelihood, iterations, moved } = climb(forms, start);
  if (moved.every((by) => by > settled)) return unknown('not-converged');
  orient(parameters);
  const errors = covariances(forms, parameters);
  fitted.forEach(({ id, n }, at) => result.items.set(id, (moved[at] ?? 0) > settled ? unknown('not-converged') : describe(parameters[at] ?? 0, parameters[fitted.length + at] ?? 0, errors[at] ?? null, n)));
  return known({ ...result, logLikelihood, iterations });
}

/** The probability of a right answer. */
export const probabilityOf = ({ discrimination, difficulty }: Pick<ItemResponseParameters, 'discrimination' | 'difficulty'>, ability: number): number =>
  1 / (1 + Math.exp(-discrimination * (ability - difficulty)));

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** `moved`: by how much each item's parameters moved in the last step. Items that have become steps hold nobody up. */
function climb(forms: readonly FormGroup[], start: Parameters): { parameters: Parameters; logLikelihood: number; iterations: number; moved: Float64Array } {
  const items = start.length / 2;
  const moved = new Float64Array(items);
  let parameters = start;
  let expected = expect(forms, parameters);
  let iterations = 1;
  for (; iterations <= mostIterations; iterations += 3) {
    const one = maximise(expected, parameters);
    const two = maximise(expect(forms, one), one);
    const r = one.map((value, at) => value - (parameters[at] ?? 0));
    const v = two.map((value, at) => value - (one[at] ?? 0) - (r[at] ?? 0));
    for (let item = 0; item < items; item++) moved[item] = Math.max(Math.abs(r[item] ?? 0), Math.abs(r[items + item] ?? 0));
    if (moved.every((by, item) => by < 1e-5 || Math.abs(two[item] ?? 0) > steepest)) return { parameters: two, logLikelihood: expected.logLikelihood, iterations, moved };
    const length = Math.max(1, Math.sqrt(squares(r) / Math.max(squares(v), 1e-300)));
    const jump = parameters.map((from, at) => from + 2 * length * (r[at] ?? 0) + length * length * (v[at] ?? 0));
    const there = expect(forms, jump);
    const better = there.logLikelihood >= expected.logLikelihood;
    parameters = better ? jump : two;
    expected = better ? there : expect(forms, two);
  }
  return { parameters, logLikelihood: expected.logLikelihood, iterations, moved };
}

const squares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);

/** The model can't tell which end of the scale is the able one: the end at which more is answered right. */
function orient(parameters: Parameters): void {
  const items = parameters.length / 2;
  const sum = parameters.subarray(0, items).reduce((a, b) => a + b, 0);
  if (sum < 0) for (let at = 0; at < items; at++) parameters[at] = -(parameters[at] ?? 0);
}

function describe(slope: number, intercept: number, covariance: ItemCovariance | null, n: number): Measure<ItemResponseParameters> {
  if (covariance === null || Math.abs(slope) > steepest || Math.abs(slope) < 1e-3) return unknown('unstable');
  const difficulty = -intercept / slope;
  // the delta method for -intercept / slope
  const variance = (covariance.intercept + 2 * difficulty * covariance.both + difficulty * difficulty * covariance.slope) / (slope * slope);
  if (!(variance > 0)) return unknown('unstable');
  const found = { difficulty, difficultyError: Math.sqrt(variance), discrimination: slope, discriminationError: Math.sqrt(covariance.slope), n };
  const curve = Array.from({ length: 33 }, (_, at): CurvePoint => {
    const ability = at / 4 - 4;
    const logit = slope * ability + intercept;
    const half = 1.959964 * Math.sqrt(Math.max(0, covariance.intercept + 2 * ability * covariance.both + ability * ability * covariance.slope));
    return { ability, probability: probabilityOf(found, ability), low: logistic(logit - half), high: logistic(logit + half) };
  });
  return known({ ...found, curve });
}
