import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import readXlsxFile from 'read-excel-file/node';
import { v7 } from 'uuid';
import { AttemptRow, EnrolmentRow, ProgressRow, ResponseRow } from '../../apps/server/src/learning/learning.entity.js';
import { CohortsService } from '../../apps/server/src/cohorts/cohorts.service.js';
import { AccountRow, MembershipRow } from '../../apps/server/src/identity/identity.entity.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom, type Learner } from './classroom.js';
import { enrolled, gradedCourse, member, take } from './grading-course.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

interface Cell { column: string; enrolmentId: string | null; state: string; value: number | null; use: string | null; earned: number | null; attempts: number; waiting: number; revision: number; override: { state: string; value: number | null; reason: string } | null }
interface Row { account: { name: string }; total: number | null; incomplete: boolean; explained: string[]; cells: Cell[] }
interface Book { revision: number; categories: { id: string; name: string; weight: number; dropLowest: number }[]; columns: { id: string; kind: string; title: string; mean: number | null; marked: number; waiting: number; category: string | null }[]; rows: { totalCount: number; nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
const rowFields = 'account { name } total incomplete explained categories { category value share } cells { column enrolmentId state value use earned attempts waiting revision override { state value reason } }';
const bookQuery = `query ($id: ID!, $first: Int = 100, $after: String, $sort: GradebookSort = NAME, $descending: Boolean = false, $search: String) { cohort(id: $id) { gradebook {
  revision unmarked categories { id name weight dropLowest } columns { id kind title detail category mean marked waiting }
  rows(first: $first, after: $after, sort: $sort, descending: $descending, search: $search) { totalCount pageInfo { hasNextPage endCursor } nodes { ${rowFields} } } } } }`;
const overrideMutation = `mutation ($input: OverrideMarkInput!) { overrideMark(input: $input) { ${rowFields} } }`;
const undoMutation = `mutation ($cohort: ID!, $enrolment: ID!, $column: ID!, $revision: Int!) { undoMark(cohort: $cohort, enrolment: $enrolment, column: $column, revision: $revision) { ${rowFields} } }`;
const saveMutation = 'mutation ($input: SaveGradebookInput!) { saveGradebook(input: $input) { revision categories { id weight dropLowest } } }';
const changesQuery = 'query ($enrolment: ID!, $column: ID!) { markChanges(enrolment: $enrolment, column: $column, first: 10) { totalCount nodes { by { name } reason undoes before { state value } after { state value } } } }';

let server: TestServer;
let room: Classroom;
let staff: Client;
let cohort: string;
let learners: { ana: Learner; bo: Learner; cleo: Learner };
let column: string;
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  const version = await room.publish(gradedCourse('2'), 2);
  ({ id: cohort } = await server.app.get(CohortsService).create(room.system, { name: 'Spring', courseVersion: version }));
  ({ client: staff } = await member(server, room, 'COORDINATOR', 'Cora'));
  learners = { ana: await enrolled(server, room, version, 'Ana', cohort), bo: await enrolled(server, room, version, '=HYPERLINK("http://x","Bo")', cohort), cleo: await enrolled(server, room, version, 'Cleo', cohort) };
  column = `${room.courseId}/final`;
});
afterAll(() => server.close());

const book = async (variables: Record<string, unknown> = {}, who = staff): Promise<Book> => (await who.must<{ cohort: { gradebook: Book } }>(bookQuery, { id: cohort, ...variables })).cohort.gradebook;
const rowOf = (found: Book, name: string): Row => found.rows.nodes.find((row) => row.account.name === name) ?? (() => { throw new Error(`No row of ${name}.`); })();
const cellOf = (row: Row): Cell => row.cells.find((cell) => cell.column === column) ?? (() => { throw new Error('No such cell.'); })();
const override = (learner: Learner, change: Record<string, unknown>) => ({ input: { cohort, enrolment: learner.enrolment, column, state: 'marked', value: 0.75, reason: 'Oral exam instead.', revision: 0, ...change } });

describe('a gradebook', () => {
  test('has a column for each assessment; what nobody has done is missing and gives no grade', async () => {
    const found = await book();
    expect(found.columns).toEqual(expect.arrayContaining([expect.objectContaining({ id: column, kind: 'assessment', category: 'assessments', marked: 0, mean: null })]));
    expect(rowOf(found, 'Ana')).toMatchObject({ total: null, incomplete: false });
    expect(cellOf(rowOf(found, 'Ana'))).toMatchObject({ state: 'missing', value: null, revision: 0 });
  });

  test('shows what learning counts: an essay waits for its grader, what is finished counts by the assessment\'s own rule', async () => {
    await take(learners.ana, { essay: null });
    await take(learners.ana, { 'item-0': null, 'item-1': null, essay: null });
    await take(learners.bo, {});
    const found = await book();
    const progress = await staff.must<{ enrolment: { progress: { assessments: Record<string, { best: number }> } } }>('query ($id: ID!) { enrolment(id: $id) { progress } }', { id: learners.ana.enrolment });
    expect(cellOf(rowOf(found, 'Ana'))).toMatchObject({ state: 'marked', attempts: 2, use: 'counts', value: progress.enrolment.progress.assessments['final']?.best });
    expect(cellOf(rowOf(found, '=HYPERLINK("http://x","Bo")'))).toMatchObject({ state: 'waiting', value: null, waiting: 1, use: 'waiting' });
    expect(found.columns.find(({ id }) => id === column)).toMatchObject({ marked: 1, waiting: 1 });
    expect(rowOf(found, 'Ana').total).toBe(cellOf(rowOf(found, 'Ana')).value);
  });

  test('is sorted by grade, searched and paged, each learner met once', async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const found: Book = await book({ first: 1, after, sort: 'TOTAL', descending: true });
      names.push(...found.rows.nodes.map((row) => row.account.name));
      after = found.rows.pageInfo.hasNextPage ? found.rows.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names[0]).toBe('Ana');
    expect(names.toSorted()).toEqual(['=HYPERLINK("http://x","Bo")', 'Ana', 'Cleo']);
    expect((await book({ search: 'cLE' })).rows.totalCount).toBe(1);
  });
});

describe('a mark', () => {
  test('is put in the place of what was counted, with a reason; then excused, then taken back step by step', async () => {
    const first = (await staff.must<{ overrideMark: Row }>(overrideMutation, override(learners.cleo, {}))).overrideMark;
    expect(first).toMatchObject({ total: 0.75 });
    expect(cellOf(first)).toMatchObject({ state: 'marked', value: 0.75, earned: null, revision: 1, override: { state: 'marked', value: 0.75, reason: 'Oral exam instead.' } });
    const excused = (await staff.must<{ overrideMark: Row }>(overrideMutation, override(learners.cleo, { state: 'excused', value: null, reason: 'Ill.', revision: 1 }))).overrideMark;
    expect(excused).toMatchObject({ total: null });
    const back = (await staff.must<{ undoMark: Row }>(undoMutation, { cohort, enrolment: learners.cleo.enrolment, column, revision: 2 })).undoMark;
    expect(cellOf(back)).toMatchObject({ value: 0.75, revision: 3, override: { reason: 'Oral exam instead.' } });
    const { markChanges } = await staff.must<{ markChanges: { totalCount: number; nodes: object[] } }>(changesQuery, { enrolment: learners.cleo.enrolment, column });
    expect(markChanges.totalCount).toBe(3);
    expect(markChanges.nodes).toEqual([
      { by: { name: 'Cora' }, reason: '', undoes: expect.any(String), before: { state: 'excused', value: null }, after: { state: 'marked', value: 0.75 } },
      { by: { name: 'Cora' }, reason: 'Ill.', undoes: null, before: { state: 'marked', value: 0.75 }, after: { state: 'excused', value: null } },
      { by: { name: 'Cora' }, reason: 'Oral exam instead.', undoes: null, before: null, after: { state: 'marked', value: 0.75 } },
    ]);
  });

  test('that was put off makes the grade incomplete, and says so', async () => {
    const { overrideMark } = await staff.must<{ overrideMark: Row }>(overrideMutation, override(learners.bo, { state: 'incomplete', value: null, reason: 'Until June.' }));
    expect(overrideMark.incomplete).toBe(true);
    expect(overrideMark.explained.at(-1)).toBe('A mark was put off, so the grade is incomplete until that is resolved.');
  });

  test('of two who change it at once one is told, and nothing of hers is saved', async () => {
    const answers = await Promise.all([0.1, 0.2].map((value) => staff.ask(overrideMutation, override(learners.ana, { value }))));
    expect(answers.map(({ errors }) => errors[0]?.extensions.code ?? 'saved').toSorted()).toEqual(['MARK_CHANGED', 'saved']);
    const { markChanges } = await staff.must<{ markChanges: { totalCount: number } }>(changesQuery, { enrolment: learners.ana.enrolment, column });
    expect(markChanges.totalCount).toBe(1);
    await staff.must(undoMutation, { cohort, enrolment: learners.ana.enrolment, column, revision: 1 });
  });

  test.each([
    [{ value: 1.2, revision: 9 }, 'BAD_INPUT', ['input', 'value']], [{ value: null, revision: 9 }, 'BAD_INPUT', ['input', 'value']], [{ state: 'excused', revision: 9 }, 'BAD_INPUT', ['input', 'value']],
    [{ reason: '  ', revision: 9 }, 'BAD_INPUT', ['input', 'reason']], [{ column: 'nowhere/final' }, 'NO_SUCH_COLUMN', ['column']], [{ enrolment: v7() }, 'NO_SUCH_COLUMN', ['column']], [{ cohort: v7() }, 'NOT_FOUND', ['cohort']],
  ])('%j is refused with %s', async (change, code, path) => {
    expect((await staff.ask(overrideMutation, override(learners.ana, change))).errors[0]?.extensions).toEqual({ code, path });
  });
});

describe('settings', () => {
  const settings = (change: Record<string, unknown> = {}) => ({ input: { cohort, revision: 0, unmarked: 'zero', categories: [{ id: 'exam', name: 'Exam', weight: 70, dropLowest: 1 }, { id: 'rest', name: 'The rest', weight: 30, dropLowest: 0 }], columns: [{ column, category: 'exam' }], ...change } });
  test('whose weights do not make 100 are refused with the sum', async () => {
    const { errors } = await staff.ask(saveMutation, settings({ categories: [{ id: 'exam', name: 'Exam', weight: 70, dropLowest: 0 }] }));
    expect(errors[0]).toMatchObject({ message: 'The weights make 70 together; they must make 100.', extensions: { code: 'GRADEBOOK_IMPOSSIBLE', path: ['input', 'categories'] } });
  });
  test('are in force at once; somebody who saw older ones loses nothing of the newer', async () => {
    expect(await staff.must(saveMutation, settings())).toMatchObject({ saveGradebook: { revision: 1, categories: [{ id: 'exam', weight: 70, dropLowest: 1 }, { id: 'rest', weight: 30 }] } });
    expect(rowOf(await book(), 'Ana').explained[0]).toBe('Exam, weight 70: the mean of 2 marks (33.3 %, 0 %) is 16.6 %; left out as the lowest: Assessment quiz (0 %); not done, counted as 0: Assessment timed.');
    expect((await staff.ask(saveMutation, settings({ unmarked: 'left-out' }))).errors[0]?.extensions).toEqual({ code: 'GRADEBOOK_CHANGED', path: ['input', 'revision'] });
  });
});

describe('for a spreadsheet', () => {
  test('CSV guards what would be a formula, and gives numbers as numbers', async () => {
    const response = await staff.fetch(`/cohorts/${cohort}/gradebook.csv`);
    expect(response.headers.get('content-type')).toContain('text/csv');
    const lines = (await response.text()).trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('Grade %');
    expect(lines[1]).toMatch(/^"'=HYPERLINK\(""http/);
    expect(lines.find((line) => line.startsWith('Cleo'))).toContain(',75,');
  });
  test.each(['gradebook', 'learners'])('%s.xlsx holds texts as texts and no formula', async (name) => {
    const bytes = Buffer.from(await (await staff.fetch(`/cohorts/${cohort}/${name}.xlsx`)).arrayBuffer());
    const [{ data: rows } = { data: [] }] = await readXlsxFile(bytes) as unknown as { data: unknown[][] }[];
    expect(rows).toHaveLength(4);
    expect(rows.map(([first]) => first)).toContain('=HYPERLINK("http://x","Bo")');
    expect(bytes.includes('<f>')).toBe(false);
  });
});

test('beside it, who is at risk is said with the signals, and where the cohort thins out', async () => {
  const { cohort: { overview } } = await staff.must<{ cohort: { overview: { attention: { kind: string; count: number; learners: { signals: string[]; learner: { account: { name: string } } }[] }[]; hardQuestions: { stem: string; unit: string; learners: number; wrong: number }[]; funnel: { label: string; learners: number }[]; timeSpent: { learners: number }[] } } }>(
    'query ($id: ID!) { cohort(id: $id) { overview { attention { kind count learners { signals learner { account { name } } } } hardQuestions { stem unit learners wrong } funnel { label learners } timeSpent { label learners } } } }', { id: cohort });
  // She stands in one list alone, with all that is to be said of her.
  expect(overview.attention).toEqual([
    { kind: 'WAITING', count: 1, learners: [{ signals: ['Has not passed the assessment that decides.', '2 attempts not passed.'], learner: { account: { name: 'Ana' } } }] },
    ...['STUCK', 'LATE', 'AT_RISK'].map((kind) => ({ kind, count: 0, learners: [] })),
  ]);
  // Two have answered: that says nothing of a question yet.
  expect(overview.hardQuestions).toEqual([]);
  expect(overview.funnel.map(({ learners: count }) => count)).toEqual([3, 2, expect.any(Number), 2, 0]);
  expect(overview.timeSpent.reduce((sum, { learners: count }) => sum + count, 0)).toBe(3);
});

test('learners, strangers and nobody get none of it', async () => {
  const { client: stranger } = await member(server, await Classroom.open(server, 'new', 'other'), 'COORDINATOR', 'Stranger');
  expect((await learners.ana.client.ask(bookQuery, { id: cohort })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await learners.ana.client.ask(changesQuery, { enrolment: learners.ana.enrolment, column })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await stranger.must(bookQuery, { id: cohort })).toEqual({ cohort: null });
  expect((await stranger.ask(overrideMutation, override(learners.ana, {}))).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await stranger.ask(changesQuery, { enrolment: learners.ana.enrolment, column })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  for (const file of ['gradebook.csv', 'gradebook.xlsx']) expect([(await learners.ana.client.fetch(`/cohorts/${cohort}/${file}`)).status, (await stranger.fetch(`/cohorts/${cohort}/${file}`)).status, (await server.client().fetch(`/cohorts/${cohort}/${file}`)).status]).toEqual([403, 404, 401]);
});

test('500 learners take as many statements as three', async () => {
  const admin = await server.signedIn(administrator.email);
  const database = server.app.get(Database);
  const overviewOf = async () => (await admin.must<{ cohort: { overview: { hardQuestions: { item: string; stem: string; unit: string; learners: number; wrong: number }[] } } }>('query ($id: ID!) { cohort(id: $id) { overview { attention { count learners { signals learner { account { name } enrolment { id } } } } hardQuestions { item stem unit learners wrong } funnel { learners } } } }', { id: cohort })).cohort.overview;
  const overviewTakes = async (): Promise<number> => {
    const counts: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      const before = database.statements;
      await overviewOf();
      counts.push(database.statements - before);
    }
    return Math.min(...counts);
  };
  const asked = async (first: number): Promise<number> => {
    // The least of a few, as what comes round by itself has statements of its own.
    const counts: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      const before = database.statements;
      await book({ first }, admin);
      counts.push(database.statements - before);
    }
    return Math.min(...counts);
  };
  await asked(3);
  const few = await asked(3);
  const overviewOfFew = await overviewTakes();
  const [known] = await database.read.findBy(EnrolmentRow, { id: learners.ana.enrolment });
  const accounts = Array.from({ length: 497 }, (_, place) => ({ id: v7(), email: `n${place}@example.org`, name: `N ${place}`, passwordHash: null, demoAbout: null, createdAt: new Date().toISOString() }));
  const rows = accounts.map(({ id }) => ({ ...known, id: v7(), accountId: id } as EnrolmentRow));
  const [progress] = await database.read.findBy(ProgressRow, { enrolmentId: learners.cleo.enrolment });
  const [attempt] = await database.read.findBy(AttemptRow, { enrolmentId: learners.ana.enrolment });
  const responses = await database.read.findBy(ResponseRow, { enrolmentId: learners.ana.enrolment, attemptId: attempt?.id ?? '' });
  await database.write(async (manager) => {
    for (let from = 0; from < rows.length; from += 100) {
      await manager.insert(AccountRow, accounts.slice(from, from + 100));
      await manager.insert(MembershipRow, accounts.slice(from, from + 100).map(({ id }) => ({ organisationId: room.system.organisationId, accountId: id, roles: ['LEARNER' as const] })));
      await manager.insert(EnrolmentRow, rows.slice(from, from + 100));
      await manager.insert(ProgressRow, rows.slice(from, from + 100).map(({ id }) => ({ ...progress, enrolmentId: id } as ProgressRow)));
      await manager.insert(AttemptRow, rows.slice(from, from + 100).map(({ id }) => ({ ...attempt, enrolmentId: id } as AttemptRow)));
      // Every other one of them is right where Ana was wrong.
      for (const response of responses) await manager.insert(ResponseRow, rows.slice(from, from + 100).map(({ id }, place) => ({ ...response, enrolmentId: id, outcome: place % 2 === 0 ? 'correct' : 'incorrect', raw: place % 2 === 0 ? 1 : 0, max: 1, scaled: place % 2 === 0 ? 1 : 0 })) as never[]);
    }
  });
  expect(await asked(100)).toBe(few);
  expect(few).toBeLessThanOrEqual(12);
  // One more at most: now there are learners enough for questions to be shown.
  expect(await overviewTakes()).toBeLessThanOrEqual(overviewOfFew + 1);
  const { hardQuestions: [hardest] } = await overviewOf();
  expect(hardest).toMatchObject({ stem: expect.stringMatching(/\w/), unit: expect.any(String), learners: expect.any(Number) });
  expect(hardest?.learners).toBeGreaterThanOrEqual(497);
  expect((hardest?.wrong ?? 0) / (hardest?.learners ?? 1)).toBeCloseTo(0.5, 1);
});
