import type { AttemptAccumulator } from './accumulator.js';
import { known, unknown, type ItemFacts, type Measure } from './attempt.js';
import { decisionConsistency, type DecisionConsistency } from './decision-consistency.js';
import { discrimination, upperLower, type Correlation } from './discrimination.js';
import { analyseOptions, type OptionsAnalysis } from './distractors.js';
import { drift, type Drift } from './drift.js';
import { calibrate, type Calibration, type ItemResponseParameters } from './item-response.js';
import type { ItemTally } from './item-tally.js';
import { differential, type DifferentialFunctioning } from './mantel-haenszel.js';
import { alphaWithout, reliability, type Reliability } from './reliability.js';
import { scaleOf, seenCurve, type Scale, type SeenPoint } from './seen-curve.js';

export interface AnalysisOptions {
  /** proportion of points (0..1) from which an attempt passes */
  passMark?: number;
  items?: ReadonlyMap<string, ItemFacts>;
  /** cohorts to compare: differential functioning of every item between them */
  compare?: { reference: string; focal: string };
}

export interface ItemStatistics {
  item: string;
  /** attempts that showed it, and their share of all */
  n: number;
  exposure: number;
  /** mean scaled score, and its standard error; null error with fewer than 2 */
  facility: { mean: number; standardError: number | null };
  omitted: { n: number; share: number };
  discrimination: Measure<Correlation>;
  upperLower: Measure<{ index: number; upper: number; lower: number }>;
  options: Measure<OptionsAnalysis>;
  /** seconds; quantiles to within 4 % */
  time: Measure<{ n: number; mean: number; median: number; lower: number; upper: number }>;
  /** alpha of the form without it; null where alpha is not defined */
  alphaWithout: number | null;
  byVersion: Measure<Drift>;
  byCohort: Measure<Drift>;
  differential: Measure<DifferentialFunctioning>;
  itemResponse: Measure<ItemResponseParameters>;
  /** mean score in each fifth (third below 150) of learners by rest score, weakest first: the curve as it was seen */
  seenCurve: SeenPoint[];
}

export interface TestStatistics {
  n: number;
  /** of proportions of points */
  mean: number;
  /** with n - 1; null with fewer than 2 */
  standardDeviation: number | null;
  /** g1 (moments divided by n) */
  skewness: Measure<number>;
  reliability: Measure<Reliability>;
  /** standard error of measurement, as a proportion of points */
  standardErrorOfMeasurement: Measure<number>;
  /** attempts by score, in 101 classes of one per cent: 0, 1, .. 100 */
  distribution: number[];
  passRate: Measure<number>;
  decisions: Measure<DecisionConsistency>;
  calibration: Measure<Omit<Calibration, 'items'>>;
}

export interface Statistics { test: TestStatistics; items: ItemStatistics[] }

/** All statistics of what was accumulated; the accumulator can go on afterwards. */
export function analyse(accumulator: AttemptAccumulator, options: AnalysisOptions = {}): Statistics {
  const calibration = calibrate(accumulator);
  const ids = [...accumulator.itemIds];
  const test = testStatistics(accumulator, options, calibration);
  const scale = scaleOf([...calibration.value?.items.values() ?? []].flatMap(({ value }) => value ?? []), Math.max(0, test.reliability.value?.coefficient ?? 0));
  return {
    test,
    items: ids.flatMap((id) => {
      const tally = accumulator.items.get(id);
      return tally === undefined ? [] : [itemStatistics(accumulator, id, tally, options, calibration, scale)];
    }),
  };
}

function testStatistics(accumulator: AttemptAccumulator, { passMark }: AnalysisOptions, calibration: Measure<Calibration>): TestStatistics {
  const { test } = accumulator;
  const moments = test.moments();
  const reliable = reliability(accumulator);
  const deviation = test.n < 2 ? null : Math.sqrt((moments.m2 * test.n) / (test.n - 1));
  const coefficient = reliable.value?.coefficient ?? null;
  return {
    n: test.n, mean: moments.mean, standardDeviation: deviation,
    skewness: test.n < 3 ? unknown('too-few-attempts') : moments.m2 === 0 ? unknown('no-variance') : known(moments.m3 / moments.m2 ** 1.5),
    reliability: reliable,
    standardErrorOfMeasurement: coefficient === null || deviation === null || coefficient > 1 ? unknown('no-reliability') : known(deviation * Math.sqrt(1 - Math.max(0, coefficient))),
    distribution: Array.from(test.byLevel),
    passRate: passMark === undefined ? unknown('no-pass-mark') : test.n === 0 ? unknown('too-few-attempts') : known(test.shareFrom(passMark)),
    decisions: passMark === undefined ? unknown('no-pass-mark')
      : coefficient === null ? unknown('no-reliability')
        : test.n < 20 ? unknown('too-few-attempts') : decisionConsistency(moments, coefficient, passMark),
    calibration: calibration.value === null ? calibration
      : known({ logLikelihood: calibration.value.logLikelihood, iterations: calibration.value.iterations, sampled: calibration.value.sampled }),
  };
}

function itemStatistics(accumulator: AttemptAccumulator, item: string, tally: ItemTally, options: AnalysisOptions, calibration: Measure<Calibration>, scale: Scale | null): ItemStatistics {
  const { n, time } = tally;
  const mean = tally.sum / n;
  const { compare } = options;
  const itemResponse = calibration.value === null ? calibration : calibration.value.items.get(item) ?? unknown('too-few-attempts');
  const cohort = (name: string): number => accumulator.cohorts.names.indexOf(name);
  return {
    item, n, exposure: n / accumulator.test.n,
    facility: { mean, standardError: n < 2 ? null : Math.sqrt(Math.max(0, tally.squares - tally.sum * mean) / (n - 1) / n) },
    omitted: { n: tally.omitted, share: tally.omitted / n },
    discrimination: discrimination(tally),
    upperLower: upperLower(tally),
    options: analyseOptions(tally, options.items?.get(item)),
    time: time.n === 0 ? unknown('no-times')
      : known({ n: time.n, mean: time.mean(), median: time.quantile(0.5), lower: time.quantile(0.25), upper: time.quantile(0.75) }),
    alphaWithout: alphaWithout(accumulator, item),
    byVersion: drift(accumulator.versions.names, tally.versions),
    byCohort: drift(accumulator.cohorts.names, tally.cohorts),
    differential: compare === undefined ? unknown('one-group') : differential(tally.cohorts[cohort(compare.reference)], tally.cohorts[cohort(compare.focal)]),
    itemResponse,
    seenCurve: seenCurve(tally, itemResponse.value === null ? null : scale, itemResponse.value),
  };
}
