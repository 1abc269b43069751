import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Item, ItemView } from '@preceptor/assessment';
import { createServer, readConfig, type RunningServer } from '@preceptor/server';
import { Ledger } from '../../apps/server/src/learning/ledger/ledger.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { answer, type AttemptAnswer, attemptQuery, Classroom, type Learner, record, send, start, submit, uuid } from './classroom.js';
import { sampleCourse } from './sample-course.js';
import { administrator, Client, startServer, type TestServer } from './server.js';

/** What a thoughtless author calls things: `STEP-1` comes first, `is-right` is right, and each premise is called like its target. Words tell nothing. */
const telling = /"(?:step-\d|is-right|is-wrong|pair-\d)"/;
const base = { statements: [], level: 'recall' as const, difficulty: 'easy' as const, maxScore: 1, shuffle: true, certainty: false, lessons: [], tags: [] };
const words = (names: readonly string[], text: string) => names.map((id, at) => ({ id, html: `<p>${text} ${'ABC'[at]}</p>` }));
const steps = ['step-1', 'step-2', 'step-3'];
const pairs = ['pair-1', 'pair-2'];
const itemsNamed = (prefix: string): Item[] => [
  { ...base, id: `${prefix}-order`, kind: 'ordering', stemHtml: '<p>In which order?</p>', content: { elements: words(steps, 'Do') }, key: { order: steps, scoring: 'partial' }, feedback: { byChoice: { 'step-1': '<p>Said of the first</p>' } } },
  { ...base, id: `${prefix}-choice`, kind: 'single-choice', stemHtml: '<p>Which?</p>', content: { options: words(['is-right', 'is-wrong'], 'Take') }, key: { correct: 'is-right' }, feedback: { byChoice: { 'is-right': '<p>Said of the right one</p>' } } },
  { ...base, id: `${prefix}-match`, kind: 'matching', stemHtml: '<p>What belongs together?</p>', content: { premises: words(pairs, 'This'), targets: words(pairs, 'That') }, key: { pairs: { 'pair-1': 'pair-1', 'pair-2': 'pair-2' } }, feedback: {} },
];
const keys: Record<string, unknown> = { order: steps, choice: 'is-right', match: { 'pair-1': 'pair-1', 'pair-2': 'pair-2' } };
const keyOf = (item: string): unknown => keys[item.split('-')[1] ?? ''];

let server: TestServer;
let room: Classroom;
let version: string;
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  const course = sampleCourse('telling');
  course.units[0]?.lessons[0]?.checks.splice(0, 1, ...itemsNamed('check'));
  course.banks.push({ id: 'telling', title: 'Telling', unit: 'unit-one', items: itemsNamed('asked') });
  for (const { assessment } of course.units) if (assessment !== null) assessment.sections = [{ id: 'all', title: 'All', shuffle: false, items: itemsNamed('asked').map(({ id }) => id) }];
  version = await room.publish(course, 2);
});
afterAll(() => server.close());

const checks = ['check-order', 'check-choice', 'check-match'];
const everything = `query ($enrolment: ID!, $attempt: ID!) { enrolment(id: $enrolment) {
  progress outline searchText lesson(id: "first") attempts(first: 5) { nodes { id form responses result { items { item score feedback } } } } attempt(id: $attempt) { form responses result { items { item score feedback } } } } }`;
const seenBy = (client: Client, { enrolment }: Learner, attempt: string): Promise<Seen> => client.must(everything, { enrolment, attempt });
interface Seen { enrolment: { progress: { checks: Record<string, { response: unknown }> }; lesson: { checks: ItemView[] }; attempt: AttemptAnswer & { form: { items: ItemView[]; form: { order: object } } } } }
const raw = (learner: Learner, events: object[]) => learner.client.ask(record, { enrolment: learner.enrolment, events: events.map((event) => ({ id: uuid(), at: new Date().toISOString(), session: uuid(), ...event })) });
const items = ['asked-order', 'asked-choice', 'asked-match'];

describe('ids that an author gave', () => {
  test.each(['quiz', 'final'])('reach no learner in the assessment "%s": not by lesson, form, answers, outcomes, progress or result', async (assessment) => {
    const learner = await room.learner('Lea', version);
    const texts: string[] = [];
    const begun = await start(learner, assessment);
    texts.push(JSON.stringify(begun));
    expect(texts[0]).toMatch(/Do [ABC].*Take [AB].*This [AB]/);
    const answers = (await Promise.all([...items.map((id) => answer(begun.id, id, keyOf(id))), ...checks.map((id) => answer(undefined, id, keyOf(id)))].map(async (event) => ({ ...event, response: await learner.shown(event.item, event.response, event.attempt) }))));
    const sent = await raw(learner, answers);
    texts.push(JSON.stringify(sent));
    expect(sent.errors).toEqual([]);
    expect(texts[1]).toMatch(/Said of the right one/);
    texts.push(JSON.stringify(await seenBy(learner.client, learner, begun.id)));
    const done = await submit(learner, begun.id);
    expect(done.result).toMatchObject({ raw: 3, max: 3 });
    texts.push(JSON.stringify(done), JSON.stringify(await seenBy(learner.client, learner, begun.id)));
    expect(texts.flatMap((text) => telling.exec(text) ?? [])).toEqual([]);
    expect(texts.at(-1)).toContain('Said of the first');
  });

  test('fit one another in what a learner is shown: form, answer, feedback and what was right', async () => {
    const learner = await room.learner('Lea', version);
    const { id } = await start(learner, 'final');
    await send(learner, answer(id, 'asked-order', ['step-1', 'step-3', 'step-2']), answer(id, 'asked-choice', 'is-right'), answer(undefined, 'check-choice', 'is-wrong'));
    await submit(learner, id);
    const { enrolment: { attempt, lesson, progress } } = await seenBy(learner.client, learner, id);
    const htmlOf = (view: ItemView | undefined, shown: unknown): string | undefined => Object.values(view?.content ?? {}).flat().find((entry: { id?: string }) => entry.id === shown)?.html as string | undefined;
    const [order, choice] = attempt.form.items;
    expect(attempt.form.form.order).toEqual({});
    expect((attempt.responses['asked-order'] as { value: string[] }).value.map((each) => htmlOf(order, each))).toEqual(['<p>Do A</p>', '<p>Do C</p>', '<p>Do B</p>']);
    const [ofOrder, ofChoice] = (attempt.result?.items ?? []) as unknown as { score: { parts: { id: string; correct: boolean }[] }; feedback: { byChoice: Record<string, string> } }[];
    expect(ofOrder?.score.parts.map((part) => `${htmlOf(order, part.id)} ${part.correct}`).toSorted()).toEqual(['<p>Do A</p> true', '<p>Do B</p> false', '<p>Do C</p> false']);
    expect(ofOrder?.score.parts.map((part) => part.id)).toEqual(ofOrder?.score.parts.map((part) => part.id).toSorted());
    expect(Object.entries(ofChoice?.feedback.byChoice ?? {}).map(([shown, html]) => [htmlOf(choice, shown), html])).toEqual([['<p>Take A</p>', '<p>Said of the right one</p>']]);
    const check = lesson.checks.find((view) => view.id === 'check-choice');
    const { response } = progress.checks['check-choice'] as unknown as { response: { value: string } };
    expect(htmlOf(check, response.value)).toBe('<p>Take B</p>');
  });

  test('are no answer when they are sent, in an assessment or to a check', async () => {
    const learner = await room.learner('Lea', version);
    const { id } = await start(learner, 'final');
    const sent = await raw(learner, [...items.map((item) => answer(id, item, keyOf(item))), ...checks.map((item) => answer(undefined, item, keyOf(item)))]);
    expect((sent.data as { recordEvents: { outcomes: object[]; rejected: object[] } }).recordEvents).toMatchObject({ rejected: [], outcomes: checks.map((item) => ({ item, score: { outcome: 'unanswered' } })) });
    const { result } = await submit(learner, id);
    expect(result).toMatchObject({ raw: 0, items: items.map((item) => ({ item, score: { outcome: 'unanswered' } })) });
  });

  test('stay in what is stored, and in what staff read', async () => {
    const learner = await room.learner('Lea', version);
    const { id } = await start(learner, 'final');
    await send(learner, answer(id, 'asked-order', steps), answer(undefined, 'check-choice', 'is-right'));
    await submit(learner, id);
    const stored = await server.app.get(Database).read.query<{ response: string }[]>(`SELECT response FROM learning_response WHERE enrolment_id = '${learner.enrolment}' AND response IS NOT NULL ORDER BY item_id`);
    expect(stored.map(({ response }) => JSON.parse(response) as unknown)).toEqual([{ value: steps }, { value: 'is-right' }]);
    const { enrolment } = await seenBy(await server.signedIn(administrator.email), learner, id);
    expect(enrolment).toMatchObject({ progress: { checks: { 'check-choice': { response: { value: 'is-right' } } } }, attempt: { responses: { 'asked-order': { value: steps } } } });
    const content = enrolment.attempt.form.items[0]?.content as { elements: { id: string }[] } | undefined;
    expect(content?.elements.map((element) => element.id).toSorted()).toEqual(steps);
  });
});

describe('ids that a learner is shown', () => {
  let second: RunningServer;
  beforeAll(async () => { second = await createServer(readConfig({ ...server.database.env, PORT: '0', NODE_ENV: 'test', LOG_LEVEL: 'silent' })); });
  afterAll(() => second.close());

  test('are the same on another server, and after a restart: what was answered there is right here', async () => {
    const learner = await room.learner('Lea', version);
    const begun = await start(learner, 'final');
    const elsewhere = { ...learner, client: new Client(second.url, { cookie: learner.client.cookie ?? '' }) };
    const there = await elsewhere.client.must<{ enrolment: { attempt: AttemptAnswer } }>(attemptQuery, { enrolment: learner.enrolment, attempt: begun.id });
    expect(there.enrolment.attempt.form).toEqual(begun.form);
    await send(elsewhere, ...items.map((item) => answer(begun.id, item, keyOf(item))));
    expect((await submit(learner, begun.id)).result).toMatchObject({ raw: 3 });
  });

  test('are those of another installation never', async () => {
    const other = await startServer({}, undefined, { migrated: false });
    try {
      const there = await Classroom.open(other);
      const course = sampleCourse();
      const [lea, kim] = [await room.learner(), await there.learner()];
      const lessonOf = async ({ client, enrolment }: Learner) => (await client.must<{ enrolment: { lesson: { checks: ItemView[] } } }>('query ($id: ID!) { enrolment(id: $id) { lesson(id: "first") } }', { id: enrolment })).enrolment.lesson.checks[0];
      const [one, another] = [await lessonOf(lea), await lessonOf(kim)];
      expect([one?.id, another?.id]).toEqual([course.units[0]?.lessons[0]?.checks[0]?.id, one?.id]);
      const idsOf = (view: ItemView | undefined) => (view?.kind === 'single-choice' ? view.content.options.map((option) => option.id) : []);
      expect(idsOf(one)).toHaveLength(3);
      expect(idsOf(one).filter((id) => idsOf(another).includes(id))).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('an attempt that was open when masking came in', () => {
  test('goes on with the ids that its learner has before her: what waited on her device counts, and is shown as she gave it', async () => {
    const learner = await room.learner('Lea', version);
    const { id } = await start(learner, 'final');
    await server.app.get(Database).write((manager) => manager.query(`UPDATE learning_attempt SET form = REPLACE(form, ',"masked":true', '') WHERE id = '${id}'`));
    server.app.get(Ledger).forget(learner.enrolment);
    const sent = await raw(learner, items.map((item) => answer(id, item, keyOf(item))));
    expect((sent.data as { recordEvents: { rejected: object[] } }).recordEvents.rejected).toEqual([]);
    expect((await seenBy(learner.client, learner, id)).enrolment.attempt.responses).toMatchObject({ 'asked-order': { value: steps } });
    const done = await submit(learner, id);
    expect(done.result).toMatchObject({ raw: 3 });
    expect(done.form.items[1]).toMatchObject({ id: 'asked-choice', content: { options: expect.arrayContaining([{ id: 'is-right', html: '<p>Take A</p>' }]) } });
  });

  test('is told from one that had been submitted, which is shown by other ids from then on', async () => {
    const before = await startServer();
    try {
      const there = await Classroom.open(before);
      const learner = await there.learner();
      const [done, open] = [await start(learner, 'final'), await start(learner, 'timed')];
      await submit(learner, done.id);
      await before.app.get(Database).write(async (manager) => {
        await manager.query(`UPDATE learning_attempt SET form = REPLACE(form, ',"masked":true', '')`);
        await manager.query('DROP TABLE learning_masking');
        await manager.query(`DELETE FROM migrations WHERE name LIKE 'LearningMasking%'`);
      });
      const after = await createServer(readConfig({ ...before.database.env, PORT: '0', NODE_ENV: 'test', LOG_LEVEL: 'silent' }));
      const client = new Client(after.url, { cookie: learner.client.cookie ?? '' });
      const formOf = async (attempt: string) => JSON.stringify((await client.must<{ enrolment: { attempt: AttemptAnswer } }>(attemptQuery, { enrolment: learner.enrolment, attempt })).enrolment.attempt.form);
      expect([await formOf(done.id), await formOf(open.id)].map((form) => form.includes('"opt-right"'))).toEqual([false, true]);
      await after.close();
    } finally {
      await before.close();
    }
  });
});
