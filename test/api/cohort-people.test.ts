import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import yauzl from 'yauzl';
import { EnrolmentsService } from '../../apps/server/src/learning/enrolments.service.js';
import { answer, Classroom, type Learner, send, start, submit } from './classroom.js';
import { essay } from './grading-course.js';
import { sampleCourse } from './sample-course.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

/* People in cohorts: to another cohort with what they did. */
let server: TestServer;
let room: Classroom;
let staff: Client;
let newer: string;
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  staff = await server.signedIn(administrator.email);
  const course = sampleCourse('2');
  newer = await room.publish({ ...course, units: course.units.filter(({ id }) => id !== 'unit-three') }, 2);
});
afterAll(() => server.close());

const cohortOf = async (name: string, more: object = {}): Promise<string> => (await staff.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name, courseVersion: room.version, ...more } })).createCohort.id;
const session = async (cohort: string, title: string): Promise<string> => (await staff.must<{ createLiveSessions: { id: string }[] }>('mutation ($cohort: ID!, $input: LiveSessionInput!) { createLiveSessions(cohort: $cohort, input: $input) { id } }',
  { cohort, input: { title, startsAt: '2026-10-01T18:00:00.000Z', endsAt: '2026-10-01T19:00:00.000Z', timeZone: 'UTC' } })).createLiveSessions[0]?.id ?? '';
const there = (sessionId: string, account: string) => staff.must('mutation ($session: ID!, $marks: [AttendanceMarkInput!]!) { markAttendance(session: $session, marks: $marks) { id } }', { session: sessionId, marks: [{ account, mark: 'PRESENT' }] });
let people = 0;
/** Somebody in a cohort, signed in. */
async function learnerIn(cohort: string, name = 'Lea'): Promise<Learner> {
  const email = `${name.toLowerCase()}${people += 1}@example.org`;
  const { inviteAccount: { id: accountId } } = await staff.must<{ inviteAccount: { id: string } }>('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name, email, roles: ['LEARNER'], password: administrator.password } });
  const { enrol: { id: enrolment } } = await staff.must<{ enrol: { id: string } }>('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { account: accountId, cohort } });
  return { client: await server.signedIn(email), accountId, enrolment, shown: room.shownIn(enrolment) };
}
/** All that the course asks for. */
async function completes(learner: Learner): Promise<void> {
  await send(learner, ...['first', 'second', 'third', 'fourth'].map((lesson) => ({ type: 'lesson-completed', lesson })), answer(undefined, 'check-one'));
  const { id, form } = await start(learner, 'final');
  await send(learner, ...form.items.map((item) => answer(id, item.id)));
  await submit(learner, id);
}
const transfer = (input: object) => staff.ask('mutation ($input: TransferInput!) { transferLearner(input: $input) { id kind enrolmentId reason from { name } to { name } by { name } } }', { input });
const preview = (input: object) => staff.must<{ transferPreview: { refused: string | null; keeps: string[]; changes: string[]; attendance: object[]; course: object } }>('query ($input: TransferInput!) { transferPreview(input: $input) { refused dueOn keeps changes attendance { session counts } course { fromVersion toVersion fractionBefore fractionAfter lessonsAdded lessonsRemoved } } }', { input });
interface Seen { id: string; cohort: { id: string }; courseVersion: { id: string }; dueOn: string | null; progress: { fraction: number; completion: string; assessments: Record<string, { success: string; attempts: number }> }; completed: boolean; attempts: { totalCount: number }; conditions: { kind: string; met: boolean; detail: string }[]; certificate: { id: string } | null; certification: { standing: string } }
const seen = async (id: string, by: Client = staff): Promise<Seen> => (await by.must<{ enrolment: Seen }>('query ($id: ID!) { enrolment(id: $id) { id cohort { id } courseVersion { id } dueOn progress completed attempts { totalCount } conditions { kind met detail } certificate { id } certification { standing } } }', { id })).enrolment;
const asksAttendance = (cohort: string) => staff.must('mutation ($cohort: ID!, $rule: CompletionRuleInput!) { setCompletionRule(cohort: $cohort, revision: 0, rule: $rule) { revision } }', { cohort, rule: { lessons: true, assessments: true, attendance: true, reflections: false, evaluation: false } });
const certifies = (cohort: string) => staff.must('mutation ($cohort: ID!, $input: CertificateSettingsInput!) { saveCertificateSettings(cohort: $cohort, input: $input) { mode } }', { cohort, input: { mode: 'AT_ONCE', hoursKind: 'NONE', licenceRequired: false } });

describe('a learner who is moved to another cohort', () => {
  test('has there what she did, her attendance at sessions of the same title, the due day of the new one, and goes on', async () => {
    const [from, to] = [await cohortOf('Spring', { endsOn: '2026-12-01' }), await cohortOf('Summer', { endsOn: '2027-06-01' })];
    const [welcome, cases] = [await session(from, 'Welcome'), await session(from, 'Cases')];
    await session(to, ' welcome ');
    await asksAttendance(to);
    const learner = await learnerIn(from);
    await there(welcome, learner.accountId);
    await there(cases, learner.accountId);
    await staff.must('mutation ($enrolment: ID!, $input: ExtensionInput!) { extendDeadline(enrolment: $enrolment, input: $input) { id } }', { enrolment: learner.enrolment, input: { dueOn: '2026-12-20', reason: 'Was ill' } });
    await send(learner, { type: 'lesson-completed', lesson: 'first' }, { type: 'reflection-saved', lesson: 'first', reflection: 'why', text: 'Because.' });
    const { id: attempt, form } = await start(learner, 'final');
    await send(learner, answer(attempt, form.items[0]?.id ?? ''));

    const input = { enrolment: learner.enrolment, cohort: to, kind: 'MOVE' };
    const before = await seen(learner.enrolment);
    const { transferPreview } = await preview(input);
    expect(transferPreview).toMatchObject({ refused: null, dueOn: '2027-06-01', attendance: [{ session: 'Welcome', counts: true }, { session: 'Cases', counts: false }], course: { fromVersion: 1, toVersion: 1, fractionBefore: before.progress.fraction, fractionAfter: before.progress.fraction } });
    expect(transferPreview.keeps.join('\n')).toContain('The attempt that is under way: it goes on');
    expect(transferPreview.changes.join('\n')).toMatch(/More time that was given in Spring does not hold there[\s\S]*Attendance at 1 session stays recorded in Spring/);
    expect((await seen(learner.enrolment)).cohort.id).toBe(from);

    expect((await transfer({ ...input, reason: ' Ill for a month ' })).data).toMatchObject({ transferLearner: { kind: 'MOVE', enrolmentId: learner.enrolment, reason: 'Ill for a month', from: { name: 'Spring' }, to: { name: 'Summer' } } });
    const after = await seen(learner.enrolment);
    expect(after).toMatchObject({ cohort: { id: to }, dueOn: '2027-06-01', progress: before.progress });
    expect(after.conditions.find(({ kind }) => kind === 'ATTENDANCE')).toMatchObject({ met: true, detail: '1 of 1' });
    // She goes on where she was: the same attempt.
    await send(learner, ...form.items.slice(1).map((item) => answer(attempt, item.id)));
    expect((await submit(learner, attempt)).result).toMatchObject({ raw: 4 });
    expect(await staff.must('query ($from: ID!, $to: ID!) { from: cohort(id: $from) { placesTaken summary { learners } } to: cohort(id: $to) { placesTaken summary { learners } learners { nodes { account { id } } } } }', { from, to })).toEqual({ from: { placesTaken: 0, summary: { learners: 0 } }, to: { placesTaken: 1, summary: { learners: 1 }, learners: { nodes: [{ account: { id: learner.accountId } }] } } });
    expect(await staff.must('query ($id: ID!) { enrolment(id: $id) { transferred { kind reason } extensions { nodes { reason } } deadlines { dueOn usualDueOn } } }', { id: learner.enrolment })).toEqual({ enrolment: { transferred: [{ kind: 'MOVE', reason: 'Ill for a month' }], extensions: { nodes: [{ reason: 'Was ill' }] }, deadlines: [{ dueOn: '2027-06-01', usualDueOn: null }] } });
    expect((await learner.client.ask('query ($id: ID!) { enrolment(id: $id) { transferred { reason } } }', { id: learner.enrolment })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await staff.must<{ auditTrail: { nodes: object[] } }>('{ auditTrail(action: "learner") { nodes { action } } }')).auditTrail.nodes[0]).toEqual({ action: 'learner.moved' });
  });

  test('to a newer version sees first which lessons go and come; an open attempt is submitted, nothing that was recorded is lost', async () => {
    const [from, to] = [await cohortOf('Old'), await cohortOf('New', { courseVersion: newer })];
    const learner = await learnerIn(from);
    await send(learner, { type: 'lesson-completed', lesson: 'fourth' }, { type: 'lesson-completed', lesson: 'first' });
    const { id: attempt } = await start(learner, 'final');
    const input = { enrolment: learner.enrolment, cohort: to, kind: 'MOVE' };
    const { transferPreview } = await preview(input);
    expect(transferPreview).toMatchObject({ course: { fromVersion: 1, toVersion: 2, lessonsAdded: [], lessonsRemoved: ['Lesson fourth'] } });
    expect(transferPreview.changes.join('\n')).toContain('submitted as it stands');
    expect((await transfer(input)).errors).toEqual([]);
    expect(await seen(learner.enrolment)).toMatchObject({ courseVersion: { id: newer }, cohort: { id: to }, attempts: { totalCount: 1 }, progress: { assessments: { final: { attempts: 1, success: 'failed' } } } });
    expect((await learner.client.must<{ enrolment: { attempt: { submittedAt: string | null } } }>('query ($id: ID!, $attempt: ID!) { enrolment(id: $id) { attempt(id: $attempt) { submittedAt } } }', { id: learner.enrolment, attempt })).enrolment.attempt.submittedAt).not.toBeNull();
    // There is no way back to what the older version alone has.
    expect((await transfer({ ...input, cohort: from })).errors[0]?.extensions).toEqual({ code: 'OLDER_VERSION', path: ['input', 'cohort'] });
    expect(await staff.must('query ($id: ID!) { transferTargets(enrolment: $id) { id } }', { id: learner.enrolment })).toEqual({ transferTargets: [] });
  });

  test('keeps her certificate and gets no second one; her place goes to whoever waits', async () => {
    const [from, to] = [await cohortOf('Certified'), await cohortOf('Another')];
    await certifies(from);
    await certifies(to);
    await staff.must('mutation ($cohort: ID!) { updateCohort(cohort: $cohort, revision: 1, input: { capacity: 1 }) { id } }', { cohort: from });
    const learner = await learnerIn(from);
    await staff.must('mutation ($input: EnrolInput!) { enrolOrWait(input: $input) { waiting { position } } }', { input: { name: 'Wanda Waits', email: 'waits@example.org', cohort: from } });
    await completes(learner);
    const claim = 'mutation ($enrolment: ID!) { claimCertificate(enrolment: $enrolment) { id } }';
    const { claimCertificate: { id } } = await learner.client.must<{ claimCertificate: { id: string } }>(claim, { enrolment: learner.enrolment });
    expect((await transfer({ enrolment: learner.enrolment, cohort: to, kind: 'MOVE' })).errors).toEqual([]);
    expect(await seen(learner.enrolment)).toMatchObject({ completed: true, certificate: { id }, certification: { standing: 'ISSUED' } });
    expect(await learner.client.must(claim, { enrolment: learner.enrolment })).toEqual({ claimCertificate: { id } });
    expect(await staff.must('query ($id: ID!) { cohort(id: $id) { placesTaken waiting { totalCount } } }', { id: from })).toEqual({ cohort: { placesTaken: 1, waiting: { totalCount: 0 } } });
  });

  test('is refused where there is no place, where she is already, and where a cohort takes another course', async () => {
    const [from, full, archived] = [await cohortOf('From'), await cohortOf('Full'), await cohortOf('Archived')];
    const learner = await learnerIn(from);
    await staff.must('mutation ($cohort: ID!) { updateCohort(cohort: $cohort, revision: 1, input: { capacity: 1 }) { id } }', { cohort: full });
    await learnerIn(full, 'Ana');
    await staff.must('mutation ($cohort: ID!) { archiveCohort(cohort: $cohort) { id } }', { cohort: archived });
    const other = await Classroom.open(server, 'existing', 'other');
    const foreign = await cohortOf('Other course', { courseVersion: other.version });
    for (const [cohort, code] of [[full, 'COHORT_FULL'], [from, 'SAME_COHORT'], [archived, 'COHORT_ARCHIVED'], [foreign, 'OTHER_COURSE']] as const) expect((await transfer({ enrolment: learner.enrolment, cohort, kind: 'MOVE' })).errors[0]?.extensions.code).toBe(code);
    expect((await preview({ enrolment: learner.enrolment, cohort: full, kind: 'MOVE' })).transferPreview.refused).toBe('All 1 places of Full are taken.');
    expect((await seen(learner.enrolment)).cohort.id).toBe(from);
    const [one, two] = [await cohortOf('One'), await cohortOf('Two')];
    // Two coordinators at once: one after the other, or one is told.
    const both = await Promise.all([one, two].map((cohort) => transfer({ enrolment: learner.enrolment, cohort, kind: 'MOVE' })));
    expect(both.flatMap(({ errors }) => errors.map(({ extensions: { code } }) => code)).filter((code) => code !== 'CONFLICT')).toEqual([]);
    const places = await Promise.all([from, one, two].map(async (cohort) => (await staff.must<{ cohort: { placesTaken: number } }>('query ($cohort: ID!) { cohort(id: $cohort) { placesTaken } }', { cohort })).cohort.placesTaken));
    expect(places).toEqual([0, expect.any(Number), expect.any(Number)]);
    expect(places.reduce((sum, taken) => sum + taken, 0)).toBe(1);
  });
});

describe('a learner who is copied to another cohort', () => {
  test('has all that she did in both, goes on apart, is certified once, and is counted once in figures', async () => {
    const [from, to] = [await cohortOf('First'), await cohortOf('Second')];
    await certifies(to);
    await certifies(from);
    const learner = await learnerIn(from, 'Cora');
    await completes(learner);
    const items = Array.from({ length: 8 }, (_, n) => `item-${n}`);
    const counted = async (): Promise<number> => (await server.app.get(EnrolmentsService).responses(room.version, ['check-one', ...items])).length;
    const before = await counted();
    const { transferLearner } = (await transfer({ enrolment: learner.enrolment, cohort: to, kind: 'COPY', reason: 'Refresher' })).data as { transferLearner: { enrolmentId: string } };
    const copy = transferLearner.enrolmentId;
    expect(copy).not.toBe(learner.enrolment);
    const [first, second] = [await seen(learner.enrolment), await seen(copy)];
    expect(second).toMatchObject({ cohort: { id: to }, progress: first.progress, completed: true, attempts: { totalCount: 1 } });
    expect(first.cohort.id).toBe(from);
    expect(await counted()).toBe(before);
    // The attempt is another one, with the same answers: marks and regrades of the one don't meet the other.
    const results = async (id: string) => (await learner.client.must<{ enrolment: { attempts: { nodes: { id: string; result: { raw: number; items: { score: { outcome: string } }[] } }[] } } }>('query ($id: ID!) { enrolment(id: $id) { attempts { nodes { id result { raw items { score } } } } } }', { id })).enrolment.attempts.nodes;
    const [[made], [copied]] = [await results(learner.enrolment), await results(copy)];
    expect(copied?.id).not.toBe(made?.id);
    expect(copied?.result).toEqual(made?.result);
    const claim = 'mutation ($enrolment: ID!) { claimCertificate(enrolment: $enrolment) { id } }';
    const { claimCertificate: { id } } = await learner.client.must<{ claimCertificate: { id: string } }>(claim, { enrolment: copy });
    expect(await learner.client.must(claim, { enrolment: learner.enrolment })).toEqual({ claimCertificate: { id } });
    expect(await seen(learner.enrolment)).toMatchObject({ certificate: { id }, certification: { standing: 'ISSUED' } });
    expect((await staff.must<{ issueCertificates: { certificate: object | null; why: string | null }[] }>('mutation ($ids: [ID!]!) { issueCertificates(enrolments: $ids) { certificate { id } why } }', { ids: [learner.enrolment] })).issueCertificates[0]).toMatchObject({ certificate: null });
    expect(await learner.client.must('{ viewer { certificates { totalCount } } }')).toEqual({ viewer: { certificates: { totalCount: 1 } } });
    // What she does now is the copy's alone.
    const mine: Learner = { ...learner, enrolment: copy, shown: room.shownIn(copy) };
    await send(mine, { type: 'reflection-saved', lesson: 'first', reflection: 'why', text: 'Again.' });
    const { id: again } = await start(mine, 'final');
    await submit(mine, again);
    expect([(await seen(copy)).attempts.totalCount, (await seen(learner.enrolment)).attempts.totalCount]).toEqual([2, 1]);
  });

  test('is refused while something of hers is in the balance', async () => {
    const [from, to] = [await cohortOf('A'), await cohortOf('B')];
    const learner = await learnerIn(from);
    await start(learner, 'final');
    expect((await transfer({ enrolment: learner.enrolment, cohort: to, kind: 'COPY' })).errors[0]?.extensions.code).toBe('ATTEMPT_OPEN');
  });
});

describe('notes about a learner', () => {
  const notes = (by: Client, enrolment: string) => by.ask('query ($id: ID!) { enrolment(id: $id) { notes { totalCount nodes { id body revision changedAt author { name } } } } }', { id: enrolment });
  const write = (by: Client, enrolment: string, body: string) => by.ask('mutation ($enrolment: ID!, $body: String!) { addNote(enrolment: $enrolment, body: $body) { id } }', { enrolment, body });

  test('are read by staff in all her courses, changed by who wrote them, and leave no word in the trail', async () => {
    const [one, two] = [await cohortOf('Notes'), await cohortOf('More notes')];
    const learner = await learnerIn(one, 'Nora');
    const { enrol: { id: elsewhere } } = await staff.must<{ enrol: { id: string } }>('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { account: learner.accountId, cohort: two } });
    const { addNote: { id } } = (await write(staff, learner.enrolment, ' Called: prefers evenings <b>only</b> ')).data as { addNote: { id: string } };
    expect((await notes(staff, elsewhere)).data).toMatchObject({ enrolment: { notes: { totalCount: 1, nodes: [{ body: 'Called: prefers evenings <b>only</b>', revision: 1, changedAt: null, author: { name: 'Administrator' } }] } } });
    await staff.must('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Ines', email: 'ines@example.org', roles: ['INSTRUCTOR'], password: administrator.password } });
    const instructor = await server.signedIn('ines@example.org');
    const change = (by: Client, revision: number, body: string) => by.ask('mutation ($note: ID!, $revision: Int!, $body: String!) { changeNote(note: $note, revision: $revision, body: $body) { revision body } }', { note: id, revision, body });
    expect((await notes(instructor, learner.enrolment)).data).toMatchObject({ enrolment: { notes: { totalCount: 1 } } });
    expect((await change(instructor, 1, 'Mine')).errors[0]?.extensions.code).toBe('OTHERS_NOTE');
    expect((await change(staff, 1, 'Prefers mornings')).data).toEqual({ changeNote: { revision: 2, body: 'Prefers mornings' } });
    expect((await change(staff, 1, 'Late')).errors[0]?.extensions).toEqual({ code: 'CONFLICT', path: ['revision'] });
    for (const body of ['  ', 'x'.repeat(4_001)]) expect((await write(staff, learner.enrolment, body)).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['body'] });
    const { data } = await staff.ask('{ auditTrail(action: "note") { nodes { action before after } } }');
    expect(JSON.stringify(data)).toContain('note.changed');
    expect(JSON.stringify(data)).not.toMatch(/evenings|mornings/);
    expect((await instructor.ask('mutation ($note: ID!) { removeNote(note: $note) }', { note: id })).errors[0]?.extensions.code).toBe('OTHERS_NOTE');
    await staff.must('mutation ($note: ID!) { removeNote(note: $note) }', { note: id });
    expect((await notes(staff, learner.enrolment)).data).toMatchObject({ enrolment: { notes: { totalCount: 0 } } });
  });

  test('never reach her: not as a learner, not as staff who learns, not in her own data, which says that there are some', async () => {
    const cohort = await cohortOf('Apart');
    const learner = await learnerIn(cohort, 'Nell');
    await write(staff, learner.enrolment, 'SECRET-OF-STAFF');
    expect((await notes(learner.client, learner.enrolment)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await write(learner.client, learner.enrolment, 'Me')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const bytes = Buffer.from(await (await learner.client.fetch('/own-data.zip')).arrayBuffer());
    const files = await unzipped(bytes);
    expect(JSON.stringify(files)).not.toContain('SECRET-OF-STAFF');
    const held = (JSON.parse(files['data.json'] ?? '') as { holdings: { table: string; what: string; why: string; withheld?: string[]; rows: object[] }[] }).holdings.find(({ what }) => what.startsWith('That staff wrote notes'));
    expect(held).toMatchObject({ withheld: ['body', 'author_id'], rows: [expect.objectContaining({ account_id: learner.accountId, written_at: expect.any(String) })] });
    expect(files['data.html']).toContain('Left out here: body, author id.');
    // A coordinator who takes a course herself reads nothing about herself.
    await staff.must('mutation ($account: ID!, $roles: [Role!]!) { setRoles(account: $account, roles: $roles) { roles } }', { account: learner.accountId, roles: ['LEARNER', 'COORDINATOR'] });
    const both = await server.signedIn((await staff.must<{ enrolment: { account: { email: string } } }>('query ($id: ID!) { enrolment(id: $id) { account { email } } }', { id: learner.enrolment })).enrolment.account.email);
    expect((await notes(both, learner.enrolment)).data).toMatchObject({ enrolment: { notes: { totalCount: 0 } } });
    expect((await write(both, learner.enrolment, 'About me')).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

test('hand-ins are a line of the checklist: submitted counts, marked or not, and a rule may ask for some of them', async () => {
  const course = sampleCourse('3');
  const handIn = (id: string) => ({ ...course.units[0]?.assessment, id, title: `Hand-in ${id}`, purpose: 'quiz', maxAttempts: null, feedback: 'after-submit', sections: [{ id: 'all', title: 'All', shuffle: false, items: ['essay'] }] });
  const units = course.units.map((unit, index) => (index === 0 || index === 2 ? { ...unit, assessment: handIn(index === 0 ? 'case' : 'plan') } : unit)) as typeof course.units;
  const version = await room.publish({ ...course, units, banks: course.banks.map((bank) => ({ ...bank, items: [...bank.items, essay] })) }, 3);
  const cohort = await cohortOf('Hands in', { courseVersion: version });
  expect(await staff.must('query ($id: ID!) { cohort(id: $id) { handIns } }', { id: cohort })).toEqual({ cohort: { handIns: 2 } });
  const rule = { lessons: false, assessments: false, attendance: false, reflections: false, evaluation: false };
  const set = (revision: number, more: object) => staff.ask('mutation ($cohort: ID!, $revision: Int!, $rule: CompletionRuleInput!) { setCompletionRule(cohort: $cohort, revision: $revision, rule: $rule) { revision handIns leastHandIns } }', { cohort, revision, rule: { ...rule, ...more } });
  expect((await set(0, {})).errors[0]?.extensions.code).toBe('BAD_INPUT');
  expect((await set(0, { handIns: true })).data).toEqual({ setCompletionRule: { revision: 1, handIns: true, leastHandIns: null } });
  const learner = await learnerIn(cohort, 'Hana');
  const checklist = async () => (await learner.client.must<{ enrolment: { completed: boolean; conditions: object[] } }>('query ($id: ID!) { enrolment(id: $id) { completed conditions { kind label met detail } } }', { id: learner.enrolment })).enrolment;
  expect(await checklist()).toEqual({ completed: false, conditions: [{ kind: 'HAND_INS', label: 'Submit every hand-in', met: false, detail: '0 of 2' }] });
  const { id, form } = await start(learner, 'case');
  await send(learner, ...form.items.map((item) => answer(id, item.id, 'A case.')));
  expect((await checklist()).conditions).toMatchObject([{ detail: '0 of 2' }]);
  await submit(learner, id);
  expect((await checklist()).conditions).toMatchObject([{ met: false, detail: '1 of 2' }]);
  expect((await set(1, { handIns: true, leastHandIns: 1 })).errors).toEqual([]);
  expect(await checklist()).toEqual({ completed: true, conditions: [{ kind: 'HAND_INS', label: 'Submit at least 1 of 2 hand-ins', met: true, detail: '1 of 1' }] });
});

describe('groups of a cohort', () => {
  const group = (cohort: string, name: string) => staff.ask('mutation ($cohort: ID!, $name: String!) { createGroup(cohort: $cohort, name: $name) { id name size } }', { cohort, name });
  const assign = (cohort: string, enrolments: string[], to: string | null) => staff.ask('mutation ($cohort: ID!, $enrolments: [ID!]!, $group: ID) { assignGroup(cohort: $cohort, enrolments: $enrolments, group: $group) { name size } }', { cohort, enrolments, group: to });

  test('are made, named, led, shared out evenly, filtered by, and taken away without harm', async () => {
    const cohort = await cohortOf('Grouped');
    const learners = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((letter) => learnerIn(cohort, `Group${letter}`)));
    const sessionId = await session(cohort, 'Supervision');
    const [red, blue] = await Promise.all(['Red', 'Blue'].map(async (name) => ((await group(cohort, name)).data as { createGroup: { id: string } }).createGroup.id));
    expect((await group(cohort, ' red ')).errors[0]?.extensions).toEqual({ code: 'GROUP_NAME_TAKEN', path: ['name'] });
    expect((await assign(cohort, [learners[0]?.enrolment ?? ''], red ?? '')).data).toEqual({ assignGroup: [{ name: 'Blue', size: 0 }, { name: 'Red', size: 1 }] });
    const filtered = async (by: string) => (await staff.must<{ cohort: { learners: { nodes: { account: { name: string } }[] }; gradebook: { rows: { totalCount: number } } }; liveSession: { roll: { totalCount: number } } }>('query ($cohort: ID!, $session: ID!, $group: ID) { cohort(id: $cohort) { learners(group: $group) { nodes { account { name } } } gradebook { rows(group: $group) { totalCount } } } liveSession(id: $session) { roll(group: $group) { totalCount } } }', { cohort, session: sessionId, group: by }));
    expect(await filtered(red ?? '')).toEqual({ cohort: { learners: { nodes: [{ account: { name: 'GroupA' } }] }, gradebook: { rows: { totalCount: 1 } } }, liveSession: { roll: { totalCount: 1 } } });
    expect((await filtered('none')).liveSession.roll.totalCount).toBe(4);
    expect(await (await staff.fetch(`/cohorts/${cohort}/learners.csv?group=${red}`)).text()).toMatch(/GroupA(?![\s\S]*GroupB)/);
    const share = (everybody: boolean) => staff.must<{ shareOutGroups: { moved: number; groups: { size: number }[] } }>('mutation ($cohort: ID!, $everybody: Boolean!) { shareOutGroups(cohort: $cohort, everybody: $everybody) { moved groups { size } } }', { cohort, everybody });
    const { shareOutGroups } = await share(false);
    expect(shareOutGroups.moved).toBe(4);
    expect(shareOutGroups.groups.map(({ size }) => size).toSorted()).toEqual([2, 3]);
    expect((await filtered(red ?? '')).cohort.learners.nodes).toContainEqual({ account: { name: 'GroupA' } });
    expect((await share(true)).shareOutGroups.groups.map(({ size }) => size).toSorted()).toEqual([2, 3]);
    const { viewer } = await staff.must<{ viewer: { account: { id: string } } }>('{ viewer { account { id } } }');
    const lead = (accounts: string[]) => staff.ask('mutation ($group: ID!, $facilitators: [ID!]) { changeGroup(group: $group, name: "Rosso", facilitators: $facilitators) { name facilitators { name } } }', { group: red, facilitators: accounts });
    expect((await lead([viewer.account.id])).data).toEqual({ changeGroup: { name: 'Rosso', facilitators: [{ name: 'Administrator' }] } });
    expect((await lead([learners[1]?.accountId ?? ''])).errors[0]?.extensions).toEqual({ code: 'NOT_STAFF', path: ['facilitators', '0'] });
    expect(await learners[0]?.client.must('query ($id: ID!) { enrolment(id: $id) { group { name } } }', { id: learners[0].enrolment })).toMatchObject({ enrolment: { group: { name: expect.stringMatching(/Rosso|Blue/) } } });
    const mails = (to: string | undefined) => staff.must<{ cohortGroup: { name: string; mails: { totalCount: number } } | null }>('query ($id: ID!) { cohortGroup(id: $id) { name mails { totalCount } } }', { id: to });
    expect(await mails(red)).toEqual({ cohortGroup: { name: 'Rosso', mails: { totalCount: expect.any(Number) } } });
    await staff.must('mutation ($group: ID!) { removeGroup(group: $group) }', { group: blue });
    expect(await mails(blue)).toEqual({ cohortGroup: null });
    expect(await staff.must('query ($id: ID!) { cohort(id: $id) { groups { name } summary { learners } } }', { id: cohort })).toEqual({ cohort: { groups: [{ name: 'Rosso' }], summary: { learners: 5 } } });
    const other = await cohortOf('Ungrouped');
    expect((await assign(other, [(await learnerIn(other)).enrolment], red ?? '')).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['group'] });
    expect((await staff.ask('mutation ($cohort: ID!) { shareOutGroups(cohort: $cohort) { moved } }', { cohort: other })).errors[0]?.extensions.code).toBe('NO_GROUPS');
  });
});

async function unzipped(bytes: Buffer): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const zip = await yauzl.fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    found[entry.fileName] = Buffer.concat(parts).toString();
  }
  return found;
}
