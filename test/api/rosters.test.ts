import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import yazl from 'yazl';
import writeXlsxFile from 'write-excel-file/node';
import { BulkEnrolments } from '../../apps/server/src/learning/bulk-enrolments.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Schedule } from '../../apps/server/src/schedule/schedule.js';
import { Classroom, uuid } from './classroom.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

interface Row { line: number; email: string; outcome: string; reason: string | null; column: string | null; changes: { field: string; from: string | null; to: string | null }[] }
interface Import { id: string; state: string; format: string; mapped: boolean; headings: string[]; stopped: string | null; columns: { column: string; index: number }[]; counts: Record<string, number>; progress: { done: number; total: number } | null; refusedUrl: string | null; rows: { totalCount: number; nodes: Row[] } }
const whole = 'id state format mapped headings stopped columns { column index } counts { all created enrolled changed nothing refused } progress { done total } refusedUrl rows(first: 100) { totalCount nodes { line email outcome reason column changes { field from to } } }';

let server: TestServer;
let room: Classroom;
let admin: Client;
let coordinator: Client;
let stranger: Client;
let cohort: string;
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  admin = await server.signedIn(administrator.email);
  await admin.must('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Dana', email: 'dana@example.org', roles: ['COORDINATOR'], password: administrator.password } });
  coordinator = await server.signedIn('dana@example.org');
  cohort = await newCohort('Spring');
  const other = await Classroom.open(server, 'new');
  ({ client: stranger } = await other.learner('Stranger'));
});
afterAll(() => server.close());

const newCohort = async (name: string): Promise<string> => (await coordinator.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name, courseVersion: room.version, endsOn: '2027-06-30' } })).createCohort.id;
const send = (body: string | Uint8Array, { name = 'roster.csv', into = cohort, by = coordinator } = {}) => by.fetch(`/rosters/imports?cohort=${into}&name=${encodeURIComponent(name)}`, { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body), headers: { 'content-type': 'application/octet-stream' } });
const look = async (id: string, by = coordinator): Promise<Import> => (await by.must<{ rosterImport: Import }>(`query ($id: ID!) { rosterImport(id: $id) { ${whole} } }`, { id })).rosterImport;
async function taken(body: string | Uint8Array, options: Parameters<typeof send>[1] = {}): Promise<Import> {
  const response = await send(body, options);
  const { id, message } = await response.json() as { id?: string; message?: string };
  if (id === undefined) throw new Error(message);
  return look(id, options?.by);
}
async function run(id: string, all = false): Promise<Import> {
  await coordinator.must('mutation ($id: ID!, $whole: Boolean!) { runRoster(id: $id, whole: $whole) { id } }', { id, whole: all });
  return settled(id);
}
async function settled(id: string): Promise<Import> {
  for (;;) {
    const found = await look(id);
    if (found.state !== 'RUNNING') return found;
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}
const learners = async (id: string): Promise<number> => (await coordinator.must<{ cohort: { summary: { learners: number } } }>('query ($id: ID!) { cohort(id: $id) { summary { learners } } }', { id })).cohort.summary.learners;
const said = ({ rows }: Import): string[] => rows.nodes.map(({ line, outcome, column }) => `${line} ${outcome}${column === null ? '' : ` ${column}`}`);

describe('a roster with flaws', () => {
  const flawed = (other: string): string => [
    'First name;Last name;E-mail;License number;License expires;Notes', 'Ana;Ruiz;Ana.Ruiz@Example.org;A-1;31/12/2027;likes tea', '"Bo\nBob";Berg;bo@example.org;B-1;2027-05-01;"a ""quoted"" note"', 'Cy;Curie;not an address;;;',
    'Ana;Again;ANA.RUIZ@example.org;;;', `Di;Dahl;${other};;;`, ';;nameless@example.org;;;', 'Ed;Ek;ed@example.org;;31/02/2027;', ';;dana@example.org;D-9;;', '=cmd();=cmd();nobody;;;',
  ].join('\r\n');
  let id = '';

  test('shows of each row what would come of it, with the cell at fault, and writes nothing yet', async () => {
    const { viewer } = await stranger.must<{ viewer: { account: { email: string } } }>('{ viewer { account { email } } }');
    const found = await taken(`\uFEFF${flawed(viewer.account.email)}`);
    ({ id } = found);
    expect(found).toMatchObject({ state: 'READ', format: 'csv', mapped: true, counts: { all: 9, created: 2, enrolled: 1, changed: 0, nothing: 0, refused: 6 } });
    expect(found.columns.map(({ column }) => column).sort()).toEqual(['EMAIL', 'FAMILY_NAME', 'GIVEN_NAME', 'LICENCE_EXPIRES_ON', 'LICENCE_NUMBER']);
    expect(said(found)).toEqual(['2 NEW', '3 NEW', '5 REFUSED EMAIL', '6 REFUSED EMAIL', '7 REFUSED EMAIL', '8 REFUSED NAME', '9 REFUSED LICENCE_EXPIRES_ON', '10 ENROLLED', '11 REFUSED EMAIL']);
    expect(found.rows.nodes.find(({ line }) => line === 7)?.reason).toBe('There is an account with this e-mail address already.');
    expect(JSON.stringify(found)).not.toMatch(/Stranger/);
    expect(found.rows.nodes.find(({ line }) => line === 10)?.changes).toEqual([{ field: 'licenceNumber', from: null, to: 'D-9' }]);
    expect(await learners(cohort)).toBe(0);
  });

  test('brings nothing in where all was asked for, and says why', async () => {
    const found = await run(id, true);
    expect(found).toMatchObject({ state: 'READ', stopped: 'Nothing came in: all rows were to come in or none, and 6 rows are refused.' });
    expect(await learners(cohort)).toBe(0);
  });

  test('brings the good rows in; the others can be downloaded, and no spreadsheet is attacked with them', async () => {
    const found = await run(id);
    expect(found).toMatchObject({ state: 'DONE', counts: { all: 9, created: 2, enrolled: 1, refused: 6 } });
    expect(await learners(cohort)).toBe(3);
    const refused = await (await coordinator.fetch(found.refusedUrl ?? '')).text();
    expect(refused.split('\r\n')[0]).toBe('First name,Last name,E-mail,License number,License expires,Notes,Row,Why it was refused');
    expect(refused).toContain("'=cmd(),'=cmd(),nobody");
    expect(refused).not.toContain('likes tea');
    const { accounts } = await coordinator.must<{ accounts: { nodes: object[] } }>('{ accounts(search: "bo@example.org") { nodes { account { name licence { number expiresOn standing } } } } }');
    expect(accounts.nodes).toEqual([{ account: { name: 'Bo Bob Berg', licence: { number: 'B-1', expiresOn: '2027-05-01', standing: expect.stringMatching(/VALID|ENDS_SOON|EXPIRED/) } } }]);
  });

  test('sent and run again changes nothing', async () => {
    const again = await taken('Name,Email,License number,License expires\nAna Ruiz,ana.ruiz@example.org,A-1,2027-12-31\nBo,BO@example.org,B-2,\n');
    expect(said(again)).toEqual(['2 NOTHING', '3 CHANGED']);
    await run(again.id);
    expect(said(await taken('Name,Email,License number\nBo,BO@example.org,B-2\n'))).toEqual(['2 NOTHING']);
    expect(await run(again.id)).toMatchObject({ state: 'DONE' });
    expect(await learners(cohort)).toBe(3);
  });
});

describe('whatever file comes', () => {
  test('UTF-16, Windows-1252 and workbooks are read, their days too', async () => {
    const text = 'Name\tE-mail\nJosé Núñez\tjose@example.org\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const nameOf = async (found: Import) => (await coordinator.must<{ rosterImport: { rows: { nodes: { name: string }[] } } }>('query ($id: ID!) { rosterImport(id: $id) { rows { nodes { name } } } }', { id: found.id })).rosterImport.rows.nodes[0]?.name;
    expect(await nameOf(await taken(utf16))).toBe('José Núñez');
    expect(await nameOf(await taken(Buffer.from(text.replaceAll('\t', ','), 'latin1')))).toBe('José Núñez');
    const book = await writeXlsxFile([[{ value: 'Full name' }, { value: 'Email' }, { value: 'Due date' }], [{ value: 'Xia Xu' }, { value: 'xia@example.org' }, { value: new Date('2027-03-04T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }]]).toBuffer();
    const found = await taken(book, { name: 'people.xlsx' });
    expect(found).toMatchObject({ format: 'xlsx', counts: { created: 1 } });
    await run(found.id);
    const { cohort: { learners: { nodes } } } = await coordinator.must<{ cohort: { learners: { nodes: object[] } } }>('query ($id: ID!) { cohort(id: $id) { learners(search: "xia@") { nodes { enrolment { dueOn } } } } }', { id: cohort });
    expect(nodes).toEqual([{ enrolment: { dueOn: '2027-03-04' } }]);
  });

  test('what is no roster is refused with a sentence, and huge cells do no harm', async () => {
    const refusal = async (body: string | Uint8Array, name = 'roster.csv') => ((await (await send(body, { name })).json()) as { code: string; message: string });
    expect(await refusal('')).toMatchObject({ code: 'ROSTER_NOT_READABLE', message: 'There is nothing in this file.' });
    expect(await refusal('Name,Email\n"open')).toMatchObject({ code: 'ROSTER_NOT_READABLE', message: expect.stringMatching(/^Line 2: .*never closed/) });
    expect(await refusal(Buffer.from('PK\u0003\u0004 no zip'), 'a.xlsx')).toMatchObject({ code: 'ROSTER_NOT_READABLE' });
    expect(await refusal(`Name,Email\n${'x,y\n'.repeat(20_001)}`)).toMatchObject({ code: 'ROSTER_NOT_READABLE', message: expect.stringMatching(/20,001 rows/) });
    const huge = await taken(`Name,Email\n${'N'.repeat(10_000_000)},huge@example.org\nOk,${'e'.repeat(300)}@example.org\n`);
    expect(said(huge)).toEqual(['2 REFUSED NAME', '3 REFUSED EMAIL']);
  });

  test('a table of other headings waits until somebody says which column holds what', async () => {
    const found = await taken('Who,Where\nMona,mona@example.org\n');
    expect(found).toMatchObject({ mapped: false, counts: { refused: 1 } });
    expect((await coordinator.ask('mutation ($id: ID!) { runRoster(id: $id) { id } }', { id: found.id })).errors[0]?.extensions.code).toBe('ROSTER_UNMAPPED');
    const map = 'mutation ($id: ID!, $columns: [RosterColumnInput!]!, $cohort: ID) { mapRoster(id: $id, columns: $columns, days: DAY_FIRST, cohort: $cohort) { mapped counts { created } cohort { id } } }';
    expect((await coordinator.ask(map, { id: found.id, columns: [{ column: 'NAME', index: 0 }] })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['columns'] });
    expect(await coordinator.must(map, { id: found.id, columns: [{ column: 'NAME', index: 0 }, { column: 'EMAIL', index: 1 }] })).toEqual({ mapRoster: { mapped: true, counts: { created: 1 }, cohort: null } });
    await coordinator.must('mutation ($id: ID!) { discardRoster(id: $id) }', { id: found.id });
    expect(await coordinator.must('query ($id: ID!) { rosterImport(id: $id) { id } }', { id: found.id })).toEqual({ rosterImport: null });
  });

  test('OneRoster brings people into the cohorts that its classes name, and knows them again under another address', async () => {
    const autumn = await newCohort('Autumn');
    const zip = (email: string) => zipped({
      'manifest.csv': 'propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.users,bulk\n',
      'users.csv': `sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,email\nu1,,,true,o1,student,olu,Olu,Ojo,${email}\nu2,tobedeleted,,true,o1,student,gone,Gone,Gone,gone@example.org\nu3,,,true,o1,teacher,tea,Tea,Cher,tea@example.org\n`,
      'classes.csv': 'sourcedId,status,dateLastModified,title,courseSourcedId\nc1,,,Autumn,k1\n', 'enrollments.csv': 'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role\ne1,,,c1,o1,u1,student\ne3,,,c1,o1,u3,teacher\n',
    });
    const found = await taken(await zip('olu@example.org'), { name: 'oneroster.zip', into: '' });
    expect(found).toMatchObject({ format: 'oneroster', counts: { all: 2, created: 1, refused: 1 } });
    expect(said(found)).toEqual(['2 NEW', '4 REFUSED ROLE']);
    await run(found.id);
    expect(await learners(autumn)).toBe(1);
    expect(said(await taken(await zip('olu.ojo@example.org'), { name: 'oneroster.zip', into: '' }))).toEqual(['2 NOTHING', '4 REFUSED ROLE']);
    expect(said(await taken(await zip('olu@example.org'), { name: 'oneroster.zip', into: '', by: admin }))).toEqual(['2 NOTHING', '4 NEW']);
    expect((await (await send(await zipped({ 'a.txt': 'x' }), { name: 'x.zip' })).json() as { message: string }).message).toMatch(/OneRoster zip holds/);
  });
});

test('5,000 rows come in within seconds, with progress, and go on where a killed server left them', async () => {
  const big = await newCohort('Big');
  const rows = Array.from({ length: 5_000 }, (_, index) => `Person ${index},person${index}@big.example.org,L-${index},2028-01-31`).join('\n');
  const began = Date.now();
  const found = await taken(`Name,Email,License number,License expires\n${rows}\n`, { into: big });
  const read = Date.now();
  expect(found).toMatchObject({ counts: { all: 5_000, created: 5_000 } });
  // A fault in the middle stands for a server that is killed there: it stops, and says where.
  const enrolments = server.app.get(BulkEnrolments);
  const add = enrolments.add.bind(enrolments);
  let slices = 0;
  enrolments.add = async (...of) => {
    slices += 1;
    if (slices === 4) throw new Error('killed');
    return add(...of);
  };
  const stopped = await run(found.id);
  expect(stopped).toMatchObject({ state: 'READ', stopped: expect.stringMatching(/after 750 rows/) });
  expect(await learners(big)).toBe(750);
  enrolments.add = add;
  const resumed = Date.now();
  const done = await run(found.id);
  expect(done).toMatchObject({ state: 'DONE', counts: { all: 5_000, created: 4_250, nothing: 750, refused: 0 } });
  expect(await learners(big)).toBe(5_000);
  const took = { read: read - began, run: Date.now() - resumed };
  if (process.env['FIGURES'] !== undefined) console.log(took);

  // One whose process is gone is taken over by whichever looks next.
  const after = await newCohort('After');
  const left = await taken('Name,Email\nLate,late@big.example.org\n', { into: after });
  await server.app.get(Database).write((manager) => manager.query(`UPDATE "roster_import" SET "state" = 'RUNNING', "counts" = '{"NEW":0,"ENROLLED":0,"CHANGED":0,"NOTHING":0,"REFUSED":0}', "beat_at" = '2026-01-01T00:00:00.000Z' WHERE "id" = '${left.id}'`));
  await server.app.get(Schedule).now('rosters.resume');
  expect(await settled(left.id)).toMatchObject({ state: 'DONE', counts: { created: 1, refused: 0 } });
  expect(await learners(after)).toBe(1);
}, 120_000);

describe('a program enrols many', () => {
  const enrolMany = 'mutation ($cohort: ID, $rows: [EnrolRowInput!]!) { enrolMany(cohort: $cohort, rows: $rows) { clientId outcome enrolmentId message field } }';
  interface Result { clientId: string; outcome: string; enrolmentId: string | null; message: string | null; field: string | null }
  const many = async (rows: object[], into: string | null, by = coordinator) => (await by.must<{ enrolMany: Result[] }>(enrolMany, { cohort: into, rows })).enrolMany;

  test('each row by itself, and the same again changes nothing', async () => {
    const into = await newCohort('By program');
    const rows = [{ clientId: '1', email: 'Pia@example.org', name: 'Pia', licenceNumber: 'P-1' }, { clientId: '2', email: 'no address', name: 'X' }, { clientId: '3', email: 'pia@example.org' }, { clientId: '4', email: 'dana@example.org', dueOn: '2027-02-30' }, { clientId: '5', email: 'half@example.org', name: 'Half \uD800' }];
    const first = await many(rows, into);
    expect(first.map(({ clientId, outcome, field }) => [clientId, outcome, field])).toEqual([['1', 'NEW', null], ['2', 'REFUSED', 'email'], ['3', 'NOTHING', null], ['4', 'REFUSED', 'dueOn'], ['5', 'REFUSED', 'name']]);
    expect(first[2]?.enrolmentId).toBe(first[0]?.enrolmentId);
    expect((await many(rows, into)).map(({ outcome, enrolmentId }) => [outcome, enrolmentId])[0]).toEqual(['NOTHING', first[0]?.enrolmentId]);
    expect(await learners(into)).toBe(1);
  });
  test('never past the places of a cohort, though two call at once', async () => {
    const into = await newCohort('Small');
    const { cohort: { revision } } = await coordinator.must<{ cohort: { revision: number } }>('query ($id: ID!) { cohort(id: $id) { revision } }', { id: into });
    await coordinator.must('mutation ($cohort: ID!, $revision: Int!, $input: UpdateCohortInput!) { updateCohort(cohort: $cohort, revision: $revision, input: $input) { id } }', { cohort: into, revision, input: { capacity: 3 } });
    const rows = (from: string) => Array.from({ length: 3 }, (_, index) => ({ clientId: `${index}`, email: `${from}${index}@small.example.org`, name: from }));
    const both = (await Promise.all([many(rows('a'), into), many(rows('b'), into)])).flat();
    expect(both.filter(({ outcome }) => outcome === 'NEW')).toHaveLength(3);
    expect(both.filter(({ outcome }) => outcome === 'WAITING')).toHaveLength(3);
    expect(await learners(into)).toBe(3);
    // Who comes later waits in line, once; sent again when there is room, she has a place and waits no more.
    const waiting = async () => (await coordinator.must<{ cohort: { waiting: { totalCount: number; nodes: { position: number; account: { email: string } }[] } } }>('query ($id: ID!) { cohort(id: $id) { waiting { totalCount nodes { position account { email } } } } }', { id: into })).cohort.waiting;
    expect((await many(rows('a'), into)).concat(await many(rows('b'), into)).filter(({ outcome }) => outcome !== 'NOTHING')).toEqual([]);
    expect((await waiting()).nodes.map(({ position }) => position)).toEqual([1, 2, 3]);
    const { nodes: [, second] } = await waiting();
    const change = async (input: object) => coordinator.must('mutation ($cohort: ID!, $revision: Int!, $input: UpdateCohortInput!) { updateCohort(cohort: $cohort, revision: $revision, input: $input) { id } }', { cohort: into, revision: (await coordinator.must<{ cohort: { revision: number } }>('query ($id: ID!) { cohort(id: $id) { revision } }', { id: into })).cohort.revision, input });
    await change({ fills: 'STAFF' });
    await change({ capacity: 4 });
    expect((await many([{ clientId: 'x', email: second?.account.email ?? '' }], into))[0]).toMatchObject({ outcome: 'ENROLLED', enrolmentId: expect.any(String) });
    expect((await waiting()).totalCount).toBe(2);
    expect(await learners(into)).toBe(4);
  });
  test('within bounds, and in its own organisation', async () => {
    const rows = Array.from({ length: 501 }, (_, index) => ({ clientId: `${index}`, email: `p${index}@example.org` }));
    expect((await coordinator.ask(enrolMany, { cohort, rows })).errors[0]?.extensions).toEqual({ code: 'TOO_LARGE', path: ['rows'] });
    expect((await coordinator.ask(enrolMany, { cohort: uuid(), rows: rows.slice(0, 1) })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['cohort'] });
    expect((await coordinator.ask(enrolMany, { cohort, rows: [rows[0], rows[0]] })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['rows', '1', 'clientId'] });
  });
});

test('rosters are for coordinators of their organisation alone', async () => {
  const found = await taken('Name,Email\nZoe,zoe@example.org\n');
  const { client } = await room.learner();
  expect((await send('Name,Email\nA,a@example.org\n', { by: client })).status).toBe(403);
  expect((await send('Name,Email\nA,a@example.org\n', { by: server.client() })).status).toBe(401);
  expect((await send('Name,Email\nA,a@example.org\n', { into: uuid() })).status).toBe(404);
  expect((await client.ask('query ($id: ID!) { rosterImport(id: $id) { id } }', { id: found.id })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  const elsewhere = await Classroom.open(server, 'new');
  const { email } = await server.app.get((await import('../../apps/server/src/identity/identity.service.js')).IdentityService).invite(elsewhere.system, { email: `${uuid()}@example.org`, name: 'Other', roles: ['COORDINATOR'], password: administrator.password });
  const other = await server.signedIn(email);
  expect(await other.must('query ($id: ID!) { rosterImport(id: $id) { id } }', { id: found.id })).toEqual({ rosterImport: null });
  expect((await other.fetch(`/rosters/imports/${found.id}/refused.csv`)).status).toBe(404);
  for (const mutation of ['runRoster(id: $id) { id }', 'discardRoster(id: $id)', 'mapRoster(id: $id, columns: [{column: EMAIL, index: 0}], days: DAY_FIRST) { id }']) {
    expect((await other.ask(`mutation ($id: ID!) { ${mutation} }`, { id: found.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  }
});

test('a licence is known to its owner and to coordinators, and to nobody else', async () => {
  const { client, accountId } = await room.learner('Lin');
  const { client: fellow } = await room.learner('Fellow');
  const set = 'mutation ($account: ID!, $licence: LicenceInput!) { setLicence(account: $account, licence: $licence) { type number state expiresOn standing } }';
  const licence = { type: 'RN', number: '42', state: 'Ohio', expiresOn: '2020-01-31' };
  expect(await client.must(set, { account: accountId, licence })).toEqual({ setLicence: { ...licence, standing: 'EXPIRED' } });
  expect(await client.must('{ viewer { account { licence { number } } } }')).toEqual({ viewer: { account: { licence: { number: '42' } } } });
  expect((await fellow.ask(set, { account: accountId, licence })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await client.ask(set, { account: accountId, licence: { expiresOn: '2020-02-31' } })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['licence', 'expiresOn'] });
  expect(await coordinator.must(set, { account: accountId, licence: {} })).toEqual({ setLicence: null });
});

async function zipped(files: Record<string, string>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
