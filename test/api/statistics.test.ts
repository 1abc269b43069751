import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CohortsService } from '../../apps/server/src/cohorts/cohorts.service.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { ItemFiguresService } from '../../apps/server/src/statistics/item-figures.service.js';
import { StatisticsWatch } from '../../apps/server/src/statistics/watch.js';
import { SimulatedLearners, takeAssessment } from '../fixtures/simulated-learners.js';
import { Classroom, uuid } from './classroom.js';
import { flaws, simulatedCourse, simulatedItems, sitting } from './simulated-classroom.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

interface Measure { code: string; value: number | null; standardError: number | null; missing: string | null; sentence: string; meaning: string }
interface Analysed { item: string; severity: string; measures: Measure[]; findings: { code: string; severity: string; sentence: string; advice: string }[]; options: { id: string; key: boolean; byAbility: number[]; chosen: number; sentence: string }[]; curve: { ability: number; low: number; probability: number; high: number }[]; byCohort: { name: string; facility: number }[]; differential: { reference: string; focal: string } | null }
interface Statistics { headline: string; attempts: number; newer: number; outOfDate: boolean; computing: boolean; fault: string | null; flaggedCount: number; distribution: number[]; measures: Measure[]; cohorts: { id: string; name: string; attempts: number }[]; items: { totalCount: number; nodes: Analysed[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } }
const measures = 'measures { code value standardError missing sentence meaning }';
const fields = `headline attempts newer outOfDate computing fault flaggedCount distribution ${measures} cohorts { id name attempts }
  items(first: 100) { totalCount pageInfo { endCursor hasNextPage } nodes { item severity ${measures} findings { code severity sentence advice } options { id key byAbility chosen sentence } curve { ability low probability high } byCohort { name facility } differential { reference focal } } }`;
const asked = `query ($course: ID!, $assessment: ID!, $filter: StatisticsFilterInput) { assessmentStatistics(course: $course, assessment: $assessment, filter: $filter) { ${fields} } }`;
const recompute = `mutation ($course: ID!, $assessment: ID!) { recomputeStatistics(course: $course, assessment: $assessment) { ${fields} } }`;

const known = simulatedItems();

let server: TestServer;
let room: Classroom;
let admin: Client;
let version: string;
const statistics = async (assessment: string, filter: object | null = null, client = admin): Promise<Statistics> =>
  (await client.must<{ assessmentStatistics: Statistics }>(asked, { course: room.courseId, assessment, filter })).assessmentStatistics;
const measure = (of: { measures: Measure[] }, code: string): Measure => of.measures.find((one) => one.code === code) ?? { code, value: null, standardError: null, missing: 'not there at all', sentence: '', meaning: '' };
const flagged = ({ items }: Statistics): string[] => items.nodes.filter(({ severity }) => severity === 'warning' || severity === 'serious').map(({ item }) => item);

beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  version = await room.publish(simulatedCourse(), 2);
  admin = await server.signedIn(administrator.email);
});
afterAll(() => server.close());

describe('fifty learners of known ability have taken an assessment of twenty items, one miskeyed and one ambiguous', () => {
  beforeAll(async () => {
    await sitting(server, room, new SimulatedLearners(flaws, known), { version, assessment: 'quiz' });
  });

  test('the statistics need a look at exactly these two, and say what the strongest chose and what to do', async () => {
    const found = await statistics('quiz');
    expect([found.attempts, found.items.totalCount, found.newer, found.fault]).toEqual([50, 20, 0, null]);
    expect(flagged(found)).toEqual([flaws.miskeyed, flaws.ambiguous]);
    const [miskeyed, ambiguous] = found.items.nodes;
    expect(miskeyed?.findings[0]).toMatchObject({ code: 'key-suspect', severity: 'serious', sentence: expect.stringContaining('The strongest learners choose B “Option b”'), advice: expect.stringContaining('Check the key') });
    expect(ambiguous?.findings[0]).toMatchObject({ code: 'ambiguous', sentence: expect.stringContaining('D “Option d”') });
    expect(found.headline).toMatch(/^2 of 20 items need a look; reliability is good enough for decisions about groups/);
  });

  test('every number comes with a sentence and its meaning, and one that is not defined with the reason', async () => {
    const found = await statistics('quiz');
    for (const one of [...found.measures, ...found.items.nodes.flatMap((item) => item.measures)]) {
      expect([one.code, one.sentence, one.meaning]).toEqual([one.code, expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
      expect([one.code, one.value === null]).toEqual([one.code, one.missing !== null]);
    }
    const [item] = found.items.nodes;
    expect(measure(item ?? { measures: [] }, 'difficulty')).toMatchObject({ value: null, missing: 'too-few-attempts' });
    expect(measure(item ?? { measures: [] }, 'time').value).toBeGreaterThan(20);
    expect(found.distribution.reduce((sum, count) => sum + count, 0)).toBe(50);
    expect(item?.options.map(({ id, key }) => [id, key])).toEqual([['a', true], ['b', false], ['c', false], ['d', false]]);
    expect(item?.options.reduce((sum, { chosen }) => sum + chosen, 0)).toBe(50);
  });

  test('the items are paged, with those that need a look first, and can be asked for alone', async () => {
    const page = `query ($course: ID!, $after: String, $flagged: Boolean! = false, $item: ID) { assessmentStatistics(course: $course, assessment: "quiz") { items(first: 2, after: $after, flagged: $flagged, item: $item) { totalCount nodes { item } pageInfo { endCursor hasNextPage } } } }`;
    const items = async (variables: object): Promise<Statistics['items']> => (await admin.must<{ assessmentStatistics: Statistics }>(page, { course: room.courseId, ...variables })).assessmentStatistics.items;
    const first = await items({});
    expect(first.nodes.map(({ item }) => item)).toEqual([flaws.miskeyed, flaws.ambiguous]);
    const second = await items({ after: first.pageInfo.endCursor });
    expect(second.nodes).toHaveLength(2);
    expect(second.nodes.map(({ item }) => item)).not.toContain(flaws.miskeyed);
    expect((await items({ flagged: true })).totalCount).toBe(2);
    expect((await items({ item: 'q-01' })).nodes).toEqual([{ item: 'q-01' }]);
  });

  test('takes the same few statements whatever is in it', async () => {
    const database = server.app.get(Database);
    const counts: number[] = [];
    for (const first of [1, 20, 100]) {
      const before = database.statements;
      await admin.must(asked.replace('first: 100', `first: ${first}`), { course: room.courseId, assessment: 'quiz', filter: null });
      counts.push(database.statements - before);
    }
    expect(new Set(counts).size).toBe(1);
    expect(Math.max(...counts)).toBeLessThanOrEqual(12);
  });

  test('both are told on the instructor’s home, and on the item’s own page, the gravest first', async () => {
    const { flaggedItems } = await admin.must<{ flaggedItems: { totalCount: number; nodes: { item: string; stem: string; course: { id: string }; assessment: string; finding: { advice: string } }[] } }>('{ flaggedItems { totalCount nodes { item stem course { id } assessment finding { sentence advice } } } }');
    expect(flaggedItems.nodes.map(({ item }) => item)).toEqual([flaws.miskeyed, flaws.ambiguous]);
    expect(flaggedItems.nodes[0]).toMatchObject({ stem: 'Question 7 & its stem?', course: { id: room.courseId }, assessment: 'quiz' });
    const { itemAnalyses } = await admin.must<{ itemAnalyses: { assessment: string; analysis: Analysed }[] }>('query ($course: ID!) { itemAnalyses(course: $course, items: ["q-07"]) { assessment title computedAt analysis { item severity } } }', { course: room.courseId });
    expect(itemAnalyses).toMatchObject([{ assessment: 'quiz', analysis: { item: 'q-07', severity: 'serious' } }]);
    const { courseStatistics } = await admin.must<{ courseStatistics: object[] }>('query ($course: ID!) { courseStatistics(course: $course) { assessment attempts newer flaggedCount headline mean { value } reliability { value } } }', { course: room.courseId });
    expect(courseStatistics[0]).toMatchObject({ assessment: 'quiz', attempts: 50, newer: 0, flaggedCount: 2, mean: { value: expect.any(Number) } });
  });

  test('an instructor who looked takes an item off the list with a reason, finds it among those that were let be, and puts it back', async () => {
    const listed = async (dismissed: boolean): Promise<{ item: string; dismissal: { reason: string; codes: string[]; by: { email: string } } | null }[]> =>
      (await admin.must<{ flaggedItems: { nodes: { item: string; dismissal: { reason: string; codes: string[]; by: { email: string } } | null }[] } }>('query ($course: ID!, $dismissed: Boolean!) { flaggedItems(course: $course, dismissed: $dismissed) { nodes { item dismissal { reason codes at by { email } } } } }', { course: room.courseId, dismissed })).flaggedItems.nodes;
    const dismiss = 'mutation ($course: ID!, $item: ID!, $reason: String!) { dismissFlag(course: $course, item: $item, reason: $reason) }';
    const reopen = 'mutation ($course: ID!, $item: ID!) { reopenFlag(course: $course, item: $item) }';
    const ambiguous = { course: room.courseId, item: flaws.ambiguous };
    expect((await admin.ask(dismiss, { ...ambiguous, reason: '  ' })).errors[0]?.extensions).toEqual({ code: 'STATISTICS_REASON', path: ['reason'] });
    await admin.must(dismiss, { ...ambiguous, reason: 'Both are taught; the next version accepts both.' });
    expect((await listed(false)).map(({ item }) => item)).toEqual([flaws.miskeyed]);
    expect(await listed(true)).toMatchObject([{ item: flaws.ambiguous, dismissal: { reason: 'Both are taught; the next version accepts both.', codes: ['ambiguous'], by: { email: administrator.email } } }]);
    await admin.must(recompute, { course: room.courseId, assessment: 'quiz' });
    expect((await listed(true)).map(({ item }) => item)).toEqual([flaws.ambiguous]);
    await admin.must(reopen, ambiguous);
    expect((await listed(false)).map(({ item }) => item)).toEqual([flaws.miskeyed, flaws.ambiguous]);
    expect((await admin.ask(reopen, ambiguous)).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['item'] });
    expect((await admin.ask(dismiss, { ...ambiguous, item: 'q-01', reason: 'Nothing is wrong with it.' })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['item'] });
  });

  test('other modules get the figures of items by name', async () => {
    const figures = await server.app.get(ItemFiguresService).ofItems(room.system, room.courseId, ['q-01', flaws.miskeyed, 'no-such-item']);
    expect([...figures.keys()].sort()).toEqual(['q-01', flaws.miskeyed]);
    expect(figures.get(flaws.miskeyed)).toMatchObject({ attempts: 50, severity: 'serious', facility: expect.any(Number), discrimination: expect.any(Number) });
  });

  test('attempts that come later are counted as newer until somebody asks to compute again', async () => {
    await takeAssessment(server, { staff: admin.cookie ?? '', courseVersion: version, assessment: 'quiz' }, { learners: 1, seed: 'one more' });
    expect(await statistics('quiz')).toMatchObject({ attempts: 50, newer: 1, outOfDate: true, computing: false });
    const { recomputeStatistics } = await admin.must<{ recomputeStatistics: Statistics }>(recompute, { course: room.courseId, assessment: 'quiz' });
    expect(recomputeStatistics).toMatchObject({ attempts: 51, newer: 0, outOfDate: false });
  });

  test('can be narrowed by version and by dates', async () => {
    expect(await statistics('quiz', { version: room.version })).toMatchObject({ attempts: 0, headline: 'Nobody has submitted this assessment yet.' });
    expect(await statistics('quiz', { version })).toMatchObject({ attempts: 51 });
    expect(await statistics('quiz', { to: '2020-01-01T00:00:00Z' })).toMatchObject({ attempts: 0 });
    expect(await statistics('quiz', { from: '2020-01-01T00:00:00Z', everyAttempt: true })).toMatchObject({ attempts: 51 });
  });
});

describe('260 learners of two cohorts have taken another', () => {
  let learners: SimulatedLearners;
  let cohorts: string[];
  beforeAll(async () => {
    learners = new SimulatedLearners({ learners: 260, seed: 'two cohorts', guess: 0 }, known);
    cohorts = await Promise.all(['Spring', 'Autumn'].map(async (name) => (await server.app.get(CohortsService).create(room.system, { name, courseVersion: version, startsOn: null, endsOn: null, timeZone: 'UTC' })).id));
    await sitting(server, room, learners, { version, assessment: 'final', cohorts });
  });

  test('once a background round is over they are computed, with item response parameters that are the true ones within their standard errors', async () => {
    await server.app.get(StatisticsWatch).round();
    const found = await statistics('final');
    expect(found).toMatchObject({ attempts: 260, newer: 0, computing: false });
    const off = found.items.nodes.flatMap((item) => {
      const truth = learners.items.get(item.item);
      expect(item.curve).toHaveLength(33);
      return ([['difficulty', truth?.difficulty], ['slope', truth?.slope]] as const).map(([code, is]) => {
        const { value, standardError } = measure(item, code);
        return Math.abs((value ?? Number.NaN) - (is ?? Number.NaN)) / (standardError ?? Number.NaN);
      });
    });
    expect(off).toHaveLength(24);
    // 95 % of estimates lie within 1.96 standard errors: of 24, 20 and more with a probability of 0.995
    expect(off.filter((errors) => errors < 1.96).length).toBeGreaterThanOrEqual(20);
    expect(Math.max(...off)).toBeLessThan(3.5);
  });

  test('an item that is as it should be is not flagged, and the two cohorts are compared', async () => {
    const found = await statistics('final');
    expect(flagged(found)).toEqual([]);
    expect(found.cohorts.map(({ name, attempts }) => [name, attempts]).sort()).toEqual([['Autumn', 130], ['Spring', 130]]);
    expect(found.items.nodes[0]?.byCohort).toHaveLength(2);
    expect(found.items.nodes[0]?.differential).not.toBeNull();
    const spring = await statistics('final', { cohort: cohorts[0] });
    expect(spring.attempts).toBe(130);
  });
});

describe('who may not', () => {
  test('an instructor of another organisation is told the same as of a course that does not exist', async () => {
    const stranger = await Classroom.open(server, 'new');
    const email = `${uuid()}@example.org`;
    await server.app.get(IdentityService).invite(stranger.system, { email, name: 'A stranger', roles: ['INSTRUCTOR'], password: administrator.password });
    const client = await server.signedIn(email);
    for (const course of [room.courseId, uuid()]) {
      expect((await client.ask(asked, { course, assessment: 'quiz', filter: null })).data).toEqual({ assessmentStatistics: null });
      expect((await client.ask('query ($course: ID!) { courseStatistics(course: $course) { assessment } itemAnalyses(course: $course, items: ["q-07"]) { title } flaggedItems { totalCount } }', { course })).data).toEqual({ courseStatistics: null, itemAnalyses: [], flaggedItems: { totalCount: 0 } });
      expect((await client.ask(recompute, { course, assessment: 'quiz' })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['assessment'] });
      expect((await client.ask('mutation ($course: ID!) { dismissFlag(course: $course, item: "q-07", reason: "not mine") }', { course })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['item'] });
    }
    const own = { course: stranger.courseId, assessment: 'quiz' };
    for (const other of [version, uuid()]) expect((await client.ask(asked, { ...own, filter: { version: other } })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['filter', 'version'] });
    expect((await client.ask(asked, { ...own, filter: { cohort: uuid() } })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['filter', 'cohort'] });
  });

  test('a learner is refused, and a coordinator reads but does not compute', async () => {
    const learner = await room.learner();
    expect((await learner.client.ask(asked, { course: room.courseId, assessment: 'quiz', filter: null })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const email = `${uuid()}@example.org`;
    await server.app.get(IdentityService).invite(room.system, { email, name: 'Cora', roles: ['COORDINATOR'], password: administrator.password });
    const coordinator = await server.signedIn(email);
    expect((await statistics('quiz', null, coordinator)).attempts).toBe(51);
    expect((await coordinator.ask(recompute, { course: room.courseId, assessment: 'quiz' })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
