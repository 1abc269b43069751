import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseCalendar } from './calendar-rules.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

/* What a coordinator does with whole cohorts: makes the next one, keeps days off. */
let server: TestServer;
let staff: Client;
let version: string;
beforeAll(async () => {
  server = await startServer({ COURSES_DIR: resolve('test/fixtures') });
  staff = await server.signedIn(administrator.email);
  ({ publishCourse: { id: version } } = await staff.must<{ publishCourse: { id: string } }>('mutation { publishCourse(slug: "course-small") { id } }'));
});
afterAll(() => server.close());

const cohortOf = async (input: object): Promise<string> => (await staff.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'A cohort', courseVersion: version, ...input } })).createCohort.id;
const session = async (cohort: string, title: string, startsAt: string, more: object = {}): Promise<string> => (await staff.must<{ createLiveSessions: { id: string }[] }>('mutation ($cohort: ID!, $input: LiveSessionInput!) { createLiveSessions(cohort: $cohort, input: $input) { id } }',
  { cohort, input: { title, startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(), timeZone: 'America/Denver', ...more } })).createLiveSessions[0]?.id ?? '';
const asks = { lessons: true, assessments: false, attendance: true, leastSessions: 1, reflections: false, evaluation: true };
const setRule = (cohort: string, revision: number, rule: object = asks) => staff.ask('mutation ($cohort: ID!, $revision: Int!, $rule: CompletionRuleInput!) { setCompletionRule(cohort: $cohort, revision: $revision, rule: $rule) { revision attendance leastSessions } }', { cohort, revision, rule });

describe('days off', () => {
  test('are listed in order, renamed, taken off, and said again in calendars; learners read them and change nothing', async () => {
    const add = (days: object[], by: Client = staff) => by.ask('mutation ($days: [DayOffInput!]!) { addDaysOff(days: $days) { day name } }', { days });
    expect((await add([{ day: '2026-12-25', name: 'Christmas' }, { day: '2026-11-26', name: ' Thanksgiving ' }])).data).toEqual({ addDaysOff: [{ day: '2026-11-26', name: 'Thanksgiving' }, { day: '2026-12-25', name: 'Christmas' }] });
    expect((await add([{ day: '2026-12-25', name: 'Christmas Day' }, { day: '2027-01-01', name: 'New Year' }])).data).toMatchObject({ addDaysOff: [{}, { name: 'Christmas Day' }, {}] });
    for (const [day, path] of [[{ day: '2026-02-30', name: 'x' }, 'day'], [{ day: '2026-03-01', name: ' ' }, 'name']] as const) expect((await add([{ day: '2026-05-01', name: 'May' }, day])).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['days', '1', path] });
    await staff.must('mutation { removeDayOff(day: "2027-01-01") { day } }');
    await staff.must('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Lea', email: 'lea@example.org', roles: ['LEARNER'], password: administrator.password } });
    const learner = await server.signedIn('lea@example.org');
    expect(await learner.must('{ daysOff(from: "2026-12-01") { day name } }')).toEqual({ daysOff: [{ day: '2026-12-25', name: 'Christmas Day' }] });
    expect((await add([{ day: '2026-12-26', name: 'Mine' }], learner)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await staff.must('{ auditTrail(action: "days-off") { nodes { action } } }')).toEqual({ auditTrail: { nodes: ['removed', 'added', 'added'].map((what) => ({ action: `days-off.${what}` })) } });

    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString();
    await add([{ day: soon.slice(0, 10), name: 'Founders’ Day; closed, all of it' }]);
    const cohort = await cohortOf({});
    await staff.must('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { email: 'lea@example.org', cohort } });
    await session(cohort, 'On a holiday', soon);
    const { renewCalendar } = await learner.must<{ renewCalendar: string }>('mutation { renewCalendar }');
    const feed = parseCalendar(await (await server.client().fetch(renewCalendar)).text());
    const said = feed.of('VEVENT').map(({ properties }) => Object.fromEntries(properties.map(({ name, value }) => [name, value])));
    expect(said).toContainEqual(expect.objectContaining({ SUMMARY: 'Founders’ Day; closed, all of it', DTSTART: soon.slice(0, 10).replaceAll('-', ''), TRANSP: 'TRANSPARENT' }));
  });
});

describe('a cohort made like another', () => {
  let cohort: string;
  let cancelled: string;
  beforeAll(async () => {
    cohort = await cohortOf({ name: 'Autumn', startsOn: '2026-09-28', endsOn: '2026-11-09', timeZone: 'America/Denver' });
    // 18:00 in Denver, in summer time; eight weeks later it is winter.
    const first = await session(cohort, 'Welcome', '2026-10-02T00:00:00.000Z');
    cancelled = await session(cohort, 'Never', '2026-10-03T00:00:00.000Z');
    await staff.must('mutation ($id: ID!) { cancelLiveSession(id: $id, revision: 1) { id } }', { id: cancelled });
    expect((await setRule(cohort, 0)).errors).toEqual([]);
    const { cohort: { evaluationForm } } = await staff.must<{ cohort: { evaluationForm: { title: string; questions: object[] } } }>('query ($id: ID!) { cohort(id: $id) { evaluationForm(kind: END) { title questions } } }', { id: cohort });
    await staff.must('mutation ($cohort: ID!, $input: EvaluationFormInput!) { saveEvaluationForm(cohort: $cohort, kind: END, revision: 0, input: $input) { revision } }', { cohort, input: { title: 'How was autumn?', open: true, questions: evaluationForm.questions } });
    await staff.must('mutation ($input: SaveGradebookInput!) { saveGradebook(input: $input) { revision } }', { input: { cohort, revision: 0, unmarked: 'zero', categories: [{ id: 'there', name: 'Being there', weight: 40, dropLowest: 0 }, { id: 'work', name: 'Work', weight: 60, dropLowest: 0 }], columns: [{ column: `session/${first}`, category: 'there' }] } });
    await staff.must('mutation ($cohort: ID!) { setReminder(cohort: $cohort, kind: SESSION, enabled: true, days: 2) { kind } }', { cohort });
    await staff.must('mutation ($cohort: ID!, $input: CertificateSettingsInput!) { saveCertificateSettings(cohort: $cohort, input: $input) { mode } }', { cohort, input: { mode: 'APPROVAL', hoursKind: 'FIXED', hours: 6, licenceRequired: false } });
  });

  test('is shown before: each day as it will be, with weekends and days off, and what comes along', async () => {
    const { clonePreview } = await staff.must<{ clonePreview: { days: object[]; brings: string[] } }>('query ($cohort: ID!) { clonePreview(cohort: $cohort, startsOn: "2026-11-23") { shiftedBy brings leaves days { kind title before day weekend dayOff } } }', { cohort });
    expect(clonePreview).toMatchObject({ shiftedBy: 56, days: [
      { kind: 'FIRST', before: '2026-09-28', day: '2026-11-23', weekend: false, dayOff: null },
      { kind: 'SESSION', title: 'Welcome', before: '2026-10-01', day: '2026-11-26', weekend: false, dayOff: 'Thanksgiving' },
      { kind: 'LAST', day: '2027-01-04' },
    ] });
    expect(clonePreview.brings.join('\n')).toMatch(/1 session.*\nWhat completing it asks for\n1 evaluation form.*\nWeights.*\nHow certificates come about\n1 reminder/);
    const unwritten = await staff.must<{ cohorts: { totalCount: number } }>('{ cohorts { totalCount } }');
    await staff.must('query ($cohort: ID!) { clonePreview(cohort: $cohort) { shiftedBy } }', { cohort });
    expect(await staff.must('{ cohorts { totalCount } }')).toEqual(unwritten);
    expect((await staff.ask('query ($cohort: ID!) { clonePreview(cohort: $cohort, startsOn: "2026-02-30") { shiftedBy } }', { cohort })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['startsOn'] });
  });

  test('has its sessions at the same time of day, its rule, forms, weights, certificates and reminders, and stays apart from it', async () => {
    const made = await staff.must<{ cloneCohort: { id: string; liveSessions: { nodes: { id: string }[] }; gradebook: { columns: { id: string; category: string | null }[] } } }>(`mutation ($cohort: ID!) { cloneCohort(cohort: $cohort, input: { name: "Winter", startsOn: "2026-11-23" }) {
      id liveSessions { nodes { id title startsAt endsAt revision cancelled } } completionRule { revision lessons assessments attendance leastSessions evaluation } evaluationForm(kind: END) { title open revision }
      gradebook { revision unmarked categories { id weight } columns { id category } } reminders { kind enabled days } certificateSettings { mode hours } } }`, { cohort });
    expect(made.cloneCohort).toMatchObject({
      liveSessions: { nodes: [{ title: 'Welcome', startsAt: '2026-11-27T01:00:00.000Z', endsAt: '2026-11-27T02:00:00.000Z', revision: 1, cancelled: false }] },
      completionRule: { revision: 1, lessons: true, assessments: false, attendance: true, leastSessions: 1, evaluation: true }, evaluationForm: { title: 'How was autumn?', open: true, revision: 1 },
      gradebook: { revision: 1, unmarked: 'zero', categories: [{ id: 'there', weight: 40 }, { id: 'work', weight: 60 }] }, certificateSettings: { mode: 'APPROVAL', hours: 6 },
    });
    const { liveSessions: { nodes: [copied] }, gradebook: { columns }, id } = made.cloneCohort;
    expect(columns.filter(({ category }) => category === 'there').map(({ id: column }) => column).filter((column) => column.startsWith('session/'))).toEqual([`session/${copied?.id}`]);
    expect(made.cloneCohort).toMatchObject({ reminders: expect.arrayContaining([{ kind: 'SESSION', enabled: true, days: 2 }]) });
    expect((await setRule(id, 1, { ...asks, leastSessions: 2 })).errors).toEqual([]);
    expect(await staff.must('query ($id: ID!) { cohort(id: $id) { completionRule { revision leastSessions } } }', { id: cohort })).toEqual({ cohort: { completionRule: { revision: 1, leastSessions: 1 } } });
  });

  test('where a first rule or form is saved by two at once, one is told of the other', async () => {
    const fresh = await cohortOf({});
    const rules = await Promise.all([1, 2, 3].map((leastSessions) => setRule(fresh, 0, { ...asks, leastSessions })));
    expect(rules.flatMap(({ errors }) => errors.map(({ extensions: { code } }) => code))).toEqual(['CONFLICT', 'CONFLICT']);
    const forms = await Promise.all(['One', 'Two'].map((title) => staff.ask('mutation ($cohort: ID!, $input: EvaluationFormInput!) { saveEvaluationForm(cohort: $cohort, kind: END, revision: 0, input: $input) { title } }', { cohort: fresh, input: { title, open: true, questions: [{ id: 'a', kind: 'TEXT', text: 'Well?', required: false }] } })));
    expect(forms.flatMap(({ errors }) => errors.map(({ extensions: { code } }) => code))).toEqual(['CONFLICT']);
  });
});
