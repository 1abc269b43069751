import type { ItemStatistics, TestStatistics } from '../analyse.js';
import type { Undefined } from '../attempt.js';
import type { Drift } from '../drift.js';
import { chance, percent, seconds, two, type ReadingCode, type Said } from './explanation.js';
import { thresholds } from './thresholds.js';

const reasons: Record<Undefined, string> = {
  'too-few-attempts': 'there are too few attempts', 'too-few-items': 'there are too few items', 'no-variance': 'all have the same score',
  'partial-credit': 'it gives partial credit, which the model does not know', 'no-rest-score': 'attempts showed no other item',
  'no-times': 'no times were recorded', 'one-group': 'there is nothing to compare with', 'unknown-group': 'one of the groups has no attempts',
  'no-overlap': 'no learners of the two groups have equal scores', 'no-pass-mark': 'there is no pass mark', 'no-reliability': 'the reliability is not known or not above 0',
  'not-converged': 'the estimate did not settle', unstable: 'the answers do not determine it',
};

const methods = { 'kr-20': 'KR-20', alpha: 'Cronbach’s alpha', generalisability: 'generalisability coefficient' };

const reading = (code: ReadingCode, sentence: string, advice: string, evidence: Said['evidence']): Said => ({ code, severity: 'none', sentence, advice, evidence });
function without(of: Exclude<ReadingCode, 'undefined'>, number: string, why: Undefined | undefined): Said {
  return reading('undefined', `The ${number} is not given: ${reasons[why ?? 'unstable']}.`, '', { of, number, why: why ?? 'unstable' });
}

/** Every number of an item in a sentence. */
export function itemReadings(item: ItemStatistics): Said[] {
  const { facility, discrimination: { value: r }, upperLower: { value: d }, time: { value: time }, itemResponse: { value: model } } = item;
  return [
    reading('facility', `Learners earned ${percent(facility.mean)} of its points on the average.`, '', { facility: facility.mean, ...(facility.standardError === null ? {} : { standardError: facility.standardError }), n: item.n }),
    r === null ? without('discrimination', 'discrimination', item.discrimination.why)
      : reading('discrimination', `Its score goes with the rest of the test by ${two(r.r)} (${two(r.low)} to ${two(r.high)}): ${quality(r.r)}.`, '', { r: r.r, low: r.low, high: r.high, n: r.n }),
    d === null ? without('upper-lower', 'upper-lower index', item.upperLower.why)
      : reading('upper-lower', `The strongest 27 % earn ${percent(d.upper)}, the weakest 27 % ${percent(d.lower)}: a difference of ${two(d.index)}.`, '', d),
    ...(item.options.value?.options ?? []).map((option) => reading('option',
      `${option.option}${option.key ? ' (key)' : ''} was chosen by ${option.chosen} (${percent(option.share)})${option.meanRest.value === null ? '' : `, who earned ${percent(option.meanRest.value)} of the rest`}.`, '',
      { option: option.option, chosen: option.chosen, share: option.share, ...(option.meanRest.value === null ? {} : { meanRest: option.meanRest.value }) })),
    reading('omitted', item.omitted.n === 0 ? 'Everybody answered it.' : `${item.omitted.n} (${percent(item.omitted.share)}) left it unanswered.`, '', item.omitted),
    reading('exposure', `${item.n} attempts showed it, ${percent(item.exposure)} of all.`, '', { n: item.n, exposure: item.exposure }),
    time === null ? without('time', 'time', item.time.why)
      : reading('time', `Half took less than ${seconds(time.median)}, half more; the mean is ${seconds(time.mean)}.`, '', { median: time.median, mean: time.mean, n: time.n }),
    ...groups('version', item.byVersion.value), ...groups('cohort', item.byCohort.value),
    item.differential.value === null ? without('differential', 'differential functioning', item.differential.why) : ofGroups(item.differential.value),
    model === null ? without('item-response', 'item response model', item.itemResponse.why)
      : reading('item-response', `Half of those ${place(model.difficulty)} are right (difficulty ${two(model.difficulty)} ± ${two(model.difficultyError)}); the curve's slope there is ${two(model.discrimination)} ± ${two(model.discriminationError)}.`, '',
        { difficulty: model.difficulty, difficultyError: model.difficultyError, discrimination: model.discrimination, discriminationError: model.discriminationError, n: model.n }),
  ];
}

/** Every number of the test in a sentence. */
export function testReadings(test: TestStatistics): Said[] {
  const { reliability: { value: reliable }, decisions: { value: decided }, standardErrorOfMeasurement: { value: error } } = test;
  return [
    reading('mean', `${test.n} attempts earned ${percent(test.mean)} on the average.`, '', { mean: test.mean, n: test.n }),
    test.standardDeviation === null ? without('spread', 'spread', 'too-few-attempts')
      : reading('spread', `Scores differ by ${percent(test.standardDeviation)} from their mean (standard deviation).`, '', { standardDeviation: test.standardDeviation }),
    test.skewness.value === null ? without('skewness', 'skewness', test.skewness.why)
      : reading('skewness', `The skewness is ${two(test.skewness.value)}: ${Math.abs(test.skewness.value) < 0.5 ? 'about as many far below the mean as far above' : test.skewness.value < 0 ? 'a tail of low scores' : 'a tail of high scores'}.`, '', { skewness: test.skewness.value }),
    reliable === null ? without('reliability', 'reliability', test.reliability.why)
      : reading('reliability', `The reliability is ${two(reliable.coefficient)} (95 % interval ${two(reliable.low)} to ${two(reliable.high)}; ${methods[reliable.method]}).`,
        reliable.coefficient >= 0.9 ? '' : reliable.coefficient >= 0.8 ? 'Enough for an end-of-course test, not for licensing.' : reliable.coefficient >= thresholds.lowReliability ? 'Enough for a class test.' : '',
        { coefficient: reliable.coefficient, low: reliable.low, high: reliable.high, method: reliable.method, items: reliable.items }),
    error === null ? without('error-of-measurement', 'error of measurement', test.standardErrorOfMeasurement.why)
      : reading('error-of-measurement', `A learner's score is within ${percent(error)} of the true one two times in three.`, '', { standardError: error }),
    test.passRate.value === null ? without('pass-rate', 'pass rate', test.passRate.why) : reading('pass-rate', `${percent(test.passRate.value)} passed.`, '', { passRate: test.passRate.value }),
    decided === null ? without('decisions', 'consistency of decisions', test.decisions.why)
      : reading('decisions', `${percent(decided.consistency)} would get the same result from a second such test (kappa ${two(decided.kappa)}).`, '', { consistency: decided.consistency, kappa: decided.kappa, accuracy: decided.accuracy }),
  ];
}

function quality(r: number): string {
  if (r < 0) return 'the weak do better than the strong';
  if (r < thresholds.poorDiscrimination) return 'it tells learners apart poorly';
  if (r < thresholds.goodDiscrimination) return 'acceptable';
  return r < thresholds.veryGoodDiscrimination ? 'good' : 'very good';
}

function groups(code: 'version' | 'cohort', drift: Drift | null): Said[] {
  return (drift?.groups ?? []).map(({ group, n, facility, standardError, adjusted }) => reading(code,
    `In ${code} ${group} ${n} earned ${percent(facility)}${adjusted === null ? '' : `, ${two(adjusted.difference)} beside learners of the same total score elsewhere (${chance(adjusted.p)})`}.`, '',
    { group, n, facility, ...(standardError === null ? {} : { standardError }), ...(adjusted === null ? {} : { difference: adjusted.difference, differenceError: adjusted.standardError, p: adjusted.p }) }));
}

function ofGroups(value: NonNullable<ItemStatistics['differential']['value']>): Said {
  const few = Math.min(value.groups.reference, value.groups.focal) < thresholds.differentialGroup;
  return reading('differential', `At the same total score the groups differ by ${two(value.difference)} (${chance(value.p)}, class ${value.class}).`,
    few ? `No verdict with fewer than ${thresholds.differentialGroup} in each group.` : '',
    { difference: value.difference, p: value.p, class: value.class, chiSquare: value.chiSquare, ...(value.odds === null ? {} : { odds: value.odds.ratio, delta: value.odds.delta }) });
}

const place = (ability: number): string => (Math.abs(ability) < 0.05 ? 'of average ability' : `${two(Math.abs(ability))} standard deviations ${ability < 0 ? 'below' : 'above'} the average`);
