import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { answer, Classroom, type Learner, record, send, start, startMutation, submitMutation, uuid } from './classroom.js';
import { type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let learner: Learner;
let other: Learner;
let stranger: Learner;
beforeAll(async () => {
  server = await startServer();
  const room = await Classroom.open(server);
  learner = await room.learner();
  other = await room.learner('Other');
  stranger = await (await Classroom.open(server, 'new')).learner('Stranger');
});
afterEach(async () => { expect((await server.client().fetch('/readyz')).status).toBe(200); });
afterAll(() => server.close());

const event = (rest: Record<string, unknown> = {}) => ({ id: uuid(), at: new Date().toISOString(), session: uuid(), type: 'lesson-opened', lesson: 'first', ...rest });
const raw = (client: Client, events: unknown, enrolment = learner.enrolment) => client.ask(record, { enrolment, events });

describe('events that are not as they must be', () => {
  test('of the wrong type are refused with the path to them', async () => {
    const answered = await raw(learner.client, [event({ position: 'half' })]);
    expect(answered.errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['events', '0', 'position'] });
  });

  test('are refused one by one, and the others are kept', async () => {
    const good = event();
    const bad = [event({ at: '2999-01-01T00:00:00.000Z' }), event({ at: '1970-01-01T00:00:00.000Z' }), event({ at: 'yesterday' }), event({ type: 'invented' }), event({ lesson: 'nowhere' }), event({ id: 'not-a-uuid' })];
    const { accepted, rejected } = await send(learner, bad[0] ?? {}, good, ...bad.slice(1));
    expect(accepted).toEqual([good.id]);
    expect(rejected.map(({ code, path }) => [code, path[0]])).toEqual([
      ['EVENT_TIME_IN_FUTURE', 'at'], ['EVENT_TIME_TOO_EARLY', 'at'], ['EVENT_TIME_INVALID', 'at'], ['EVENT_TYPE_UNKNOWN', 'type'], ['EVENT_ID_INVALID', 'id'], ['EVENT_NOT_IN_COURSE', 'lesson'],
    ].toSorted((a, b) => order(String(a[0])) - order(String(b[0]))));
  });

  test('with NUL or half of a surrogate pair are refused by themselves', async () => {
    const { rejected } = await send(learner, { type: 'reflection-saved', lesson: 'first', reflection: 'why', text: 'a\0b' }, { type: 'reflection-saved', lesson: 'first', reflection: 'why', text: 'a\uD800b' });
    expect(rejected.map(({ code, path }) => [code, path])).toEqual([['BAD_INPUT', ['text']], ['BAD_INPUT', ['text']]]);
  });

  test('with a huge text are refused, and what is too large for a request is refused whole', async () => {
    const { rejected } = await send(learner, { type: 'reflection-saved', lesson: 'first', reflection: 'why', text: 'x'.repeat(10_001) });
    expect(rejected).toMatchObject([{ code: 'EVENT_TEXT_TOO_LONG', path: ['text'] }]);
    const whole = await raw(learner.client, [event({ text: 'x'.repeat(300_000) })]);
    expect([whole.status, whole.errors[0]?.extensions.code]).toEqual([413, 'TOO_LARGE']);
  });

  test('in a batch of 10,000 are refused, and nothing is half-written', async () => {
    const many = await raw(learner.client, Array.from({ length: 10_000 }, () => event()));
    expect(many.errors[0]?.extensions.code).toBe('TOO_LARGE');
    const few = await raw(learner.client, Array.from({ length: 201 }, () => event()));
    expect(few.errors[0]?.extensions).toEqual({ code: 'TOO_LARGE', path: ['events'] });
  });
});
const order = (code: string) => (code === 'EVENT_NOT_IN_COURSE' ? 1 : 0);

describe('what belongs to somebody else', () => {
  test('answers exactly like what does not exist', async () => {
    const { id } = await start(other, 'final');
    for (const [enrolment, attempt] of [[other.enrolment, id], [stranger.enrolment, id], [uuid(), id]]) {
      const recorded = await raw(learner.client, [event()], enrolment);
      expect(recorded.errors).toMatchObject([{ message: 'There is nothing with this id that you may see.', extensions: { code: 'NOT_FOUND', path: ['enrolment'] } }]);
      const submitted = await learner.client.ask(submitMutation, { enrolment, attempt });
      expect(submitted.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      expect(await learner.client.must('query ($id: ID!) { enrolment(id: $id) { id } }', { id: enrolment })).toEqual({ enrolment: null });
    }
  });

  test('cannot be answered through one\'s own enrolment', async () => {
    const { id, form } = await start(other, 'final');
    expect((await send(learner, answer(id, form.items[0]?.id ?? ''))).rejected).toMatchObject([{ code: 'NOT_FOUND', path: ['attempt'] }]);
  });
});

describe('requests that are not as they must be', () => {
  const post = (body: string, type = 'application/json') => server.client().fetch('/graphql', { method: 'POST', headers: { 'content-type': type }, body });
  test('answer with a code and without a stack', async () => {
    for (const [body, type] of [['{', 'application/json'], ['null', 'application/json'], ['{"query": 7}', 'application/json'], ['query={viewer{roles}}', 'text/plain'], ['{"query":"{ viewer { roles } }"}', 'text/plain'], ['{"query":"{ viewer"}', 'application/json']]) {
      const response = await post(body ?? '', type);
      const text = await response.text();
      expect([response.status, text]).toEqual([expect.any(Number), expect.stringContaining('"code":"')]);
      expect(response.status).toBeLessThan(500);
      expect(text).not.toMatch(/at .*\.js|stacktrace/);
    }
  });

  test('arguments with NUL, half surrogates or 20,001 characters are refused with their path', async () => {
    for (const id of ['a\0', '\uDC00', 'x'.repeat(20_001)]) {
      expect((await learner.client.ask('query ($id: ID!) { enrolment(id: $id) { id } }', { id })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['id'] });
    }
  });

  test('ids of no shape at all find nothing', async () => {
    expect((await learner.client.ask(startMutation, { enrolment: learner.enrolment, assessment: 'final', attempt: '../x' })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['attempt'] });
    expect((await learner.client.ask(startMutation, { enrolment: learner.enrolment, assessment: '__proto__', attempt: uuid() })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('a cursor that no list gave out is refused', async () => {
    for (const after of ['', 'x', Buffer.from('[{}]').toString('base64url')]) {
      const answered = await learner.client.ask('query ($after: String) { viewer { enrolments(after: $after) { totalCount } } }', { after });
      expect(answered.errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['after'] });
    }
  });
});
