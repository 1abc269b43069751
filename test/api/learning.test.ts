import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Learner, answer, attemptQuery, Classroom, send, start, startMutation, submit, uuid } from './classroom.js';
import { secrets } from './sample-course.js';
import { startServer, type TestServer } from './server.js';

let server: TestServer;
let room: Classroom;
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
});
afterAll(() => server.close());

const home = `query ($id: ID!) { enrolment(id: $id) { progress next { kind lessonId assessmentId title position of minutes } conditions { label met detail } outline glossary searchText lesson(id: "first") } }`;
const homeOf = async (learner: Learner) => (await learner.client.must<{ enrolment: { progress: { fraction: number; completion: string; checks: Record<string, unknown> }; next: { kind: string; lessonId: string | null; position: number; of: number } | null; conditions: { met: boolean; detail: string | null }[]; lesson: unknown } }>(home, { id: learner.enrolment })).enrolment;

describe('reading', () => {
  test('a learner begins with the disclaimer, then the first lesson, and goes on where she was', async () => {
    const learner = await room.learner();
    expect((await homeOf(learner)).next).toMatchObject({ kind: 'acknowledge' });
    await send(learner, { type: 'acknowledged' });
    expect((await homeOf(learner)).next).toMatchObject({ kind: 'lesson', lessonId: 'first', position: 1, of: 4 });
    await send(learner, { type: 'lesson-opened', lesson: 'third' }, { type: 'position', lesson: 'third', position: 0.4 });
    const now = await homeOf(learner);
    expect(now.next).toMatchObject({ kind: 'lesson', lessonId: 'third', position: 3, of: 4 });
    expect(now.progress).toMatchObject({ completion: 'incomplete', bookmark: { lesson: 'third', position: 0.4 } });
  });

  test('progress is the same after events are sent twice and out of order', async () => {
    const learner = await room.learner();
    const event = { id: uuid(), at: '2026-11-20T10:00:00.000Z', type: 'lesson-completed', lesson: 'first' };
    const once = await send(learner, event);
    const twice = await send(learner, event, event, { at: '2026-11-19T10:00:00.000Z', type: 'lesson-opened', lesson: 'first' });
    expect(twice.accepted).toContain(event.id);
    expect(twice.progress.fraction).toBe(once.progress.fraction);
  });

  test('a reader of many pages finds all of them after the server has forgotten her', async () => {
    const learner = await room.learner();
    for (let n = 0; n < 3; n += 1) await send(learner, ...Array.from({ length: 50 }, (_, index) => ({ type: 'position', lesson: 'second', position: (n * 50 + index) / 200 })));
    expect((await homeOf(learner)).progress).toMatchObject({ bookmark: { lesson: 'second', position: 149 / 200 } });
  });

  test('an answer to a check earns its feedback at once, and nothing shows the key before', async () => {
    const learner = await room.learner();
    expect(JSON.stringify(await homeOf(learner))).not.toMatch(new RegExp(`${secrets.feedback}|${secrets.statement}`));
    const { outcomes } = await send(learner, answer(undefined, 'check-one', 'opt-near'));
    expect(outcomes).toMatchObject([{ item: 'check-one', score: { outcome: 'incorrect', scaled: 0 }, feedback: { html: [`<p>${secrets.feedback}</p>`] } }]);
    expect(Object.keys((await homeOf(learner)).progress.checks)).toEqual(['check-one']);
  });
});

describe('assessments', () => {
  test('a learner fails the final, passes the second time, and has no third', async () => {
    const learner = await room.learner();
    const first = await start(learner, 'final');
    expect(first.form.items).toHaveLength(4);
    await send(learner, ...first.form.items.map(({ id }) => answer(first.id, id, 'opt-near')));
    const failed = await submit(learner, first.id);
    expect(failed.result).toMatchObject({ raw: 0, max: 4, scaled: 0, passed: false, attemptsLeft: 1, lessonsToReadAgain: ['first'], objectives: [{ unit: 'unit-one', raw: 0, max: 4 }] });
    const second = await start(learner, 'final');
    expect(second.number).toBe(2);
    const { outcomes } = await send(learner, ...second.form.items.map(({ id }) => answer(second.id, id)));
    expect(outcomes).toEqual([]);
    const passed = await submit(learner, second.id);
    expect(passed.result).toMatchObject({ raw: 4, scaled: 1, passed: true, attemptsLeft: 0 });
    expect(passed.result?.items.every(({ score, feedback }) => score?.outcome === 'correct' && feedback !== null)).toBe(true);
    const third = await learner.client.ask(startMutation, { enrolment: learner.enrolment, assessment: 'final', attempt: uuid() });
    expect(third.errors[0]?.extensions.code).toBe('ATTEMPTS_USED_UP');
    expect((await homeOf(learner)).progress).toMatchObject({ success: 'passed', score: 1 });
  });

  test('a learner who comes back finds her answers in the same form, and nothing of the key', async () => {
    const learner = await room.learner();
    const begun = await start(learner, 'final');
    const item = begun.form.items[0]?.id ?? '';
    await send(learner, answer(begun.id, item, 'opt-far'));
    const again = await learner.client.must<{ enrolment: { attempt: typeof begun } }>(attemptQuery, { enrolment: learner.enrolment, attempt: begun.id });
    expect(again.enrolment.attempt).toMatchObject({ form: begun.form, responses: { [item]: await learner.shown(item, { value: 'opt-far' }) }, result: null });
    expect(JSON.stringify(again)).not.toMatch(new RegExp(`${secrets.feedback}|${secrets.statement}`));
    expect(await start(learner, 'final', begun.id)).toMatchObject({ id: begun.id, form: begun.form });
    expect((await start(learner, 'final')).id).toBe(begun.id);
  });

  test('an attempt submitted twice is submitted once, and answers after that are refused', async () => {
    const learner = await room.learner();
    const { id, form } = await start(learner, 'final');
    const item = form.items[0]?.id ?? '';
    await send(learner, answer(id, item));
    const once = await submit(learner, id);
    expect(await submit(learner, id)).toEqual(once);
    const late = await send(learner, answer(id, item, 'opt-far'));
    expect(late.rejected).toMatchObject([{ code: 'ATTEMPT_CLOSED', path: ['attempt'] }]);
    expect(late.progress.assessments['final']).toMatchObject({ attempts: 1 });
    expect(once.result).toMatchObject({ raw: 1, scaled: 0.25 });
  });

  test('where feedback comes at once the first answer counts, even within one batch', async () => {
    const learner = await room.learner();
    const { id, form } = await start(learner, 'quiz');
    const item = form.items[0]?.id ?? '';
    const both = await send(learner, answer(id, item, 'opt-near'), answer(id, item));
    expect(both.outcomes).toMatchObject([{ item, score: { outcome: 'incorrect' } }]);
    expect(both.rejected).toMatchObject([{ code: 'ALREADY_ANSWERED' }]);
    expect((await send(learner, answer(id, item))).rejected).toMatchObject([{ code: 'ALREADY_ANSWERED' }]);
    expect((await submit(learner, id)).result).toMatchObject({ raw: 0 });
  });

  test('an assessment that never gives feedback shows the score and nothing else', async () => {
    const learner = await room.learner();
    const { id, form, secondsLeft } = await start(learner, 'timed');
    expect(secondsLeft).toBeGreaterThan(55);
    await send(learner, ...form.items.map((item) => answer(id, item.id)));
    const done = await submit(learner, id);
    expect(done.result).toMatchObject({ scaled: 1, passed: true });
    expect(done.result?.items.every(({ score, feedback }) => score === null && feedback === null)).toBe(true);
  });

  test('the client chooses neither the seed nor the items', async () => {
    const learner = await room.learner();
    const seeded = await learner.client.ask('mutation ($e: ID!, $a: ID!) { startAttempt(enrolment: $e, assessment: "final", attempt: $a, seed: "mine") { id } }', { e: learner.enrolment, a: uuid() });
    expect(seeded.errors[0]?.extensions.code).toBe('BAD_QUERY');
    expect((await send(learner, { type: 'attempt-submitted', attempt: uuid(), assessment: 'final' })).rejected).toMatchObject([{ code: 'EVENT_BY_MUTATION' }]);
    const { id } = await start(learner, 'final');
    expect((await send(learner, answer(id, 'item-nowhere'))).rejected).toMatchObject([{ code: 'NOT_FOUND', path: ['item'] }]);
  });
});
