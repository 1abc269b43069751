import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import yauzl from 'yauzl';
import { CertificatesService } from '../../apps/server/src/credentials/certificates.service.js';
import { features } from '../../apps/server/src/features.js';
import { Actor } from '../../apps/server/src/identity/actor.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { newId } from '../../apps/server/src/platform/ids.js';
import { readDataKeys } from '../../apps/server/src/platform/data-keys.js';
import { resealAll } from '../../apps/server/src/platform/reseal.js';
import { Sealing } from '../../apps/server/src/platform/sealing.js';
import { holdings } from '../../apps/server/src/privacy/registry.js';
import { namedBeside } from '../../apps/server/src/privacy/retention/removal.service.js';
import { RetentionService } from '../../apps/server/src/privacy/retention/retention.service.js';
import { ProfilesService } from '../../apps/server/src/profiles/profiles.service.js';
import { loadDemo } from '../../apps/server/src/demo/demo.js';
import { tablesOf } from './isolation/rows.js';
import { type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let admin: Client;
const dataKey = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const password = 'a long enough password';
const as = async (name: string): Promise<Client> => {
  const client = server.client();
  const { demoPeople } = await client.must<{ demoPeople: { accountId: string; name: string }[] }>('{ demoPeople { accountId name } }');
  await client.must('mutation ($id: ID!) { signInAsDemo(accountId: $id) { roles } }', { id: demoPeople.find((person) => person.name === name)?.accountId });
  return client;
};
const organisationId = async (): Promise<string> => (await database().read.query<{ id: string }[]>("SELECT o.id AS id FROM organisation o JOIN cohort c ON c.organisation_id = o.id"))[0]?.id ?? '';
const database = (): Database => server.app.get(Database);
beforeAll(async () => {
  server = await startServer({ ADMIN_EMAIL: '', ADMIN_PASSWORD: '', NODE_ENV: 'development', DATA_KEYS: `a:${dataKey(1)}` });
  await loadDemo(server.app);
  admin = await as('Noor Rahman');
}, 120_000);
afterAll(() => server.close());

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

test('every table that names an account or an enrolment is answered for, and by columns that it has', async () => {
  const tables = new Map<string, string[]>();
  for (const { tableName, columns } of database().read.connection.entityMetadatas) tables.set(tableName, columns.map(({ databaseName }) => databaseName));
  const names = (column: string): boolean => /(^|_)(account|enrolment|grader|author)_id$|_by$/.test(column);
  // Views of other tables, and columns that name a certificate or who had an answer in hand: of these a row is found by its other column.
  const no = /^report_|\.(replaced|first|second|moderated|claimed|acknowledged|invited)_by$/;
  const answered = (table: string, column: string): boolean => holdings.some((one) => one.table === table && (one.enrolment === column || one.account?.includes(column) === true || (one.enrolment !== undefined && column !== 'enrolment_id') || (one.account !== undefined && column === 'enrolment_id')));
  const forgotten = [...tables].flatMap(([table, columns]) => columns.filter((column) => names(column) && !no.test(`${table}.${column}`) && !answered(table, column)).map((column) => `${table}.${column}`));
  expect(forgotten).toEqual([]);
  for (const { table, account = [], enrolment, organisation } of holdings) {
    const columns = tables.get(table) ?? [];
    expect([table, [...account, ...(enrolment === undefined ? [] : [enrolment]), ...(organisation ? ['organisation_id'] : [])].filter((column) => !columns.includes(column))]).toEqual([table, []]);
    expect([table, organisation]).toEqual([table, columns.includes('organisation_id')]);
  }
  expect(features.length).toBeGreaterThan(10);
});

test('whatever hangs on an enrolment goes with it once its time is over', async () => {
  // Certificates and what was attested go by the rule of their own.
  const handled = new Set([...holdings.flatMap(({ table, enrolment }) => (enrolment === undefined ? [] : [`${table}.${enrolment}`])), ...namedBeside.map(([table, column]) => `${table}.${column}`), 'certificate.enrolment_id', 'certificate_attestation.enrolment_id']);
  const hanging = (await tablesOf(database())).flatMap(({ name, references }) => [...references].filter(([, to]) => to === 'enrolment').map(([column]) => `${name}.${column}`));
  expect(hanging.length).toBeGreaterThan(5);
  expect(hanging.filter((column) => !handled.has(column))).toEqual([]);
});

test('a learner takes away what is kept of her, and nothing of others or of how she signs in', async () => {
  const learner = await as('Ravi Menon');
  const response = await learner.fetch('/own-data.zip');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const files = await unzipped(Buffer.from(await response.arrayBuffer()));
  const { holdings: held } = JSON.parse(files['data.json'] ?? '') as { holdings: { table: string; rows: Record<string, unknown>[] }[] };
  const rows = (table: string) => held.find((one) => one.table === table)?.rows ?? [];
  expect(rows('account')).toMatchObject([{ name: 'Ravi Menon' }]);
  expect(rows('learning_event').length).toBeGreaterThan(10);
  expect(new Set(rows('enrolment').map(({ account_id: id }) => id))).toEqual(new Set([rows('account')[0]?.['id']]));
  expect(files['data.html']).toContain('<h2>What you did in a course, and when; reflections that you wrote</h2>');
  for (const text of Object.values(files)) expect(text).not.toMatch(/token_hash|password_hash|Fatima|Lucía/);
  expect((await server.client().fetch('/own-data.zip')).status).toBe(401);
  const { createApiKey } = await admin.must<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "Data", scopes: ["read"]) { key } }');
  expect((await server.client({ authorization: `Bearer ${createApiKey.key}` }).fetch('/own-data.zip')).status).toBe(401);
});

test('an erased person is gone by name everywhere, can sign in no more, and her record stays under a number', async () => {
  const { cohorts } = await admin.must<{ cohorts: { nodes: { id: string }[] } }>('{ cohorts { nodes { id } } }');
  const { inviteAccount: { id } } = await admin.must<{ inviteAccount: { id: string } }>(`mutation { inviteAccount(input: {email: "erika@example.org", name: "Erika Erasable", roles: [LEARNER], password: "${password}"}) { id } }`);
  await admin.must('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { account: id, cohort: cohorts.nodes[0]?.id } });
  const erika = await server.signedIn('erika@example.org', password);
  const erase = (account: string, confirmation: string, client = admin) => client.ask('mutation ($account: ID!, $confirmation: String!) { erasePerson(account: $account, confirmation: $confirmation) }', { account, confirmation });
  expect((await erase(id, 'erika@example.org', erika)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await erase(id, 'Erika Erasable')).errors[0]?.extensions.code).toBe('NOT_CONFIRMED');
  const own = await admin.must<{ viewer: { account: { id: string; email: string } } }>('{ viewer { account { id email } } }');
  expect((await erase(own.viewer.account.id, own.viewer.account.email)).errors[0]?.extensions.code).toBe('STILL_ADMINISTRATOR');
  expect((await erase(id, 'Erika@Example.org')).errors).toEqual([]);

  expect((await erika.must<{ viewer: unknown }>('{ viewer { roles } }')).viewer).toBeNull();
  expect((await server.client().ask(`mutation { signIn(email: "erika@example.org", password: "${password}") { roles } }`)).errors[0]?.extensions.code).toBe('WRONG_CREDENTIALS');
  const left: string[] = [];
  for (const { tableName } of database().read.connection.entityMetadatas) {
    const rows = await database().read.query<unknown[]>(`SELECT * FROM "${tableName}"`);
    if (/erika/i.test(JSON.stringify(rows))) left.push(tableName);
  }
  expect(left).toEqual([]);
  const { accounts } = await admin.must<{ accounts: { nodes: { account: { name: string; id: string } }[] } }>('{ accounts(search: "Erased person") { nodes { account { id name } } } }');
  expect(accounts.nodes).toEqual([{ account: { id, name: `Erased person ${id.slice(-6)}` } }]);
  expect(await database().read.query<unknown[]>(`SELECT id FROM enrolment WHERE account_id = '${id}'`)).toHaveLength(1);
  const { auditCheck, auditTrail } = await admin.must<{ auditCheck: { holds: boolean; withheld: number }; auditTrail: { nodes: { action: string; withheldBy: number | null; sequence: number }[] } }>('{ auditCheck { holds withheld } auditTrail(first: 3) { nodes { action withheldBy sequence } } }');
  expect(auditCheck).toMatchObject({ holds: true, withheld: 2 });
  expect(auditTrail.nodes.map(({ action, withheldBy }) => [action, withheldBy])).toEqual([['person.erased', null], ['enrolment.made', auditTrail.nodes[0]?.sequence], ['account.made', auditTrail.nodes[0]?.sequence]]);
});

test('what an erasure will do is told before, and words that people wrote are taken out of what stays', async () => {
  const { cohorts } = await admin.must<{ cohorts: { nodes: { id: string }[] } }>('{ cohorts { nodes { id } } }');
  const cohort = cohorts.nodes[0]?.id;
  const { inviteAccount: { id } } = await admin.must<{ inviteAccount: { id: string } }>(`mutation { inviteAccount(input: {email: "wilma@example.org", name: "Wilma Writer", roles: [LEARNER], password: "${password}"}) { id } }`);
  const { enrol: { id: enrolment } } = await admin.must<{ enrol: { id: string } }>('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { account: id, cohort } });
  const wilma = await server.signedIn('wilma@example.org', password);
  const event = (rest: object) => ({ id: newId(), at: new Date().toISOString(), session: newId(), ...rest });
  const { recordEvents: { rejected } } = await wilma.must<{ recordEvents: { rejected: unknown[] } }>('mutation ($enrolment: ID!, $events: [TrackingEventInput!]!) { recordEvents(enrolment: $enrolment, events: $events) { rejected { id } } }', {
    enrolment, events: [event({ type: 'REFLECTION_SAVED', reflection: 'r-why', lesson: 'what-kap-is', text: 'Wilmas patient told her xyzzy' })],
  });
  // A reflection that the course does not have is refused: then as an event of an older version, of which nobody knows the questions any more.
  const rows = [{ type: 'reflection-saved', reflection: 'r', lesson: 'l', text: 'told me xyzzy' }, { type: 'item-answered', item: 'gone', response: { value: 'She said xyzzy' }, latencySeconds: 1 }];
  await database().write(async (manager) => {
    for (const [at, row] of rows.entries()) await database().insertMany(manager, 'learning_event', [{ enrolment_id: enrolment, id: newId(), ordinal: 1000 + at, type: row.type, at: new Date().toISOString(), recorded_at: new Date().toISOString(), data: JSON.stringify(event(row)) }]);
    await database().insertMany(manager, 'gradebook_change', [{ id: newId(), organisation_id: (await organisationId()), enrolment_id: enrolment, column_id: 'c', before: null, after: JSON.stringify({ state: 'excused', value: null, reason: 'xyzzy, said staff' }), reason: 'xyzzy, said staff', undoes: null, account_id: id, at: new Date().toISOString() }]);
  });
  const preview = () => admin.must<{ erasurePreview: { texts: number; keptUntil: string | null; lines: { what: string; becomes: string; rows: number }[] } }>('query ($id: ID!) { erasurePreview(account: $id) { texts keptUntil certificatesKept certificatesDeleted oldRecords lines { what becomes rows } } }', { id }).then(({ erasurePreview }) => erasurePreview);
  const told = await preview();
  expect(told).toMatchObject({ texts: rejected.length === 0 ? 4 : 3, keptUntil: null, certificatesKept: 0, oldRecords: 0 });
  expect(told.lines).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'Courses that you take or took', becomes: 'kept', rows: 1 }), expect.objectContaining({ what: 'Browsers in which you are signed in', becomes: 'deleted', rows: 1 })]));
  await admin.must('mutation ($id: ID!) { erasePerson(account: $id, confirmation: "wilma@example.org") }', { id });
  const left: string[] = [];
  for (const { tableName } of database().read.connection.entityMetadatas) if (/xyzzy|wilma/i.test(JSON.stringify(await database().read.query<unknown[]>(`SELECT * FROM "${tableName}"`)))) left.push(tableName);
  expect(left).toEqual([]);
  expect(await preview()).toMatchObject({ texts: 0 });
  expect(await database().read.query<unknown[]>(`SELECT id FROM learning_event WHERE enrolment_id = '${enrolment}' AND type = 'reflection-saved'`)).toHaveLength(rejected.length === 0 ? 2 : 1);
  const learner = await as('Ravi Menon');
  expect((await learner.ask('query ($id: ID!) { erasurePreview(account: $id) { texts } }', { id })).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a person of another organisation can\'t be erased, nor one who belongs to two', async () => {
  const identity = server.app.get(IdentityService);
  const other = await identity.createOrganisation('Others');
  const olga = await identity.invite(Actor.system(other.id), { email: 'olga@example.org', name: 'Olga Other', roles: ['LEARNER'], password });
  const erase = async (account: string, confirmation: string) => (await admin.ask('mutation ($account: ID!, $confirmation: String!) { erasePerson(account: $account, confirmation: $confirmation) }', { account, confirmation })).errors[0]?.extensions.code;
  expect(await erase(olga.id, 'olga@example.org')).toBe('NOT_FOUND');
  const { viewer } = await admin.must<{ viewer: { organisation: { id: string } } }>('{ viewer { organisation { id } } }');
  await database().write((manager) => manager.query(`INSERT INTO membership (organisation_id, account_id, roles) VALUES ('${viewer.organisation.id}', '${olga.id}', '["LEARNER"]')`));
  expect(await erase(olga.id, 'olga@example.org')).toBe('ELSEWHERE_TOO');
});

test('everybody may read what is kept', async () => {
  const { heldData } = await server.client().must<{ heldData: { what: string; atErasure: string }[] }>('{ heldData { what why atErasure } }');
  expect(heldData).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'Your answers', atErasure: 'without-texts' }), expect.objectContaining({ what: 'Mails to you', atErasure: 'deleted' })]));
});

test('a licence number is sealed in the database and the trail, opens for its owner, and is sealed anew by the next key', async () => {
  const learner = await as('Ravi Menon');
  const { viewer } = await learner.must<{ viewer: { account: { id: string }; organisation: { id: string } } }>('{ viewer { account { id } organisation { id } } }');
  await server.app.get(ProfilesService).set(Actor.system(viewer.organisation.id), viewer.account.id, { type: 'RN', number: 'RN-778899', state: 'CO', expiresOn: null });
  const column = { table: 'profile', column: 'licence_number' };
  const stored = async (): Promise<string> => (await database().read.query<{ n: string }[]>(`SELECT licence_number AS n FROM profile WHERE account_id = '${viewer.account.id}'`))[0]?.n ?? '';
  expect(await stored()).toMatch(/^sealed:1:a:/);
  expect(JSON.stringify(await database().read.query<unknown[]>('SELECT * FROM audit_entry'))).not.toContain('778899');
  const files = await unzipped(Buffer.from(await (await learner.fetch('/own-data.zip')).arrayBuffer()));
  expect(files['data.html']).toContain('RN-778899');
  const both = new Sealing(readDataKeys(`b:${dataKey(2)},a:${dataKey(1)}`));
  expect(await resealAll(database(), both, [column])).toBeGreaterThan(0);
  expect(await resealAll(database(), both, [column])).toBe(0);
  expect(await stored()).toMatch(/^sealed:1:b:/);
  expect(new Sealing(readDataKeys(`b:${dataKey(2)}`)).open(await stored(), column)).toBe('RN-778899');
});

describe('retention', () => {
  const round = (years: number) => server.app.get(RetentionService).round(new Date(Date.UTC(new Date().getUTCFullYear() + years, new Date().getUTCMonth(), new Date().getUTCDate() + 1)));
  const rows = async (table: string): Promise<number> => Number((await database().read.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM "${table}"`))[0]?.n);
  const check = async () => (await admin.must<{ auditCheck: { holds: boolean; removedTo: number; says: string | null } }>('{ auditCheck { holds removedTo says } }')).auditCheck;
  let publicId = '';

  test('a preview says what periods would remove, and that of records never less than six years', async () => {
    const ask = (recordsYears: number) => admin.ask('query ($r: RetentionInput) { retentionPreview(retention: $r) { what period before rows } }', { r: { recordsYears, auditYears: 1, mailDays: 7 } });
    expect((await ask(5)).errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', path: ['retention', 'recordsYears'] });
    const lines = (await ask(6)).data?.['retentionPreview'] as { what: string; period: string; rows: number }[];
    expect(lines.map(({ what, period, rows: past }) => [what, period, past])).toContainEqual(['Courses taken, with answers, scores, attendance and certificates', '6 years', 0]);
    const learner = await as('Ravi Menon');
    expect((await learner.ask('{ retentionPreview { rows } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('records stay for ever where no period is set, and for six years at least where one is', async () => {
    const { id } = (await database().read.query<{ id: string }[]>("SELECT e.id AS id FROM enrolment e JOIN account a ON a.id = e.account_id WHERE a.name = 'Maya Lindholm'"))[0] ?? { id: '' };
    // The demo has issued hers.
    const { enrolment } = await admin.must<{ enrolment: { certificate: { verifyPath: string } } }>('query ($id: ID!) { enrolment(id: $id) { certificate { verifyPath } } }', { id });
    publicId = enrolment.certificate.verifyPath.split('/').at(-1) ?? '';
    const before = await rows('enrolment');
    await database().write((manager) => manager.query("UPDATE mail SET state = 'SENT'"));
    await round(50);
    expect(await rows('enrolment')).toBe(before);
    expect(await rows('mail')).toBe(0);
    const { organisationSettings: settings } = await admin.must<{ organisationSettings: { revision: number; organisation: { name: string } } }>('{ organisationSettings { revision organisation { name } } }');
    await admin.must('mutation ($revision: Int!, $name: String!) { saveOrganisationSettings(revision: $revision, input: {name: $name, timeZone: "UTC", languages: ["en"], retention: {recordsYears: 6, auditYears: 100, mailDays: 30}}) { revision } }', { revision: settings.revision, name: settings.organisation.name });
    await round(5);
    expect([await rows('enrolment'), await rows('certificate')]).toEqual([before, 1]);
    expect(await check()).toMatchObject({ holds: true });
  });

  test('once their time is over, records and whoever came for nothing else are gone, the trail holds, and a badge is told as ended', async () => {
    expect((await server.client().fetch(`/verify/${publicId}`)).status).toBe(200);
    await round(8);
    for (const table of ['enrolment', 'learning_event', 'learning_attempt', 'learning_response', 'learning_progress', 'certificate', 'gradebook_change']) expect([table, await rows(table)]).toEqual([table, 0]);
    const names = (await database().read.query<{ name: string }[]>('SELECT name FROM account')).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Noor Rahman', 'Dana Whitfield']));
    expect(names.filter((name) => /Ravi|Maya|Fatima/.test(name))).toEqual([]);
    expect((await server.client().fetch(`/verify/${publicId}`)).status).toBe(404);
    expect(await server.app.get(CertificatesService).ended(await organisationId(), 0)).toEqual([0]);
    // The round had everybody signed out whose session was over by its clock.
    admin = await as('Noor Rahman');
    expect(await check()).toMatchObject({ holds: true, says: null });
    await round(150);
    admin = await as('Noor Rahman');
    const after = await check();
    expect(after).toMatchObject({ holds: true, says: null });
    expect(after.removedTo).toBeGreaterThan(5);
  });
});
