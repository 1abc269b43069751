import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { answer, asSent, type AttemptAnswer, Classroom, type Learner, record, send, submit, uuid } from './classroom.js';
import { secrets } from './sample-course.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let room: Classroom;
let staff: Client;
beforeAll(async () => {
  server = await startServer({ TRUST_PROXY: 'true' });
  room = await Classroom.open(server);
  staff = await server.signedIn(administrator.email);
});
afterAll(() => server.close());

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();
const usual = {
  opensAt: null, closesAt: null, timeLimitSeconds: 3600, graceSeconds: 10, maxAttempts: null, waitSeconds: 0, counts: 'best', navigation: 'free', pages: 'one', shuffle: null, eachAnswer: false,
  release: { score: 'at-once', feedback: 'at-once', key: 'at-once' }, recordFocus: false,
};
const settingQuery = 'query ($course: ID!, $assessment: ID!, $cohort: ID) { deliverySetting(course: $course, assessment: $assessment, cohort: $cohort) { revision source openAttempts passwordSet closesAt maxAttempts counts changes { totalCount nodes { before after by { name } } } } }';
const saveMutation = 'mutation ($input: SaveDeliveryRulesInput!) { saveDeliveryRules(input: $input) { revision source } }';
interface Setting { revision: number; source: string; openAttempts: number; passwordSet: boolean; closesAt: string | null; maxAttempts: number | null; counts: string; changes: { totalCount: number; nodes: { before: unknown; after: { password: boolean } | null; by: { name: string } | null }[] } }
const settingOf = async (assessment: string, cohort: string | null = null) => (await staff.must<{ deliverySetting: Setting }>(settingQuery, { course: room.courseId, assessment, cohort })).deliverySetting;
async function rule(assessment: string, rules: object, { password = null as string | null, networks = [] as string[], cohort = null as string | null } = {}) {
  const { revision } = await settingOf(assessment, cohort);
  return staff.must(saveMutation, { input: { course: room.courseId, assessment, cohort, revision, rules: { ...usual, ...rules }, password, networks } });
}
const grant = (input: object) => staff.must<{ saveAccommodation: { id: string } }>('mutation ($input: SaveAccommodationInput!) { saveAccommodation(input: $input) { id } }', { input: { reason: 'As agreed.', ...input } });

const fields = 'id number submittedAt secondsLeft onBreak breakSecondsLeft device form responses conditions { timeLimitSeconds usualTimeLimitSeconds timeFactor pages navigation counts moreShownAt focusRecorded } result { raw max scaled passed pending attemptsLeft items { item score feedback } }';
interface Held extends AttemptAnswer { onBreak: boolean; breakSecondsLeft: number; device: string | null; conditions: { timeLimitSeconds: number; usualTimeLimitSeconds: number; timeFactor: number; moreShownAt: string | null } }
const startMutation = `mutation ($enrolment: ID!, $assessment: ID!, $attempt: ID!, $device: ID, $takeOver: Boolean, $password: String) { startAttempt(enrolment: $enrolment, assessment: $assessment, attempt: $attempt, device: $device, takeOver: $takeOver, password: $password) { ${fields} } }`;
const begin = (learner: Learner, assessment: string, how: object = {}) => learner.client.ask(startMutation, { enrolment: learner.enrolment, assessment, attempt: uuid(), ...how });
const begun = async (learner: Learner, assessment: string, how: object = {}) => (await learner.client.must<{ startAttempt: Held }>(startMutation, { enrolment: learner.enrolment, assessment, attempt: uuid(), ...how })).startAttempt;
const refusal = async (learner: Learner, assessment: string, how: object = {}) => (await begin(learner, assessment, how)).errors[0]?.extensions.code;
const sittingOf = async (learner: Learner, assessment: string) => (await learner.client.must<{ enrolment: { sitting: { refused: string | null; until: string | null; used: number; conditions: { timeLimitSeconds: number | null; passwordAsked: boolean; maxAttempts: number | null } } } }>(
  'query ($id: ID!, $assessment: ID!) { enrolment(id: $id) { sitting(assessment: $assessment) { refused until used now open conditions { timeLimitSeconds passwordAsked maxAttempts opensAt closesAt } } } }', { id: learner.enrolment, assessment })).enrolment.sitting;
const again = async (learner: Learner, attempt: string) => (await learner.client.must<{ enrolment: { attempt: Held; progress: { success: string; assessments: Record<string, { best: number | null; completion: string }> }; conditions: { detail: string | null }[] } }>(
  `query ($id: ID!, $attempt: ID!) { enrolment(id: $id) { progress conditions { detail } attempt(id: $attempt) { ${fields} } } }`, { id: learner.enrolment, attempt })).enrolment;
const sendFrom = async (learner: Learner, device: string | null, ...events: Record<string, unknown>[]) => (await learner.client.must<{ recordEvents: { accepted: string[]; rejected: { code: string }[] } }>(
  record.replace('$events: [TrackingEventInput!]!)', '$events: [TrackingEventInput!]!, $device: ID)').replace('events: $events)', 'events: $events, device: $device)'), { enrolment: learner.enrolment, device, events: await asSent(learner, events) })).recordEvents;
async function finish(learner: Learner, attempt: AttemptAnswer, right: boolean) {
  await send(learner, ...attempt.form.items.map(({ id }) => answer(attempt.id, id, right ? 'opt-right' : 'opt-near')));
  return submit(learner, attempt.id);
}

describe('when an assessment can be begun', () => {
  test('not before it opens, not after it closes, and the learner is told when', async () => {
    const learner = await room.learner();
    await rule('quiz', { opensAt: minutes(60), closesAt: minutes(120) });
    expect(await refusal(learner, 'quiz')).toBe('NOT_OPEN');
    expect(await sittingOf(learner, 'quiz')).toMatchObject({ refused: 'NOT_OPEN', until: expect.stringContaining('T') });
    await rule('quiz', { opensAt: minutes(-120), closesAt: minutes(-60) });
    expect(await refusal(learner, 'quiz')).toBe('CLOSED');
    await grant({ enrolment: learner.enrolment, assessment: 'quiz', closesAt: minutes(30) });
    const attempt = await begun(learner, 'quiz');
    expect(attempt.secondsLeft).toBeLessThanOrEqual(1800);
    expect(await refusal(await room.learner(), 'quiz')).toBe('CLOSED');
  });

  test('with the password alone, which nobody can try for ever, and which no answer tells', async () => {
    const learner = await room.learner();
    await rule('timed', {}, { password: 'Open Sesame' });
    expect(await sittingOf(learner, 'timed')).toMatchObject({ refused: null, conditions: { passwordAsked: true } });
    expect([await refusal(learner, 'timed'), await refusal(learner, 'timed', { password: 'open sesame' })]).toEqual(['PASSWORD_WANTED', 'PASSWORD_WRONG']);
    const attempt = await begun(learner, 'timed', { password: 'Open Sesame' });
    expect((await begun(learner, 'timed')).id).toBe(attempt.id);
    const guesser = await room.learner();
    for (let n = 0; n < 10; n += 1) await begin(guesser, 'timed', { password: `guess ${n}` });
    expect(await refusal(guesser, 'timed', { password: 'Open Sesame' })).toBe('PASSWORD_LOCKED');
    const history = await settingOf('timed');
    expect(history).toMatchObject({ passwordSet: true, changes: { nodes: [{ after: { password: true }, by: { name: expect.any(String) } }] } });
    expect(JSON.stringify(history)).not.toMatch(/Sesame|argon2/);
    await rule('timed', {}, { password: '' });
    expect((await settingOf('timed')).passwordSet).toBe(false);
  });

  test('from the networks that the rules name', async () => {
    const learner = await room.learner();
    await rule('timed', {}, { networks: ['203.0.113.0/24', '2001:db8::/32'] });
    const from = async (address: string) => (await learner.client.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': address }, body: JSON.stringify({ query: startMutation, variables: { enrolment: learner.enrolment, assessment: 'timed', attempt: uuid() } }) })).text();
    expect(await from('198.51.100.7')).toMatch(/NETWORK_REFUSED/);
    expect(await from('2001:db8::7')).toMatch(/"startAttempt":\{/);
    await rule('timed', {});
  });

  test('after the waiting time, and one attempt more for whom it is granted', async () => {
    const learner = await room.learner();
    await rule('final', { maxAttempts: 1, waitSeconds: 3600 });
    await finish(learner, await begun(learner, 'final'), false);
    expect(await refusal(learner, 'final')).toBe('ATTEMPTS_USED_UP');
    const { saveAccommodation } = await grant({ enrolment: learner.enrolment, extraAttempts: 1 });
    expect([await refusal(learner, 'final'), (await sittingOf(learner, 'final')).refused]).toEqual(['WAIT', 'WAIT']);
    await rule('final', { maxAttempts: 1 });
    expect((await begun(learner, 'final')).number).toBe(2);
    await staff.must('mutation ($id: ID!) { removeAccommodation(id: $id) }', { id: saveAccommodation.id });
    expect((await sittingOf(learner, 'final')).conditions.maxAttempts).toBe(1);
  });
});

describe('time', () => {
  test('a learner with extra time has it, and what was in force stands with her attempt', async () => {
    const learner = await room.learner();
    await rule('timed', { timeLimitSeconds: 600 });
    await grant({ enrolment: learner.enrolment, timeFactor: 1.5 });
    const attempt = await begun(learner, 'timed');
    expect(attempt.conditions).toMatchObject({ timeLimitSeconds: 900, usualTimeLimitSeconds: 600, timeFactor: 1.5 });
    expect(attempt.secondsLeft).toBeGreaterThan(890);
    expect((await settingOf('timed')).openAttempts).toBeGreaterThan(0);
    await rule('timed', { timeLimitSeconds: 1200 });
    expect((await again(learner, attempt.id)).attempt.secondsLeft).toBeGreaterThan(1790);
  });

  test('a break stops the clock, takes no answer, and is no longer than granted', async () => {
    const learner = await room.learner();
    await rule('timed', { timeLimitSeconds: 600 });
    await grant({ enrolment: learner.enrolment, breakSeconds: 300 });
    const attempt = await begun(learner, 'timed');
    const brk = async (name: string) => (await learner.client.ask(`mutation ($enrolment: ID!, $attempt: ID!) { ${name}(enrolment: $enrolment, attempt: $attempt) { onBreak breakSecondsLeft secondsLeft } }`, { enrolment: learner.enrolment, attempt: attempt.id }));
    expect((await brk('startBreak')).data?.['startBreak']).toMatchObject({ onBreak: true });
    expect((await sendFrom(learner, null, answer(attempt.id, attempt.form.items[0]?.id ?? ''))).rejected[0]?.code).toBe('ON_BREAK');
    await pause(1100);
    expect((await again(learner, attempt.id)).attempt.secondsLeft).toBeGreaterThanOrEqual(599);
    expect((await brk('endBreak')).data?.['endBreak']).toMatchObject({ onBreak: false, secondsLeft: expect.any(Number) });
    expect((await sendFrom(learner, null, answer(attempt.id, attempt.form.items[0]?.id ?? ''))).rejected).toEqual([]);
    const other = await room.learner();
    const none = await begun(other, 'timed');
    expect((await other.client.ask('mutation ($enrolment: ID!, $attempt: ID!) { startBreak(enrolment: $enrolment, attempt: $attempt) { id } }', { enrolment: other.enrolment, attempt: none.id })).errors[0]?.extensions.code).toBe('NO_BREAK');
  });

  test('a device whose clock is wrong loses no answer, and the answer that came last is the last', async () => {
    const learner = await room.learner();
    const attempt = await begun(learner, 'final');
    const item = attempt.form.items[0]?.id ?? '';
    await send(learner, { ...answer(attempt.id, item, 'opt-far'), at: minutes(600) });
    await send(learner, { ...answer(attempt.id, item, 'opt-near'), at: minutes(-600) });
    expect((await again(learner, attempt.id)).attempt.responses).toEqual({ [item]: await learner.shown(item, { value: 'opt-near' }) });
  });
});

describe('one live session', () => {
  test('a second device takes the attempt over on purpose, and the first can overwrite nothing', async () => {
    const learner = await room.learner();
    const [laptop, phone] = [uuid(), uuid()];
    const attempt = await begun(learner, 'final', { device: laptop });
    const item = attempt.form.items[0]?.id ?? '';
    expect((await sendFrom(learner, laptop, answer(attempt.id, item, 'opt-far'))).rejected).toEqual([]);
    expect(await refusal(learner, 'final', { device: phone })).toBe('ATTEMPT_ELSEWHERE');
    const taken = await begun(learner, 'final', { device: phone, takeOver: true });
    expect(taken).toMatchObject({ id: attempt.id, device: phone, responses: { [item]: await learner.shown(item, { value: 'opt-far' }) } });
    for (const stale of [laptop, null]) expect((await sendFrom(learner, stale, answer(attempt.id, item, 'opt-near'))).rejected[0]?.code).toBe('ATTEMPT_ELSEWHERE');
    const submitted = await learner.client.ask('mutation ($enrolment: ID!, $attempt: ID!, $device: ID) { submitAttempt(enrolment: $enrolment, attempt: $attempt, device: $device) { id } }', { enrolment: learner.enrolment, attempt: attempt.id, device: laptop });
    expect(submitted.errors[0]?.extensions.code).toBe('ATTEMPT_ELSEWHERE');
    expect((await sendFrom(learner, phone, answer(attempt.id, item, 'opt-right'))).rejected).toEqual([]);
    expect((await again(learner, attempt.id)).attempt.responses).toEqual({ [item]: await learner.shown(item, { value: 'opt-right' }) });
  });

  test('an answer is saved by itself, once however often it is sent, and refused with a code', async () => {
    const learner = await room.learner();
    const attempt = await begun(learner, 'final');
    const item = attempt.form.items[0]?.id ?? '';
    const far = await learner.shown(item, { value: 'opt-far' });
    const save = (how: object) => learner.client.ask('mutation ($enrolment: ID!, $attempt: ID!, $item: ID!, $response: JSON!, $event: ID!, $device: ID) { saveResponse(enrolment: $enrolment, attempt: $attempt, item: $item, response: $response, event: $event, device: $device) { event savedAt outcome { item } } }', { enrolment: learner.enrolment, attempt: attempt.id, item, response: far, ...how });
    const event = uuid();
    for (const response of [far, await learner.shown(item, { value: 'opt-near' })]) expect((await save({ event, response })).data?.['saveResponse']).toMatchObject({ event, outcome: null });
    expect((await again(learner, attempt.id)).attempt.responses).toEqual({ [item]: far });
    expect((await save({ event: 'no uuid' })).errors[0]?.extensions).toMatchObject({ code: 'EVENT_ID_INVALID', path: ['event'] });
    expect((await save({ event: uuid(), item: 'item-none' })).errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', path: ['item'] });
    await submit(learner, attempt.id);
    expect((await save({ event: uuid() })).errors[0]?.extensions.code).toBe('ATTEMPT_CLOSED');
    const stranger = await room.learner();
    expect((await stranger.client.ask('mutation ($enrolment: ID!, $event: ID!) { saveResponse(enrolment: $enrolment, attempt: $enrolment, item: "x", response: {}, event: $event) { event } }', { enrolment: learner.enrolment, event: uuid() })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('leaving the page is recorded only where the rules say so', async () => {
    const learner = await room.learner();
    const quiet = await begun(learner, 'final');
    const away = (attempt: string) => sendFrom(learner, null, { type: 'focus-changed', attempt, away: true });
    expect((await away(quiet.id)).rejected[0]?.code).toBe('FOCUS_NOT_RECORDED');
    await rule('timed', { recordFocus: true });
    const watched = await begun(learner, 'timed');
    expect(await away(watched.id)).toMatchObject({ rejected: [], accepted: [expect.any(String)] });
    expect((await away(uuid())).rejected[0]?.code).toBe('NOT_FOUND');
    await rule('timed', {});
  });

  test('without going back, a question that was passed takes no other answer', async () => {
    const learner = await room.learner();
    await rule('timed', { navigation: 'linear' });
    const attempt = await begun(learner, 'timed');
    const [first = '', second = ''] = attempt.form.items.map(({ id }) => id);
    await send(learner, answer(attempt.id, first, 'opt-far'));
    await send(learner, answer(attempt.id, first, 'opt-near'), answer(attempt.id, second, 'opt-near'));
    expect((await sendFrom(learner, null, answer(attempt.id, first, 'opt-right'))).rejected[0]?.code).toBe('QUESTION_PASSED');
    await rule('timed', {});
  });
});

describe('what is released', () => {
  test('score, feedback and key come by themselves after closing, and nothing tells them before', async () => {
    const learner = await room.learner();
    const closesAt = new Date(Date.now() + 1800).toISOString();
    await rule('final', { closesAt, release: { score: 'after-closing', feedback: 'after-closing', key: 'after-closing' } });
    const submitted = await finish(learner, await begun(learner, 'final'), true);
    expect(submitted.result).toBeNull();
    const before = await again(learner, submitted.id);
    expect(before).toMatchObject({ attempt: { result: null, conditions: { moreShownAt: closesAt } }, progress: { success: 'unknown', assessments: { final: { best: null, completion: 'completed' } } } });
    expect(JSON.stringify(before)).not.toMatch(new RegExp(`${secrets.feedback}|100 %`));
    const seen = await staff.must<{ enrolment: { attempt: Held } }>(`query ($id: ID!, $attempt: ID!) { enrolment(id: $id) { attempt(id: $attempt) { ${fields} } } }`, { id: learner.enrolment, attempt: submitted.id });
    expect(seen.enrolment.attempt.result).toMatchObject({ scaled: 1 });
    while (Date.now() < Date.parse(closesAt)) await pause(50);
    const after = await again(learner, submitted.id);
    expect(after).toMatchObject({ attempt: { result: { scaled: 1, passed: true } }, progress: { success: 'passed' } });
    expect(JSON.stringify(after.attempt.result)).toContain(secrets.feedback);
    await rule('final', {});
  });

  test('a score at once says nothing of single answers where feedback and key are never shown, until the rules change', async () => {
    const learner = await room.learner();
    await rule('final', { release: { score: 'at-once', feedback: 'never', key: 'never' } });
    const { id, result } = await finish(learner, await begun(learner, 'final'), false);
    expect(result).toMatchObject({ scaled: 0, passed: false });
    expect(result?.items.every(({ score, feedback }) => score === null && feedback === null)).toBe(true);
    await rule('final', { release: { score: 'at-once', feedback: 'at-once', key: 'never' } });
    const shown = JSON.stringify((await again(learner, id)).attempt.result);
    expect(shown).toContain(secrets.feedback);
    expect(shown).not.toContain(`${secrets.feedback} near`);
    await rule('final', {});
  });

  test.each([['LAST', 'last', 0, 'failed'], ['FIRST', 'first', 1, 'passed'], ['MEAN', 'mean', 0.5, 'failed']] as const)('of two attempts counts: %s', async (_name, counts, best, success) => {
    const learner = await room.learner();
    await rule('final', { counts });
    for (const right of [true, false]) await finish(learner, await begun(learner, 'final'), right);
    const { enrolment } = await learner.client.must<{ enrolment: { progress: unknown } }>('query ($id: ID!) { enrolment(id: $id) { progress } }', { id: learner.enrolment });
    expect(enrolment.progress).toMatchObject({ success, assessments: { final: { best } } });
    await rule('final', {});
  });
});

describe('who may set rules', () => {
  test('a cohort has rules of its own, and another change meanwhile is not overwritten', async () => {
    const cohort = (await staff.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'Spring', courseVersion: room.version, timeZone: 'Europe/Berlin' } })).createCohort.id;
    await rule('final', { maxAttempts: 5 }, { cohort });
    expect([(await settingOf('final', cohort)).maxAttempts, (await settingOf('final', cohort)).source, (await settingOf('final')).maxAttempts]).toEqual([5, 'own', null]);
    const stale = await staff.ask(saveMutation, { input: { course: room.courseId, assessment: 'final', cohort, revision: 0, rules: usual, networks: [] } });
    expect(stale.errors[0]?.extensions.code).toBe('CONFLICT');
    await staff.must('mutation ($course: ID!, $cohort: ID, $revision: Int!) { removeDeliveryRules(course: $course, assessment: "final", cohort: $cohort, revision: $revision) { source } }', { course: room.courseId, cohort, revision: (await settingOf('final', cohort)).revision });
    expect(await settingOf('final', cohort)).toMatchObject({ source: 'all', revision: 0, changes: { totalCount: 2 } });
  });

  test('contradictions are refused at the field', async () => {
    const { revision } = await settingOf('quiz');
    const save = async (rules: object, networks: string[] = []) => (await staff.ask(saveMutation, { input: { course: room.courseId, assessment: 'quiz', revision, rules: { ...usual, ...rules }, networks } })).errors[0]?.extensions;
    expect(await save({ release: { score: 'at-once', feedback: 'after-closing', key: 'never' } })).toMatchObject({ code: 'RULES_IMPOSSIBLE', path: ['input', 'rules', 'release', 'feedback'] });
    expect(await save({ timeLimitSeconds: 1 })).toMatchObject({ code: 'BAD_INPUT', path: ['input', 'rules', 'timeLimitSeconds'] });
    expect(await save({}, ['300.1.1.1'])).toMatchObject({ code: 'BAD_INPUT', path: ['input', 'networks', '0'] });
  });

  test('learners and other organisations can\'t, nor learn that there is anything to set', async () => {
    const learner = await room.learner();
    expect((await learner.client.ask(settingQuery, { course: room.courseId, assessment: 'final' })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const elsewhere = await Classroom.open(server, 'new');
    const foreign = async (course: string) => (await staff.ask(settingQuery, { course, assessment: 'final' })).errors.map(({ message, extensions }) => [message, extensions.code, extensions.path]);
    expect(await foreign(elsewhere.courseId)).toEqual(await foreign(uuid()));
    const stranger = await elsewhere.learner();
    const granting = async (enrolment: string) => (await staff.ask('mutation ($input: SaveAccommodationInput!) { saveAccommodation(input: $input) { id } }', { input: { enrolment, reason: 'x' } })).errors.map(({ message, extensions }) => [message, extensions.code, extensions.path]);
    expect(await granting(stranger.enrolment)).toEqual(await granting(uuid()));
    const hers = await learner.client.ask('query ($id: ID!) { enrolment(id: $id) { accommodations { reason } } }', { id: learner.enrolment });
    expect(hers.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
