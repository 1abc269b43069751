import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answer, type AttemptAnswer, attemptQuery, Classroom, send, start } from './classroom.js';
import { sampleCourse } from './sample-course.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let room: Classroom;
let admin: Client;
let next: string;
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  admin = await server.signedIn(administrator.email);
  const course = sampleCourse('2');
  next = await room.publish({ ...course, units: course.units.filter(({ id }) => id !== 'unit-three') }, 2);
});
afterAll(() => server.close());

const preview = 'query ($enrolments: [ID!]!, $version: ID!) { previewMove(enrolments: $enrolments, version: $version) { changes { enrolment { id } lessonsAdded lessonsRemoved fractionBefore fractionAfter openAttempts } } }';
const move = 'mutation ($enrolments: [ID!]!, $version: ID!) { moveEnrolments(enrolments: $enrolments, version: $version) { id courseVersion { id } } }';

describe('a new version of a course', () => {
  test('leaves enrolments where they are until they are moved, and says first what moving changes', async () => {
    const learner = await room.learner();
    await send(learner, { type: 'lesson-completed', lesson: 'first' });
    const { id, form } = await start(learner, 'final');
    await send(learner, answer(id, form.items[0]?.id ?? ''));

    const variables = { enrolments: [learner.enrolment], version: next };
    const said = await admin.must<{ previewMove: { changes: { fractionBefore: number; fractionAfter: number }[] } }>(preview, variables);
    expect(said.previewMove.changes).toMatchObject([{ enrolment: { id: learner.enrolment }, lessonsAdded: [], lessonsRemoved: ['fourth'], openAttempts: 1 }]);
    expect(await admin.must(move, variables)).toEqual({ moveEnrolments: [{ id: learner.enrolment, courseVersion: { id: next } }] });

    const after = await send(learner, { type: 'lesson-completed', lesson: 'third' }, { type: 'lesson-opened', lesson: 'fourth' });
    expect(after.rejected).toMatchObject([{ code: 'EVENT_NOT_IN_COURSE' }]);
    expect(after.progress.assessments['final']).toMatchObject({ attempts: 1, success: 'failed' });
    const { enrolment } = await learner.client.must<{ enrolment: { attempt: AttemptAnswer } }>(attemptQuery, { enrolment: learner.enrolment, attempt: id });
    expect(enrolment.attempt).toMatchObject({ form, result: { raw: 1, max: 4 } });
    expect(await admin.must(preview, variables)).toEqual({ previewMove: { changes: [] } });
  });

  test('of another organisation can\'t be moved to, and learners can\'t move themselves', async () => {
    const foreign = await Classroom.open(server, 'new');
    const learner = await room.learner();
    const answered = await admin.ask(move, { enrolments: [learner.enrolment], version: foreign.version });
    expect(answered.errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['version'] });
    expect((await learner.client.ask(move, { enrolments: [learner.enrolment], version: next })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const other = await foreign.learner();
    expect((await admin.ask(move, { enrolments: [other.enrolment], version: next })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['enrolments', '0'] });
  });
});
