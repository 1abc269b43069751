import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { createServer, readConfig, type RunningServer } from '@preceptor/server';
import { AuditEntryRow } from '../../apps/server/src/audit/audit.entity.js';
import { isRecorded, namedMutations, notRecorded } from '../../apps/server/src/audit/mutations.js';
import { loadDemo } from '../../apps/server/src/demo/demo.js';
import { Actor, roles } from '../../apps/server/src/identity/actor.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { SessionsService } from '../../apps/server/src/identity/sessions.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { type FreshDatabase, freshDatabase } from './databases.js';
import { asked, type IdPlace, type Operation, operationsOf } from './isolation/asking.js';
import { plainFor, tableFor } from './isolation/ids.js';
import { dumpOf, plantRows, type Row, tablesOf } from './isolation/rows.js';
import { Client } from './server.js';

/*
 * Somebody who holds every role asks each mutation of the schema, with ids of her own organisation. Whatever changes a
 * row leaves an entry in the trail, or stands in a short list with the reason why not.
 */
let database: FreshDatabase;
let server: RunningServer;
let tables: Awaited<ReturnType<typeof tablesOf>>;
let own: Map<string, Row>;
let actor: { accountId: string; organisationId: string };

beforeAll(async () => {
  database = await freshDatabase();
  server = await createServer(readConfig({ ...database.env, PORT: '0', NODE_ENV: 'test', LOG_LEVEL: 'silent', COURSES_DIR: resolve('courses') }));
  await loadDemo(server.app);
  tables = await tablesOf(db());
  const rows = await dumpOf(db(), tables);
  const organisationId = String(rows.get('organisation')?.[0]?.['id']);
  const { id: accountId } = await server.app.get(IdentityService).invite(Actor.system(organisationId), { email: 'everything@example.org', name: 'Eva Everything', roles: [...roles] });
  actor = { accountId, organisationId };
  own = await plantRows(db(), tables, organisationId, rows);
}, 180_000);
afterAll(async () => {
  await server.close();
  await database.remove();
});

const db = (): Database => server.app.get(Database);
const mutations = (): Operation[] => operationsOf(server.app.get(GraphQLSchemaHost).schema).filter(({ kind }) => kind === 'mutation');

test('the lists name no mutation that there is no more, and every exception has its reason', () => {
  const known = new Set(mutations().map(({ field }) => field.name));
  expect(namedMutations().filter((name) => !known.has(name))).toEqual([]);
  expect(Object.entries(notRecorded).filter(([, reason]) => reason.length < 15)).toEqual([]);
});

test('whatever changes a row leaves an entry, and each change of an organisation, its people and cohorts is seen to', async () => {
  // Certificates that are refused are answers of issueCertificates, each rolled back by itself.
  const silent: string[] = [];
  const proven: string[] = [];
  const refused: string[] = [];
  const all = mutations().filter(({ field }) => isRecorded(field.name)).toSorted((a, b) => last.indexOf(a.field.name) - last.indexOf(b.field.name));
  for (const operation of all) {
    const { name } = operation.field;
    const { token } = await server.app.get(SessionsService).begin(actor.accountId, actor.organisationId);
    const [{ revision } = { revision: 1 }] = await db().read.query<{ revision: number }[]>(`SELECT "revision" FROM "cohort" WHERE "id" = ${db().parameter(1)}`, [idIn('cohort')]);
    const entries = await db().read.count(AuditEntryRow);
    const written = new Set<string>();
    db().heard = (text) => {
      const [, table = ''] = /^\s*(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"/i.exec(text) ?? [];
      if (table !== '' && !/^(migrations|audit_.*|session|sign_in.*|schedule.*)$/.test(table)) written.add(table);
    };
    const { query, variables } = asked(operation, { plain: (of, arg) => valueOf(name, of, arg, Number(revision)), id: idOf });
    const { data, errors } = await new Client(server.url, { cookie: `preceptor_session=${token}` }).ask(query, variables);
    db().heard = null;
    const done = data?.[name] !== null && data?.[name] !== undefined;
    if (await db().read.count(AuditEntryRow) > entries) proven.push(name);
    else if (done && written.size > 0 && name !== 'issueCertificates') silent.push(`${name} wrote to ${[...written].join(', ')}`);
    else refused.push(`${name}: ${errors[0]?.message ?? 'changed nothing'}`);
  }
  expect(silent).toEqual([]);
  // Of those that were refused nothing is known: this names the ones that must not be among them.
  expect(refused.filter((line) => matters.includes(line.split(':')[0] ?? ''))).toEqual([]);
  expect(proven.length).toBeGreaterThanOrEqual(matters.length);
}, 240_000);

test('what a service records itself says what was there before', async () => {
  const rows = await db().read.find(AuditEntryRow, { where: { accountId: actor.accountId }, order: { sequence: 'ASC' } });
  const of = (action: string) => rows.find((row) => row.action === action);
  expect(JSON.parse(of('organisation.settings-saved')?.before ?? '{}')).toMatchObject({ name: expect.any(String) });
  expect(JSON.parse(of('organisation.settings-saved')?.after ?? '{}')).toMatchObject({ name: 'Renamed', timeZone: 'Europe/Vienna' });
  expect(JSON.parse(of('certificates.template-saved')?.after ?? '{}')).toMatchObject({ signatory: 'Dr. Vera Vienna' });
  expect([of('certificates.template-saved')?.before, of('mail.quiet-hours-set')?.before, of('bank.changed')?.before, of('item.retired')?.before].filter((text) => text === null || text === undefined)).toEqual([]);
  expect(of('mail-template.saved')?.label).toMatch(/\(en\)$/);
  expect(of('items.exported')).toMatchObject({ subjectType: 'items', after: expect.stringContaining('"format"') });
  // A mutation whose service records nothing: as it was asked, without what is secret.
  expect(of('package.options-saved')).toMatchObject({ subjectType: 'course', subjectId: idIn('course'), before: null, after: expect.stringContaining('"course"') });
  expect(JSON.stringify(rows)).not.toContain('a long enough password');
});

/** Those must be seen to leave an entry here. */
const matters = `saveOrganisationSettings removeOrganisationLogo setRoles inviteAccount invite resendInvitation revokeInvitation createApiKey revokeApiKey setLicence renameMyself changePassword removeSecondFactor signOutEverywhere
  setQuietHours saveMailTemplate resetMailTemplate publishCourse createCohort updateCohort setCohortVersion setCohortRelease archiveCohort unarchiveCohort enrol enrolOrWait enrolMany withdrawLearner restoreLearner createLiveSessions
  setCompletionRule saveEvaluationForm saveAccommodation saveAccreditingBody saveCertificateSettings saveCertificateTemplate setReminder createItemBank changeItemBank retireItem reinstateItem
  exportItems bringCourseItems createAssessmentPlan makePackage savePackageOptions renewCalendar removeCalendar`.split(/\s+/);
/** Would take away what others need. */
const last = ['setRoles', 'withdrawLearner', 'restoreLearner', 'archiveCohort', 'unarchiveCohort', 'removeCalendar', 'deleteAssessmentPlan', 'changePassword', 'signOutEverywhere', 'erasePerson'];

const newcomer = (email: string) => ({ email, name: 'Nora New', cohort: idIn('cohort') });
const values: Record<string, (revision: number) => unknown> = {
  'saveOrganisationSettings.input': () => ({ name: 'Renamed', timeZone: 'Europe/Vienna', languages: ['en'], retention: { mailDays: 90, auditYears: 7, recordsYears: null } }), 'saveOrganisationSettings.revision': () => 1,
  'setQuietHours.from': () => '20:00', 'setQuietHours.to': () => '07:00', 'setQuietHours.revision': () => 1,
  'saveMailTemplate.input': () => ({ kind: 'reminder-session', language: 'en', subject: 'Tomorrow', text: 'See you.' }), 'saveMailTemplate.revision': () => 0,
  'resetMailTemplate.kind': () => 'reminder-session', 'resetMailTemplate.language': () => 'en', 'resetMailTemplate.revision': () => 1,
  'invite.input': () => ({ email: 'ines@example.org', name: 'Ines Invited', roles: ['GRADER'] }),
  'publishCourse.slug': () => 'ketamine-assisted-psychotherapy',
  'createCohort.input': () => ({ name: 'Another cohort', courseVersion: idIn('course_version'), startsOn: '2027-01-01', endsOn: '2027-02-01', timeZone: 'UTC' }),
  'updateCohort.input': () => ({ name: 'Renamed cohort' }), 'updateCohort.revision': (revision) => revision,
  'setCohortRelease.kind': () => 'AFTER_PREVIOUS', 'setCohortRelease.opensOn': () => [], 'setCohortRelease.revision': (revision) => revision,
  'setCohortVersion.revision': (revision) => revision,
  'enrol.input': () => newcomer('nora@example.org'), 'enrolOrWait.input': () => newcomer('nils@example.org'),
  'createLiveSessions.input': () => ({ title: 'Supervision', startsAt: '2027-01-05T10:00:00.000Z', endsAt: '2027-01-05T11:00:00.000Z', timeZone: 'UTC' }), 'createLiveSessions.repeat': () => null,
  'saveEvaluationForm.input': () => ({ title: 'How was it?', open: true, questions: [{ id: 'q1', kind: 'RATING', text: 'How was it?', required: true }] }), 'saveEvaluationForm.revision': () => 0,
  'saveAccommodation.input': () => ({ enrolment: idIn('enrolment'), timeFactor: 1.5, reason: 'Asked for' }),
  'saveCertificateSettings.input': () => ({ mode: 'AT_ONCE', hoursKind: 'FIXED', hours: 12, licenceRequired: false }),
  'saveCertificateTemplate.input': () => ({ paper: 'A4', border: 'LINE', colour: '#1a1a1a', accent: '#0b5394', heading: 'Certificate', above: 'This is to certify that', below: 'has completed', footer: '', logoAlt: '', signatory: 'Dr. Vera Vienna', signatoryTitle: 'Director' }),
  'createAssessmentPlan.input': () => ({ course: idIn('course'), unit: 'orientation', title: 'Another quiz', purpose: 'quiz' }),
  'makePackage.standard': () => 'scorm-1.2',
};
const valueOf = (operation: string, of: string, arg: string, revision: number): unknown => values[`${of}.${arg}`]?.(revision) ?? (of === operation ? values[`${operation}.${arg}`]?.(revision) : undefined) ?? plainFor(of, arg);

function idOf(place: IdPlace): unknown {
  const of = tableFor(place, tables.map(({ name }) => name));
  return of === null || of === undefined ? 'something' : idIn(of);
}
function idIn(of: string): unknown {
  if (of.startsWith('=')) return of.slice(1).replaceAll(/\{(\w+)\}/g, (_, table: string) => String(idIn(table)));
  const [table = '', column = 'id'] = of.split('.');
  return own.get(table)?.[column];
}
