import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Classroom, type Learner, send, uuid } from './classroom.js';
import { type Answer, counts, enrolled, grade, gradedCourse, gradeMutation, member, next, queueOf, resultOf, take } from './grading-course.js';
import { type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let graders: [Client, Client, Client];
let stranger: Client;
let instructor: Client;
beforeAll(async () => {
  server = await startServer();
  const room = await Classroom.open(server);
  const grader = async (name: string) => (await member(server, room, 'GRADER', name)).client;
  graders = [await grader('Ann'), await grader('Bo'), await grader('Cy')];
  instructor = (await member(server, room, 'INSTRUCTOR', 'Elliot')).client;
  stranger = (await member(server, await Classroom.open(server, 'new'), 'ADMINISTRATOR', 'Far')).client;
});
afterAll(() => server.close());

let course: Classroom;
let queue: string;
let learner: Learner;
/** A course of its own, so that queues of tests never mix. */
beforeEach(async () => {
  course = await Classroom.open(server, 'existing', uuid());
  const version = await course.publish(gradedCourse(), 2);
  queue = queueOf(course);
  learner = await enrolled(server, course, version);
}, 30_000);
const rules = (settings: object) => instructor.must('mutation ($queue: ID!, $settings: GradingSettingsInput!) { saveGradingSettings(queue: $queue, settings: $settings) { rules { anonymous } } }', { queue, settings: { anonymous: false, doubleEvery: 0, largestDifference: 0.25, ...settings } });
const must = (answer: Answer | null): Answer => { if (answer === null) throw new Error('there is no answer'); return answer; };

describe('an essay', () => {
  test('waits for a person, and what she gives reaches the learner with level and comment', async () => {
    const { id } = await take(learner, { 'item-1': 'opt-far' });
    expect(await resultOf(learner, id)).toMatchObject({ pending: true, passed: null, waiting: 1, success: 'unknown' });
    const [ann] = graders;
    const answer = must(await next(ann, queue));
    expect(answer).toMatchObject({ state: 'WAITING', turn: 'FIRST', learner: { name: 'Lea' }, response: { value: 'Because.' }, marks: [] });
    await grade(ann, answer.id, 2, 1, { comment: 'Well seen.' });
    const result = await resultOf(learner, id);
    expect(result).toMatchObject({ raw: 4, max: 6, passed: true, pending: false, waiting: 0, success: 'passed' });
    expect(result.items.find(({ item }) => item === 'essay')).toMatchObject({ score: { raw: 3, outcome: 'partial' }, marks: { comments: ['Well seen.'], criteria: [{ title: 'The facts', levels: ['All of it'], points: 2 }, { title: 'The words', levels: ['Part of it'], points: 1 }] } });
    expect(await counts(ann, queue)).toMatchObject({ waiting: 0, done: 1 });
  });

  test('graded twice with the same id is graded once, and a mark taken back waits again', async () => {
    const { id } = await take(learner, {});
    const [ann] = graders;
    const answer = must(await next(ann, queue));
    const mark = uuid();
    await Promise.all([1, 2, 3].map(() => ann.ask(gradeMutation, { answer: answer.id, id: mark, levels: { facts: 2, words: 2 } })));
    expect(await grade(ann, answer.id, 2, 2, { id: mark })).toMatchObject({ state: 'DONE', marks: [{ id: mark }] });
    expect(await resultOf(learner, id)).toMatchObject({ raw: 6, passed: true, success: 'passed' });
    const wish = uuid();
    for (let again = 0; again < 2; again++) await ann.must('mutation ($mark: ID!, $id: ID!) { withdrawMark(mark: $mark, id: $id) { state } }', { mark, id: wish });
    expect(await resultOf(learner, id)).toMatchObject({ raw: 2, passed: null, pending: true, success: 'unknown' });
    expect(await counts(ann, queue)).toMatchObject({ waiting: 1, done: 0 });
    await grade(ann, answer.id, 0, 0);
    expect(await resultOf(learner, id)).toMatchObject({ raw: 2, passed: false, success: 'failed' });
  });

  test('is given to one grader at a time, and is passed over when she wishes', async () => {
    await take(learner, { essay: 'First.' });
    await take(learner, { essay: 'Second.' });
    const [ann, bo, cy] = graders;
    const [one, two] = await Promise.all([next(ann, queue), next(bo, queue)]);
    expect(new Set([one?.response.value, two?.response.value])).toEqual(new Set(['First.', 'Second.']));
    expect(await next(cy, queue)).toBeNull();
    expect((await cy.ask(gradeMutation, { answer: one?.id, id: uuid(), levels: { facts: 1, words: 1 } })).errors[0]?.extensions.code).toBe('ANSWER_CLAIMED');
    const first = one?.response.value === 'First.' ? ann : bo;
    expect(await next(first, queue, { after: (one?.response.value === 'First.' ? one : two)?.id })).toBeNull();
    expect((await next(cy, queue))?.response.value).toBe('First.');
  });

  test('is not graded by half a rubric', async () => {
    await take(learner, {});
    const answer = must(await next(graders[0], queue));
    for (const levels of [{ facts: 1 }, { facts: 1, words: 3 }, { facts: 1, words: 1, more: 1 }]) {
      expect((await graders[0].ask(gradeMutation, { answer: answer.id, id: uuid(), levels })).errors[0]?.extensions).toEqual({ code: 'NOT_WHOLE', path: ['levels'] });
    }
  });
});

describe('a second grader', () => {
  test('is asked where the rules say so, sees nothing of the first, and close marks count by their mean', async () => {
    const { id } = await take(learner, {});
    const [ann, bo] = graders;
    await counts(ann, queue);
    await rules({ doubleEvery: 1 });
    const answer = must(await next(ann, queue));
    expect(await grade(ann, answer.id, 2, 1)).toMatchObject({ state: 'SECOND' });
    expect(await resultOf(learner, id)).toMatchObject({ pending: true });
    expect(await next(ann, queue)).toBeNull();
    const second = must(await next(bo, queue));
    expect(second).toMatchObject({ id: answer.id, turn: 'SECOND', marks: [] });
    expect((await instructor.must<{ gradingAnswer: Answer }>('query ($id: ID!) { gradingAnswer(id: $id) { marks { id } } }', { id: answer.id })).gradingAnswer.marks).toEqual([]);
    expect(await grade(bo, answer.id, 2, 2)).toMatchObject({ state: 'DONE' });
    const result = await resultOf(learner, id);
    expect(result).toMatchObject({ raw: 5.5, pending: false });
    expect(result.items.find(({ item }) => item === 'essay')?.marks?.criteria[1]).toMatchObject({ levels: ['Part of it', 'All of it'], points: 1.5 });
  });

  test('who is far from the first leaves it to somebody else, who sees both', async () => {
    const { id } = await take(learner, {});
    const [ann, bo, cy] = graders;
    await counts(ann, queue);
    await rules({ doubleEvery: 1 });
    const { id: answer } = must(await next(ann, queue));
    await grade(ann, answer, 0, 0);
    expect(await grade(bo, answer, 2, 2)).toMatchObject({ state: 'MODERATION' });
    for (const own of [ann, bo]) {
      expect(await next(own, queue, { moderate: true })).toBeNull();
      expect((await own.ask(gradeMutation, { answer, id: uuid(), levels: { facts: 1, words: 1 } })).errors[0]?.extensions.code).toBe('OWN_MARKS');
    }
    expect(must(await next(cy, queue, { moderate: true })).marks.map(({ turn, grader }) => [turn, grader?.name])).toEqual([['FIRST', 'Ann'], ['SECOND', 'Bo']]);
    expect(await grade(cy, answer, 1, 1)).toMatchObject({ state: 'DONE' });
    expect(await resultOf(learner, id)).toMatchObject({ raw: 4, pending: false });
    const { gradingQueue } = await ann.must<{ gradingQueue: { agreement: object } }>('query ($queue: ID!) { gradingQueue(id: $queue) { agreement { answers exact kappa sentence criteria { id exact } } } }', { queue });
    expect(gradingQueue.agreement).toMatchObject({ answers: 1, exact: 0, criteria: [{ id: 'facts', exact: 0 }, { id: 'words', exact: 0 }] });
  });

  test('and every second answer alone, where that is asked', async () => {
    for (let times = 0; times < 4; times++) await take(learner, {});
    const [ann] = graders;
    await counts(ann, queue);
    await rules({ doubleEvery: 2 });
    for (let answer = await next(ann, queue); answer !== null; answer = await next(ann, queue)) await grade(ann, answer.id, 1, 1);
    expect(await counts(ann, queue)).toEqual({ waiting: 0, second: 2, secondMine: 0, moderation: 0, done: 2 });
    expect((await counts(graders[1], queue))['secondMine']).toBe(2);
  });
});

describe('who grades', () => {
  test('is not told the name where grading is anonymous, and knows an answer by a number that stays', async () => {
    await take(learner, {});
    await take(learner, {});
    const [ann] = graders;
    await counts(ann, queue);
    await rules({ anonymous: true });
    const answer = must(await next(ann, queue));
    expect(answer).toMatchObject({ learner: null, number: 1 });
    expect(await next(ann, queue, { after: answer.id })).toMatchObject({ number: 2 });
    await grade(ann, answer.id, 1, 1);
    expect((await ann.must<{ gradingAnswers: { nodes: { number: number }[] } }>('query ($queue: ID!) { gradingAnswers(queue: $queue) { nodes { number } } }', { queue })).gradingAnswers.nodes).toEqual([{ number: 1 }, { number: 2 }]);
    expect(JSON.stringify(answer)).not.toContain('Lea');
    expect(JSON.stringify(answer)).not.toContain(learner.enrolment);
  });

  test('is nobody of another organisation, and no learner', async () => {
    await take(learner, {});
    const answer = must(await next(graders[0], queue));
    const calls: [string, object][] = [
      ['query ($queue: ID!) { gradingQueue(id: $queue) { id } }', { queue }], ['query ($id: ID!) { gradingAnswer(id: $id) { id } }', { id: answer.id }], [gradeMutation, { answer: answer.id, id: uuid(), levels: { facts: 1, words: 1 } }],
    ];
    for (const [text, variables] of calls) {
      expect((await stranger.ask(text, { ...variables })).errors[0]?.extensions.code).toBe('NOT_FOUND');
      expect((await learner.client.ask(text, { ...variables })).errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await server.client().ask(text, { ...variables })).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
    expect((await stranger.must<{ gradingQueues: { totalCount: number } }>('{ gradingQueues { totalCount } }')).gradingQueues.totalCount).toBe(0);
    expect((await graders[0].ask('mutation ($queue: ID!) { saveGradingSettings(queue: $queue, settings: { anonymous: true, doubleEvery: 0, largestDifference: 1 }) { id } }', { queue })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('is a person at the server: no score comes from a learner\'s device', async () => {
    const { id } = await take(learner, {});
    const claimed = await send(learner, { type: 'attempt-rescored', attempt: id, assessment: 'final' });
    expect(claimed).toMatchObject({ accepted: [], rejected: [{ code: 'EVENT_SCORE_INVALID' }] });
    expect(await resultOf(learner, id)).toMatchObject({ raw: 2, passed: null, success: 'unknown' });
  });

  test('keeps texts of her own, and shares those that are for all', async () => {
    const [ann, bo] = graders;
    const save = (text: string, shared: boolean) => ann.must<{ saveGradingSnippet: { id: string } }>('mutation ($text: String!, $shared: Boolean) { saveGradingSnippet(text: $text, shared: $shared) { id } }', { text, shared });
    await save('Mine alone.', false);
    const { saveGradingSnippet } = await save('For all.', true);
    const all = async (grader: Client) => (await grader.must<{ gradingSnippets: { nodes: { text: string; own: boolean }[] } }>('{ gradingSnippets(first: 100) { nodes { text own } } }')).gradingSnippets.nodes;
    expect(await all(ann)).toEqual([{ text: 'For all.', own: true }, { text: 'Mine alone.', own: true }]);
    expect(await all(bo)).toEqual([{ text: 'For all.', own: false }]);
    const remove = 'mutation ($id: ID!) { deleteGradingSnippet(snippet: $id) }';
    expect((await bo.ask(remove, { id: saveGradingSnippet.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    await ann.must(remove, { id: saveGradingSnippet.id });
    expect(await all(bo)).toEqual([]);
  });
});
