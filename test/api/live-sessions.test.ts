import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import nodeIcal from 'node-ical';
import { v7 } from 'uuid';
import { Actor } from '../../apps/server/src/identity/actor.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { EnrolmentsService } from '../../apps/server/src/learning/enrolments.service.js';
import { LiveSessionsService } from '../../apps/server/src/live-sessions/live-sessions.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom, uuid } from './classroom.js';
import { offsetIn, parseCalendar, valueOf } from './calendar-rules.js';
import { CompletionService } from '../../apps/server/src/completion/completion.service.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let room: Classroom;
let staff: Client;
let stranger: Client;
interface Person { client: Client; account: string; enrolment: string; email: string; name: string }
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  staff = await server.signedIn(administrator.email);
  const other = await Classroom.open(server, 'new');
  const account = await server.app.get(IdentityService).invite(other.system, { email: 'stranger@example.org', name: 'Stranger', roles: ['ADMINISTRATOR'], password: administrator.password });
  stranger = await server.signedIn(account.email);
});
afterAll(() => server.close());

const denver = 'America/Denver';
const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();
const input = (more: object = {}) => ({ title: 'Case discussion', startsAt: minutes(-5), endsAt: minutes(85), timeZone: denver, link: 'https://meet.example.org/room?a=1&b=2', ...more });
const create = 'mutation ($cohort: ID!, $input: LiveSessionInput!, $repeat: RepeatInput) { createLiveSessions(cohort: $cohort, input: $input, repeat: $repeat) { id title startsAt endsAt revision } }';
interface Planned { id: string; title: string; startsAt: string; endsAt: string; revision: number }
const newCohort = async (name = `Cohort ${uuid().slice(-6)}`) => (await staff.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name, courseVersion: room.version, timeZone: denver } })).createCohort.id;
const plan = async (cohort: string, more: object = {}, repeat?: object) => (await staff.must<{ createLiveSessions: Planned[] }>(create, { cohort, input: input(more), repeat })).createLiveSessions;
async function planned(cohort: string, more: object = {}): Promise<Planned> {
  const [one] = await plan(cohort, more);
  if (one === undefined) throw new Error('Nothing was planned.');
  return one;
}
async function join(cohort: string, name: string, signIn = true): Promise<Person> {
  const account = await server.app.get(IdentityService).invite(room.system, { email: `${v7()}@example.org`, name, roles: ['LEARNER'], password: administrator.password });
  const row = await server.app.get(EnrolmentsService).enrol(room.system, { accountId: account.id, courseVersionId: room.version, cohortId: cohort });
  return { client: signIn ? await server.signedIn(account.email) : server.client(), account: account.id, enrolment: row.id, email: account.email, name };
}
/** A place without an account that can sign in: quick to make. */
async function placeOf(cohort: string, n: number): Promise<string> {
  return (await staff.must<{ enrol: { id: string } }>('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { email: `many-${n}-${uuid()}@example.org`, name: `Many ${n}`, cohort } })).enrol.id;
}
/** As the first request of somebody who is the server: nothing is loaded yet. */
const system = () => Actor.system(room.system.organisationId);
const code = async (client: Client, query: string, variables: Record<string, unknown>) => (await client.ask(query, variables)).errors[0]?.extensions.code;
const mark = (session: string, marks: object[]) => staff.must('mutation ($session: ID!, $marks: [AttendanceMarkInput!]!) { markAttendance(session: $session, marks: $marks) { id } }', { session, marks });
interface Shown { roll: { totalCount: number; nodes: { accountId: string; name: string; mark: string | null; minutes: number | null; how: string | null }[] }; attended: { present: number; late: number; absent: number; excused: number }; code: { code: string; secondsLeft: number } | null; changes: { nodes: { says: string; about: { name: string } | null; by: { name: string } | null }[] } }
const shown = async (id: string) => (await staff.must<{ liveSession: Shown }>('query ($id: ID!) { liveSession(id: $id) { roll { totalCount nodes { accountId name mark minutes how } } attended { present late absent excused } code { code secondsLeft } changes(first: 50) { nodes { says about { name } by { name } } } } }', { id })).liveSession;
const mine = async (person: Person) => (await person.client.must<{ enrolment: { liveSessions: { nodes: { mark: string | null; session: { id: string; title: string; link: string | null; cancelled: boolean; cancelReason: string | null } }[] } } }>('query ($id: ID!) { enrolment(id: $id) { liveSessions { nodes { mark session { id title link cancelled cancelReason } } } } }', { id: person.enrolment })).enrolment.liveSessions.nodes;

describe('planning', () => {
  test('a weekly series keeps its hour over a change of clocks, and is copied with its days shifted', async () => {
    const cohort = await newCohort();
    const all = await plan(cohort, { title: 'Seminar', startsAt: '2026-10-28T00:00:00Z', endsAt: '2026-10-28T01:30:00Z' }, { times: 3, everyDays: 7 });
    expect(all.map(({ title, startsAt }) => `${title} ${startsAt}`)).toEqual(['Seminar 1 2026-10-28T00:00:00.000Z', 'Seminar 2 2026-11-04T01:00:00.000Z', 'Seminar 3 2026-11-11T01:00:00.000Z']);
    const other = await newCohort();
    expect(await server.app.get(Database).write((manager) => server.app.get(LiveSessionsService).copy(manager, room.system, cohort, other, 14)).then(({ size }) => size)).toBe(3);
    const { cohort: copied } = await staff.must<{ cohort: { liveSessions: { nodes: Planned[] } } }>('query ($id: ID!) { cohort(id: $id) { liveSessions { nodes { id startsAt revision } } } }', { id: other });
    expect(copied.liveSessions.nodes.map(({ startsAt }) => startsAt)).toEqual(['2026-11-11T01:00:00.000Z', '2026-11-18T01:00:00.000Z', '2026-11-25T01:00:00.000Z']);
  });

  test('says what is wrong with a session, and keeps nothing of it', async () => {
    const cohort = await newCohort();
    const learner = await join(cohort, 'Lea', false);
    const refused = async (more: object) => (await staff.ask(create, { cohort, input: input(more) })).errors[0]?.extensions;
    expect(await refused({ endsAt: minutes(-10) })).toMatchObject({ code: 'SESSION_ENDS_EARLY', path: ['input', 'endsAt'] });
    expect(await refused({ link: 'javascript:alert(1)' })).toMatchObject({ code: 'BAD_INPUT', path: ['input', 'link'] });
    expect(await refused({ timeZone: 'Mars/Olympus' })).toMatchObject({ code: 'BAD_INPUT', path: ['input', 'timeZone'] });
    expect(await refused({ unit: 'no-such-unit' })).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'unit'] });
    expect(await refused({ facilitators: [learner.account] })).toMatchObject({ code: 'NO_FACILITATOR', path: ['input', 'facilitators', '0'] });
    expect(await mine(await join(cohort, 'Mia'))).toEqual([]);
  });

  test('two coordinators do not overwrite each other; the history says who moved and cancelled it; learners see that it was', async () => {
    const cohort = await newCohort();
    const session = await planned(cohort);
    const change = 'mutation ($id: ID!, $revision: Int!, $input: LiveSessionInput!) { changeLiveSession(id: $id, revision: $revision, input: $input) { revision } }';
    await staff.must(change, { id: session.id, revision: 1, input: input({ startsAt: minutes(60), endsAt: minutes(120), place: 'Room 4' }) });
    expect(await code(staff, change, { id: session.id, revision: 1, input: input({ title: 'Mine' }) })).toBe('CONFLICT');
    await staff.must('mutation ($id: ID!) { cancelLiveSession(id: $id, revision: 2, reason: "The speaker is ill.") { cancelled } }', { id: session.id });
    const says = (await shown(session.id)).changes.nodes.map((one) => one.says);
    expect(says).toEqual([expect.stringContaining('Cancelled: The speaker is ill.'), expect.stringMatching(/^Moved from .* to .*America\/Denver.*Room 4/), expect.stringContaining('Planned for')]);
    const learner = await join(cohort, 'Lea');
    expect(await mine(learner)).toMatchObject([{ session: { cancelled: true, cancelReason: 'The speaker is ill.' } }]);
    expect(await code(staff, 'mutation ($session: ID!, $account: ID!) { markAttendance(session: $session, marks: [{ account: $account, mark: PRESENT }]) { id } }', { session: session.id, account: learner.account })).toBe('SESSION_CANCELLED');
    await staff.must('mutation ($id: ID!) { restoreLiveSession(id: $id, revision: 3) { cancelled } }', { id: session.id });
  });

  test('belongs to its organisation alone, and to staff', async () => {
    const cohort = await newCohort();
    const session = await planned(cohort);
    const learner = await join(cohort, 'Lea');
    expect((await stranger.ask('query ($id: ID!) { liveSession(id: $id) { id } }', { id: session.id })).data).toEqual({ liveSession: null });
    for (const [says, variables] of [
      ['changeLiveSession(id: $id, revision: 1, input: { title: "x", startsAt: "2026-12-01T00:00:00Z", endsAt: "2026-12-01T01:00:00Z", timeZone: "UTC" }) { id }', {}], ['cancelLiveSession(id: $id, revision: 1) { id }', {}],
      ['restoreLiveSession(id: $id, revision: 1) { id }', {}], ['markAttendance(session: $id, marks: []) { id }', {}],
    ] as const) {
      expect([says, await code(stranger, `mutation ($id: ID!) { ${says} }`, { id: session.id, ...variables })]).toEqual([says, 'NOT_FOUND']);
      expect([says, await code(learner.client, `mutation ($id: ID!) { ${says} }`, { id: session.id })]).toEqual([says, 'FORBIDDEN']);
    }
    expect(await code(stranger, create, { cohort, input: input() })).toBe('NOT_FOUND');
    expect(await code(learner.client, 'query ($id: ID!) { liveSession(id: $id) { code { code } } }', { id: session.id })).toBe('FORBIDDEN');
  });
});

describe('attendance', () => {
  test('is taken on the roll, and who changed what is kept', async () => {
    const cohort = await newCohort();
    const [ann, bea] = [await join(cohort, 'Ann', false), await join(cohort, 'Bea', false)];
    const session = await planned(cohort);
    await mark(session.id, [{ account: ann.account, mark: 'PRESENT' }, { account: bea.account, mark: 'ABSENT' }]);
    await mark(session.id, [{ account: bea.account, mark: 'EXCUSED' }, { account: ann.account, mark: 'PRESENT' }]);
    const { roll, attended, changes } = await shown(session.id);
    expect(roll.nodes.map(({ name, mark: known, how }) => [name, known, how])).toEqual([['Ann', 'PRESENT', 'ROLL'], ['Bea', 'EXCUSED', 'ROLL']]);
    expect(attended).toEqual({ present: 1, late: 0, absent: 0, excused: 1 });
    expect(changes.nodes.filter(({ about }) => about !== null).map(({ says, about }) => `${about?.name}: ${says}`)).toEqual(['Bea: From absent to excused.', 'Bea: Absent.', 'Ann: Present.']);
    const outsider = await join(await newCohort(), 'Out', false);
    await expect(mark(session.id, [{ account: ann.account, mark: 'ABSENT' }, { account: outsider.account, mark: 'PRESENT' }])).rejects.toThrow('NOT_FOUND');
    expect((await shown(session.id)).attended.present).toBe(1);
  });

  test('is taken by the code on the screen, which nobody can guess for ever, nor use outside its cohort or time', async () => {
    const attend = 'mutation ($code: String!) { attend(code: $code) { mark session { id title } } }';
    const cohort = await newCohort();
    const lea = await join(cohort, 'Lea');
    const session = await planned(cohort);
    await planned(cohort, { startsAt: minutes(600), endsAt: minutes(660) });
    const on = (await shown(session.id)).code;
    expect(on).toMatchObject({ code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{6}$/), secondsLeft: expect.any(Number) });
    const typed = `${on?.code.slice(0, 3).toLowerCase()} ${on?.code.slice(3).toLowerCase()}`;
    expect((await lea.client.must<{ attend: object }>(attend, { code: typed })).attend).toMatchObject({ mark: 'PRESENT', session: { id: session.id } });
    await lea.client.must(attend, { code: typed });
    expect((await shown(session.id)).changes.nodes).toMatchObject([{ says: 'Present by the code.', about: { name: 'Lea' }, by: { name: 'Lea' } }, {}]);
    expect(await mine(lea)).toMatchObject([{ mark: 'PRESENT' }, { mark: null }]);
    const outsider = await join(await newCohort(), 'Out');
    expect(await code(outsider.client, attend, { code: on?.code })).toBe('CODE_WRONG');
    for (let n = 0; n < 9; n += 1) await outsider.client.ask(attend, { code: `222 22${n}` });
    expect(await code(outsider.client, attend, { code: on?.code })).toBe('CODE_LOCKED');
    const over = await planned(cohort, { startsAt: minutes(-200), endsAt: minutes(-100) });
    expect((await shown(over.id)).code).toBeNull();
    const late = await planned(cohort, { startsAt: minutes(-30), endsAt: minutes(30) });
    expect((await lea.client.must<{ attend: object }>(attend, { code: (await shown(late.id)).code?.code })).attend).toMatchObject({ mark: 'LATE' });
    const absent = await join(cohort, 'Abe');
    await mark(late.id, [{ account: absent.account, mark: 'ABSENT' }]);
    expect(await code(absent.client, attend, { code: (await shown(late.id)).code?.code })).toBe('ALREADY_MARKED');
  });
});

describe('lists of a meeting', () => {
  const put = async (cohort: string, query: string, body: string) => {
    const response = await staff.fetch(`/cohorts/${cohort}/attendance?${query}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body });
    return { status: response.status, body: await response.json() as { applied?: boolean; code?: string; outcomes: { name: string; what: string; before: string | null; mark: string | null; minutes: number | null; line: number | null }[] } };
  };

  test('first say what would become of each line, then do it, once', async () => {
    const cohort = await newCohort();
    const [ann, , cyd] = [await join(cohort, 'Ann Ames', false), await join(cohort, 'Bea Ünal', false), await join(cohort, 'Cyd Chen', false), await join(cohort, 'Dee Dorn', false)];
    const session = await planned(cohort, { startsAt: minutes(-100), endsAt: minutes(-10) });
    await mark(session.id, [{ account: cyd.account, mark: 'EXCUSED' }]);
    const list = `Name (Original Name),User Email,Duration (Minutes)\n"Ames, A.",${ann.email.toUpperCase()},80\nbea ünal (she/her),,20\n=HYPERLINK("x"),,90\n`;
    const would = await put(cohort, `session=${session.id}&others=absent`, list);
    expect(would.body.outcomes.map(({ name, what, mark: after, minutes: told }) => [name, what, after, told])).toEqual([
      ['Ann Ames', 'marked', 'PRESENT', 80], ['Bea Ünal', 'marked', 'ABSENT', 20], ['=HYPERLINK', 'unknown', null, null], ['Dee Dorn', 'marked', 'ABSENT', null],
    ]);
    expect((await shown(session.id)).attended).toEqual({ present: 0, late: 0, absent: 0, excused: 1 });
    expect((await put(cohort, `session=${session.id}&others=absent&least=20&apply=yes`, list)).body.applied).toBe(true);
    expect((await shown(session.id)).attended).toEqual({ present: 2, late: 0, absent: 1, excused: 1 });
    expect((await put(cohort, `session=${session.id}&others=absent&least=20&apply=yes`, list)).body.outcomes.map(({ what }) => what)).toEqual(['unchanged', 'unchanged', 'unknown']);
    expect((await put(cohort, `session=${session.id}`, 'nonsense')).body.code).toBe('LIST_UNREADABLE');
    expect((await stranger.fetch(`/cohorts/${cohort}/attendance?session=${session.id}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: list })).status).toBe(404);
  });

  test('one table for many sessions finds each by its title or its day', async () => {
    const cohort = await newCohort();
    const ann = await join(cohort, 'Ann', false);
    const [first, second] = await plan(cohort, { title: 'Seminar', startsAt: '2026-11-02T17:00:00Z', endsAt: '2026-11-02T18:00:00Z' }, { times: 2, everyDays: 7 });
    const { body } = await put(cohort, 'apply=yes', `email;session;attendance\n${ann.email};Seminar 1;late\n${ann.email};2026-11-09;present\n${ann.email};Seminar 7;present\n`);
    expect(body.outcomes.map(({ what, mark: after }) => [what, after])).toEqual([['marked', 'LATE'], ['marked', 'PRESENT'], ['no-session', null]]);
    expect([(await shown(first?.id ?? '')).attended.late, (await shown(second?.id ?? '')).attended.present]).toEqual([1, 1]);
  });
});

const checklist = async (person: Person) => (await person.client.must<{ enrolment: { completed: boolean; conditions: { kind: string; label: string; met: boolean; detail: string | null }[] } }>('query ($id: ID!) { enrolment(id: $id) { completed conditions { kind label met detail } } }', { id: person.enrolment })).enrolment;
const setRule = (cohort: string, revision: number, rule: object) => staff.ask('mutation ($cohort: ID!, $revision: Int!, $rule: CompletionRuleInput!) { setCompletionRule(cohort: $cohort, revision: $revision, rule: $rule) { revision } }', { cohort, revision, rule: { lessons: false, assessments: false, attendance: false, reflections: false, evaluation: false, ...rule } });

describe('completion', () => {
  test('is what the cohort asks for, with what is left, the same for learner and staff; a change is in the trail', async () => {
    const cohort = await newCohort();
    const lea = await join(cohort, 'Lea');
    expect((await checklist(lea)).conditions.map(({ kind }) => kind)).toEqual(['LESSONS', 'LESSONS', 'ASSESSMENTS']);
    const sessions = await plan(cohort, { startsAt: minutes(-90), endsAt: minutes(-30) }, { times: 3, everyDays: 1 });
    expect((await setRule(cohort, 0, { attendance: true, leastSessions: 2, evaluation: true, reflections: true })).errors).toEqual([]);
    expect((await setRule(cohort, 0, { lessons: true })).errors[0]?.extensions.code).toBe('CONFLICT');
    expect((await setRule(cohort, 1, {})).errors[0]).toMatchObject({ message: 'Completion has to ask for something.' });
    await mark(sessions[0]?.id ?? '', [{ account: lea.account, mark: 'PRESENT' }]);
    await mark(sessions[1]?.id ?? '', [{ account: lea.account, mark: 'LATE' }]);
    const { conditions, completed } = await checklist(lea);
    expect([completed, conditions]).toEqual([false, [
      { kind: 'ATTENDANCE', label: 'Attend at least 2 of 3 sessions', met: true, detail: '2 of 2' },
      { kind: 'REFLECTIONS', label: 'Write every reflection', met: false, detail: '0 of 1' },
      { kind: 'EVALUATION', label: 'Fill in the evaluation form', met: false, detail: null },
    ]]);
    const all = await server.app.get(CompletionService).checklists(room.system, [lea.enrolment]);
    expect(all.get(lea.enrolment)?.parts).toEqual(conditions);
    const trail: { action: string }[] = await server.app.get(Database).read.query("SELECT action FROM audit_entry ORDER BY sequence");
    expect(trail.map(({ action }) => action)).toEqual(expect.arrayContaining(['live-session.planned', 'completion-rule.changed', 'attendance.marked']));
  });

  test('of a hundred learners takes the same few statements as of one', async () => {
    const cohort = await newCohort();
    await plan(cohort, {}, { times: 6, everyDays: 7 });
    await setRule(cohort, 0, { lessons: true, assessments: true, attendance: true, leastSessions: 5, evaluation: true, reflections: true });
    const places: string[] = [];
    for (let n = 0; n < 100; n += 1) places.push(await placeOf(cohort, n));
    const database = server.app.get(Database);
    const used: number[] = [];
    for (const count of [1, 100]) {
      const before = database.statements;
      expect((await server.app.get(CompletionService).checklists(system(), places.slice(0, count))).size).toBe(count);
      used.push(database.statements - before);
    }
    expect(Math.max(...used)).toBeLessThanOrEqual(12);
  });
});

describe('evaluation', () => {
  const ask = async (person: Person) => (await person.client.must<{ enrolment: { evaluations: { filled: boolean; form: { formId: string; kind: string; questions: { id: string; kind: string }[] }; session: { id: string } | null }[] } }>('query ($id: ID!) { enrolment(id: $id) { evaluations { filled form { formId kind questions } session { id } } } }', { id: person.enrolment })).enrolment.evaluations;
  const fill = (person: Person, form: string, answers: object, session: string | null = null) => person.client.ask('mutation ($form: ID!, $answers: JSON!, $session: ID) { fillEvaluation(form: $form, answers: $answers, session: $session) { filled } }', { form, answers, session });
  const results = async (cohort: string, kind = 'END') => (await staff.must<{ cohort: { evaluationResults: { answers: number; shown: number; questions: { question: { id: string }; mean: number | null; counts: number[]; texts: string[] }[] } } }>('query ($id: ID!, $kind: EvaluationKind!) { cohort(id: $id) { evaluationResults(kind: $kind) { answers shown questions } } }', { id: cohort, kind })).cohort.evaluationResults;
  const openForm = async (cohort: string, kind: string, open = true, revision = 0) => {
    const { cohort: found } = await staff.must<{ cohort: { evaluationForm: { title: string; questions: object[] } } }>('query ($id: ID!, $kind: EvaluationKind!) { cohort(id: $id) { evaluationForm(kind: $kind) { title questions } } }', { id: cohort, kind });
    return staff.must('mutation ($cohort: ID!, $kind: EvaluationKind!, $revision: Int!, $input: EvaluationFormInput!) { saveEvaluationForm(cohort: $cohort, kind: $kind, revision: $revision, input: $input) { revision } }', { cohort, kind, revision, input: { ...found.evaluationForm, open } });
  };
  const good = { objectives: 5, current: 4, teaching: 4, level: 4, technology: 5, bias: [0], change: [1] };

  test('keeps answers without a name or a time, shows nothing of fewer than three, and counts toward completion', async () => {
    const cohort = await newCohort();
    const people = [await join(cohort, 'Ann'), await join(cohort, 'Bea'), await join(cohort, 'Cyd'), await join(cohort, 'Dee')];
    const [ann, bea, cyd, dee] = people as [Person, Person, Person, Person];
    await setRule(cohort, 0, { evaluation: true });
    expect(await ask(ann)).toEqual([]);
    await openForm(cohort, 'END');
    const form = (await ask(ann))[0]?.form.formId ?? '';
    expect((await fill(ann, form, { ...good, bias: [] })).errors[0]?.extensions).toMatchObject({ code: 'ANSWER_UNFIT', path: ['answers', 'bias'] });
    expect((await fill(ann, form, { ...good, else: '=1+1 from Ann' })).errors).toEqual([]);
    expect((await fill(ann, form, good)).errors[0]?.extensions.code).toBe('FORM_FILLED');
    expect(await checklist(ann)).toMatchObject({ completed: true });
    expect((await checklist(bea)).completed).toBe(false);
    await fill(bea, form, good);
    expect(await results(cohort)).toEqual({ answers: 2, shown: 0, questions: [] });
    await fill(cyd, form, { ...good, objectives: 1 });
    expect(await results(cohort)).toMatchObject({ answers: 3, shown: 3 });
    await fill(dee, form, { ...good, else: 'from Dee' });
    expect(await results(cohort)).toMatchObject({ answers: 4, shown: 3 });
    await openForm(cohort, 'END', false, 1);
    const closed = await results(cohort);
    expect(closed.shown).toBe(4);
    expect(closed.questions.find(({ question }) => question.id === 'objectives')).toMatchObject({ mean: 4, counts: [1, 0, 0, 0, 3] });
    const file = await (await staff.fetch(`/cohorts/${cohort}/evaluation.csv?kind=END`)).text();
    expect(file).toContain("'=1+1 from Ann");
    expect((await stranger.fetch(`/cohorts/${cohort}/evaluation.csv?kind=END`)).status).toBe(404);

    const database = server.app.get(Database);
    const boxes: Record<string, unknown>[] = await database.read.query(`SELECT * FROM evaluation_box`);
    const filled: Record<string, unknown>[] = await database.read.query(`SELECT * FROM evaluation_filled`);
    expect(boxes.map((row) => Object.keys(row).sort())).toEqual([['form_id', 'held', 'session_id', 'shown']]);
    expect(JSON.stringify(boxes)).not.toMatch(new RegExp(`${people.map(({ account }) => account).join('|')}|202\\d-\\d\\d`));
    expect(filled.map(({ day }) => day)).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)));
  });

  test('asks after each session that is over, of whoever was not absent, and nobody else', async () => {
    const cohort = await newCohort();
    const [ann, bea] = [await join(cohort, 'Ann'), await join(cohort, 'Bea')];
    const session = await planned(cohort, { startsAt: minutes(-90), endsAt: minutes(-30) });
    await planned(cohort);
    await mark(session.id, [{ account: bea.account, mark: 'ABSENT' }]);
    await openForm(cohort, 'SESSION');
    expect(await ask(ann)).toMatchObject([{ filled: false, session: { id: session.id } }]);
    expect(await ask(bea)).toEqual([]);
    const form = (await ask(ann))[0]?.form.formId ?? '';
    const answers = { objectives: 5, presenter: 5, useful: 5, bias: [0] };
    expect((await fill(bea, form, answers, session.id)).errors[0]?.extensions.code).toBe('FORM_CLOSED');
    expect((await fill(await join(await newCohort(), 'Out'), form, answers, session.id)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await fill(ann, form, answers, session.id)).data).toEqual({ fillEvaluation: { filled: true } });
  });
});

describe('the calendar', () => {
  const renew = async (person: Person) => (await person.client.must<{ renewCalendar: string }>('mutation { renewCalendar }')).renewCalendar;
  const read = async (path: string) => {
    const response = await server.client().fetch(path);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };

  test('is one that RFC 5545 allows, at the right hours on both sides of a change of clocks, and follows what is moved and cancelled', async () => {
    const cohort = await newCohort('Öffentliche Sitzung, Ketamin; Gruppe \\ A');
    const lea = await join(cohort, 'Lea');
    await staff.must('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { account: lea.account, courseVersion: room.version, dueOn: '2026-12-24' } });
    const title = 'Fallbesprechung: „Größe“, Maß; 心理療法 🧠 and a title that is long enough to be folded more than once by whoever writes it';
    const [first, second] = await plan(cohort, { title, description: 'One\nTwo, three; four\\five', startsAt: '2026-10-28T00:00:00Z', endsAt: '2026-10-28T01:30:00Z' }, { times: 2, everyDays: 7 });
    const path = await renew(lea);
    const { text, type } = await read(path);
    expect(type).toBe('text/calendar; charset=utf-8');
    const calendar = parseCalendar(text);
    const events = calendar.of('VEVENT');
    expect(events).toHaveLength(3);
    for (const event of events.filter((one) => valueOf(one, 'DTSTART').parameters['TZID'] !== undefined)) {
      const { value, parameters } = valueOf(event, 'DTSTART');
      const wall = Date.parse(`${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}T${value.slice(9, 11)}:${value.slice(11, 13)}:00Z`);
      const planned = [first, second].find(({ id } = { id: '' } as Planned) => valueOf(event, 'UID').value.startsWith(id));
      expect(new Date(wall - offsetIn(calendar, parameters['TZID'] ?? '', value)).toISOString()).toBe(planned?.startsAt);
      expect(value.slice(9)).toBe('180000');
    }
    const parsed = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one !== undefined && one.type === 'VEVENT') as unknown as { uid: string; summary: string; start: Date & { dateOnly?: boolean }; description: string; sequence: number; status: string; datetype: string }[];
    const ours = parsed.find(({ uid }) => uid.startsWith(first?.id ?? ''));
    expect([ours?.summary, ours?.start.toISOString(), ours?.sequence]).toEqual([`${title} 1`, first?.startsAt, 0]);
    expect(ours?.description).toContain('One\nTwo, three; four\\five');
    expect(parsed.find(({ uid }) => uid.startsWith('due-'))).toMatchObject({ summary: 'Due: A sample', datetype: 'date' });

    await staff.must('mutation ($id: ID!) { cancelLiveSession(id: $id, revision: 1, reason: "Ill") { id } }', { id: first?.id });
    const after = parseCalendar((await read(path)).text).of('VEVENT').find((event) => valueOf(event, 'UID').value.startsWith(first?.id ?? ''));
    expect(after === undefined ? null : [valueOf(after, 'SEQUENCE').value, valueOf(after, 'STATUS').value]).toEqual(['1', 'CANCELLED']);
  });

  test('has an address that is renewed and ended, and shows a facilitator what she leads', async () => {
    const lea = await join(await newCohort(), 'Lea');
    const old = await renew(lea);
    const path = await renew(lea);
    expect((await lea.client.must<{ viewer: { calendarPath: string } }>('{ viewer { calendarPath } }')).viewer.calendarPath).toBe(path);
    expect([(await read(old)).status, (await read(path)).status, (await read('/calendar/x.ics')).status]).toEqual([404, 200, 404]);
    parseCalendar((await read(path)).text);
    await lea.client.must('mutation { removeCalendar }');
    expect((await read(path)).status).toBe(404);
    const { viewer } = await staff.must<{ viewer: { account: { id: string } } }>('{ viewer { account { id } } }');
    await plan(await newCohort('Led'), { title: 'Led by me', facilitators: [viewer.account.id] });
    const { renewCalendar } = await staff.must<{ renewCalendar: string }>('mutation { renewCalendar }');
    expect(parseCalendar((await read(renewCalendar)).text).of('VEVENT').map((event) => valueOf(event, 'SUMMARY').value)).toEqual(['Led by me']);
  });
});
