import { analyse, AttemptAccumulator, explain, headline, type ItemFacts, needsALook, type Statistics, testMeasures } from '@preceptor/assessment/statistics';
import { countableChoices } from '@preceptor/assessment';
import { pagesOfAttempts } from '../learning/submitted-attempts.js';
import type { RawSql } from '../platform/database/raw-sql.js';
import type { Analysis, AnalysedTest } from './analysed.js';
import { resultsOf } from './attempt-results.js';
import { analysedItem, findingOf, gravestFirst } from './item-analysis.js';
import type { AnalysisJob } from './job.js';
import { nameOptions, type OptionNames, optionNames } from './option-names.js';

/** Times are read for about so many attempts: they take longer to read than all else, and a sample of this size is exact enough. */
const attemptsWithTimes = 5_000;
const pageSize = 200;

interface Counted { accumulator: AttemptAccumulator; lastAt: string | null; byVersion: Map<string, number>; byCohort: Map<string, number> }

/** Reads the submitted attempts that a job is about, page by page, and says what they show. Memory does not grow with attempts. `read` is told after each page how many are read. */
export async function analyseSubmitted(sql: RawSql, job: AnalysisJob, read: (attempts: number) => void = () => undefined): Promise<Analysis> {
  const counted = await accumulated(sql, job, read);
  const { accumulator } = counted;
  const names = new Map(Object.entries(job.now).map(([id, { item }]): [string, OptionNames] => [id, optionNames(item)]));
  const compare = comparedCohorts(job, counted.byCohort);
  const analysed = analyse(accumulator, { items: facts(job), ...(job.passMark === null ? {} : { passMark: job.passMark }), ...(compare === null ? {} : { compare }) });
  const statistics = nameOptions({ test: analysed.test, items: analysed.items.filter(({ item }) => Object.hasOwn(job.now, item)) }, names);
  const said = explain(statistics);
  const items = statistics.items.flatMap((item) => {
    const known = job.now[item.item];
    return known === undefined ? [] : [analysedItem(item, said.filter((one) => one.item === item.item), { ...known, names: names.get(item.item) ?? new Map(), compare })];
  });
  return { attempts: accumulator.test.n, lastAt: counted.lastAt, test: analysedTest(job, counted, statistics, compare), items: gravestFirst(items) };
}

async function accumulated(sql: RawSql, job: AnalysisJob, read: (attempts: number) => void): Promise<Counted> {
  const counted: Counted = { accumulator: new AttemptAccumulator(), lastAt: null, byVersion: new Map(), byCohort: new Map() };
  const stride = Math.max(1, Math.ceil(job.attempts / attemptsWithTimes));
  const results = resultsOf(job);
  let before = 0;
  for (const { id, name } of job.versions) {
    let mine = 0;
    const offset = Math.round(before / pageSize);
    for await (const page of pagesOfAttempts(sql, id, job.wanted, (number) => (offset + number) % stride === 0)) {
      for (const attempt of page) {
        counted.accumulator.add(results(id, name, attempt));
        mine += 1;
        if (attempt.cohortId !== null) counted.byCohort.set(attempt.cohortId, (counted.byCohort.get(attempt.cohortId) ?? 0) + 1);
        if (counted.lastAt === null || attempt.submittedAt > counted.lastAt) counted.lastAt = attempt.submittedAt;
      }
      read(before + mine);
    }
    counted.byVersion.set(id, mine);
    before += mine;
  }
  return counted;
}

function facts({ now }: AnalysisJob): Map<string, ItemFacts> {
  return new Map(Object.entries(now).flatMap(([id, { item }]): [string, ItemFacts][] => {
    const choices = countableChoices(item);
    return choices.length === 0 ? [] : [[id, { options: choices.map((choice) => choice.id), key: choices.filter(({ correct }) => correct).map((choice) => choice.id) }]];
  }));
}

/** By name, as the accumulator knows them. */
function comparedCohorts({ compare, cohortNames }: AnalysisJob, byCohort: ReadonlyMap<string, number>): { reference: string; focal: string } | null {
  const [first, second] = compare === null ? [...byCohort].sort((a, b) => b[1] - a[1]).map(([id]) => id) : [compare.reference, compare.focal];
  return first === undefined || second === undefined ? null : { reference: cohortNames[first] ?? first, focal: cohortNames[second] ?? second };
}

function analysedTest(job: AnalysisJob, { byVersion, byCohort }: Counted, statistics: Statistics, compared: AnalysedTest['compared']): AnalysedTest {
  const said = explain(statistics);
  const ofTest = said.filter(({ item }) => item === null);
  return {
    headline: headline(statistics, said), measures: testMeasures(statistics.test, ofTest), findings: ofTest.filter(({ kind }) => kind === 'finding').map(findingOf),
    distribution: statistics.test.distribution, passMark: job.passMark, items: statistics.items.length, compared,
    flagged: new Set(said.filter((one) => one.item !== null && needsALook(one)).map(({ item }) => item)).size,
    cohorts: [...byCohort].map(([id, attempts]) => ({ id, name: job.cohortNames[id] ?? id, attempts })).sort((a, b) => b.attempts - a.attempts),
    versions: job.versions.flatMap(({ id, name }) => ((byVersion.get(id) ?? 0) === 0 ? [] : [{ id, name, attempts: byVersion.get(id) ?? 0 }])),
  };
}
