import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sampleItems } from '../../libs/assessment/src/sample-items.js';
import { courseBank, exportItems } from '@preceptor/assessment/interchange';
import { run as cliRun } from '@preceptor/cli';
import yazl from 'yazl';
import readXlsx from 'read-excel-file/node';
import { ItemStore } from '../../apps/server/src/authoring/item-store.js';
import { Actor } from '../../apps/server/src/identity/actor.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom, uuid } from './classroom.js';
import { sampleCourse } from './sample-course.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let instructor: Client;
let stranger: Client;
let learner: Client;
let author: Actor;
let course: Classroom;

beforeAll(async () => {
  server = await startServer();
  const room = await Classroom.open(server);
  course = room;
  ({ client: learner } = await room.learner());
  ({ client: instructor, actor: author } = await member(room.system));
  ({ client: stranger } = await member((await Classroom.open(server, 'new')).system));
});
afterAll(() => server.close());

async function member(system: Actor): Promise<{ client: Client; actor: Actor }> {
  const { id, email } = await server.app.get(IdentityService).invite(system, { email: `${uuid()}@example.org`, name: 'An instructor', roles: ['INSTRUCTOR'], password: administrator.password });
  return { client: await server.signedIn(email), actor: Actor.account(id, system.organisationId, ['INSTRUCTOR']) };
}
let banks = 0;
async function newBank(by = instructor): Promise<string> {
  return (await by.must<{ createItemBank: { id: string } }>('mutation ($title: String!) { createItemBank(input: {title: $title}) { id } }', { title: `Bank ${banks += 1}` })).createItemBank.id;
}
const send = (bank: string, name: string, body: string | Uint8Array, by = instructor) => by.fetch(`/exchange/imports?bank=${bank}&name=${encodeURIComponent(name)}`, { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body), headers: { 'content-type': 'application/octet-stream' } });

interface Entry { name: string; kind: string; line: number | null; file: string; verdict: string; known: boolean; sound: boolean; reason: string | null; lost: { code: string }[]; outcome: string | null; itemId: string | null }
interface Import { id: string; state: string; format: string; headings: string[] | null; guess: { column: string; heading: string }[]; counts: Record<string, number>; result: Record<string, number> | null; takenBack: { gone: number; stay: number } | null; entries: { totalCount: number; nodes: Entry[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
const fields = 'id state format headings guess { column heading } counts { all kept changed lost failed known unsound } result { created renamed newVersions unchanged skipped } takenBack { gone stay } entries(first: 100, show: $show) { totalCount nodes { name kind line file verdict known sound reason lost { code } outcome itemId } pageInfo { hasNextPage endCursor } }';
const look = async (id: string, show = 'ALL', by = instructor) => (await by.must<{ itemImport: Import }>(`query ($id: ID!, $show: ImportEntryChoice) { itemImport(id: $id) { ${fields} } }`, { id, show })).itemImport;
async function read(bank: string, name: string, body: string | Uint8Array): Promise<Import> {
  const response = await send(bank, name, body);
  const answer = await response.json() as { id: string; message?: string };
  if (response.status !== 201) throw new Error(`not read: ${answer.message}`);
  return look(answer.id);
}
const run = async (id: string, existing = 'NEW_VERSION') => (await instructor.must<{ runImport: { state: string; result: Record<string, number> } }>('mutation ($id: ID!, $existing: ExistingItems!) { runImport(id: $id, existing: $existing) { state result { created renamed newVersions unchanged skipped } } }', { id, existing })).runImport;
const undo = async (id: string) => (await instructor.must<{ undoImport: { state: string; takenBack: object } }>('mutation ($id: ID!) { undoImport(id: $id) { state takenBack { gone stay } } }', { id })).undoImport;
const inBank = async (bank: string) => (await instructor.must<{ bankItems: { totalCount: number; nodes: { name: string; stem: string; state: string; revision: number; sound: boolean }[] } }>('query ($bank: ID!) { bankItems(first: 100, filter: {bank: $bank}, sort: NAME, descending: false) { totalCount nodes { name stem state revision sound } } }', { bank })).bankItems;
interface Export { url: string | null; name: string; asked: number; written: number; whole: number; changed: number; lost: number; refused: number; notes: { code: string; lost: boolean; items: number }[]; items: { name: string; refused: string | null }[] }
const write = async (bank: string, format: string) => (await instructor.must<{ exportItems: Export }>('mutation ($bank: ID!, $format: ExchangeFormat!) { exportItems(filter: {bank: $bank}, format: $format) { url name asked written whole changed lost refused notes { code lost items } items { name refused } } }', { bank, format })).exportItems;
const bytesOf = async (url: string | null, by = instructor) => new Uint8Array(await (await by.fetch(url ?? '')).arrayBuffer());

const csv = (rows: string[]) => `id,kind,stem,correct,choice 1,choice 2\n${rows.join('\n')}\n`;
const table = csv(['q1,single-choice,Which is a fruit?,2,Carrot,Apple', 'q2,single-choice,Which is a root?,9,Carrot,Apple', 'q3,true-false,Water boils at 100 °C.,true,,', 'q4,no-such-kind,What?,1,a,b']);

describe('a file of questions', () => {
  test('is read first: what is good and what is bad, with line and reason, and nothing is in the bank yet', async () => {
    const bank = await newBank();
    const found = await read(bank, 'C:\\Temp\\week 3.csv', table);
    expect(found).toMatchObject({ state: 'READ', format: 'CSV', counts: { all: 4, failed: 2, known: 0 }, result: null });
    expect((await look(found.id, 'FAILED')).entries.nodes.map(({ name, line, reason }) => [name, line, reason])).toEqual([['q2', 3, expect.stringContaining('names "9"')], ['q4', 5, expect.stringContaining('no kind of item')]]);
    expect((await inBank(bank)).totalCount).toBe(0);
  });

  test('comes in whole, the bad left out; run twice it comes in once; undone it is gone', async () => {
    const bank = await newBank();
    const { id } = await read(bank, 'a.csv', table);
    const [one, two] = await Promise.all([run(id), run(id)]);
    expect([one.state, two.state].includes('DONE')).toBe(true);
    expect(await run(id)).toEqual({ state: 'DONE', result: { created: 2, renamed: 0, newVersions: 0, unchanged: 0, skipped: 0 } });
    expect((await inBank(bank)).nodes).toEqual([{ name: 'q1', stem: 'Which is a fruit?', state: 'DRAFT', revision: 1, sound: true }, { name: 'q3', stem: 'Water boils at 100 °C.', state: 'DRAFT', revision: 1, sound: true }]);
    expect((await look(id)).entries.nodes.map(({ outcome }) => outcome)).toEqual(['CREATED', null, 'CREATED', null]);
    expect(await undo(id)).toEqual({ state: 'UNDONE', takenBack: { gone: 2, stay: 0 } });
    expect(await undo(id)).toEqual({ state: 'UNDONE', takenBack: { gone: 2, stay: 0 } });
    expect((await inBank(bank)).totalCount).toBe(0);
    expect((await instructor.must<{ bankItems: { totalCount: number } }>('query ($bank: ID!) { bankItems(filter: {bank: $bank, text: "fruit"}) { totalCount } }', { bank })).bankItems.totalCount).toBe(0);
  });

  test('with names that the bank has makes new versions, leaves them out or comes in beside them', async () => {
    const bank = await newBank();
    await run((await read(bank, 'a.csv', table)).id);
    const again = await read(bank, 'a.csv', table);
    expect(again.counts['known']).toBe(2);
    expect((await run(again.id)).result).toMatchObject({ created: 0, newVersions: 0, unchanged: 2 });
    const changed = table.replace('a fruit', 'a sweet fruit');
    expect((await run((await read(bank, 'b.csv', changed)).id, 'SKIP')).result).toMatchObject({ skipped: 2, newVersions: 0 });
    expect((await run((await read(bank, 'b.csv', changed)).id, 'RENAME')).result).toMatchObject({ renamed: 2 });
    const newer = await read(bank, 'b.csv', changed);
    expect((await run(newer.id)).result).toMatchObject({ newVersions: 1, unchanged: 1 });
    expect((await inBank(bank)).nodes.map(({ name, stem, revision }) => [name, stem, revision])).toEqual([
      ['q1', 'Which is a sweet fruit?', 2], ['q1-2', 'Which is a sweet fruit?', 1], ['q3', 'Water boils at 100 °C.', 1], ['q3-2', 'Water boils at 100 °C.', 1]]);
    expect((await undo(newer.id)).takenBack).toEqual({ gone: 1, stay: 0 });
    expect((await inBank(bank)).nodes[0]).toMatchObject({ stem: 'Which is a fruit?', revision: 1 });
  });

  test('taken back leaves what somebody has worked on meanwhile', async () => {
    const bank = await newBank();
    const { id } = await read(bank, 'a.csv', table);
    await run(id);
    const [first] = (await look(id)).entries.nodes;
    await server.app.get(Database).write((manager) => server.app.get(ItemStore).save(manager, author, { itemId: first?.itemId ?? '', basedOn: 1, document: { kind: 'true-false', stem: 'Mine now.', correct: true }, cause: 'edited' }));
    expect((await undo(id)).takenBack).toEqual({ gone: 1, stay: 1 });
    expect((await inBank(bank)).nodes.map(({ stem }) => stem)).toEqual(['Mine now.']);
  });

  test('with headings of its own is mapped, after a good guess', async () => {
    const bank = await newBank();
    const found = await read(bank, 'theirs.csv', 'No;Question;A;B;Answer\n1;Which is a fruit?;Carrot;Apple;B\n');
    expect(found).toMatchObject({ headings: ['No', 'Question', 'A', 'B', 'Answer'], counts: { all: 1, failed: 1 } });
    const guess = Object.fromEntries(found.guess.map(({ column, heading }) => [column, heading]));
    expect(guess).toEqual({ id: 'No', stem: 'Question', 'choice 1': 'A', 'choice 2': 'B', correct: 'Answer' });
    const map = 'mutation ($id: ID!, $columns: [ImportColumnInput!]!) { mapImport(id: $id, columns: $columns) { counts { all failed kept } } }';
    expect((await instructor.ask(map, { id: found.id, columns: [{ column: 'nonsense', heading: 'A' }] })).errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', path: ['columns', '0', 'column'] });
    expect(await instructor.must(map, { id: found.id, columns: found.guess })).toMatchObject({ mapImport: { counts: { all: 1, failed: 0 } } });
    expect((await run(found.id)).result).toMatchObject({ created: 1 });
    expect((await instructor.ask(map, { id: found.id, columns: found.guess })).errors[0]?.extensions.code).toBe('IMPORT_OVER');
  });

  test('that is no such thing is refused with a sentence, and leaves nothing', async () => {
    const bank = await newBank();
    for (const [name, body, status] of [['a.pdf', 'x', 422], ['a.xlsx', 'no workbook', 422], ['a.xml', '<!DOCTYPE a [<!ENTITY b "c">]><quiz>&b;</quiz>', 201], ['a.yaml', 'items: [', 201], ['a.zip', new Uint8Array([80, 75, 3, 4, 1, 2]), 415], ['a.csv', '', 422]] as const) {
      const response = await send(bank, name, body);
      expect([name, response.status]).toEqual([name, status]);
      if (status === 201) expect((await look((await response.json() as { id: string }).id)).counts).toMatchObject({ failed: 1, all: 1 });
      else expect((await response.json() as { message: string }).message).toMatch(/\w+ \w+/);
    }
  });
});

test('questions of every kind go out and come in again the same in each format that can hold them', async () => {
  const bank = await newBank();
  const yaml = courseBank(Object.values(sampleItems).filter(({ kind }) => !/hotspot|graphic/.test(kind)), { id: 'all', title: 'All' }).file.text;
  expect((await run((await read(bank, 'bank.yaml', yaml)).id)).result).toMatchObject({ created: 17 });
  const documents = async (of: string) => new Map((await instructor.must<{ bankDocuments: { nodes: { name: string; document: object }[] } }>('query ($of: ID!) { bankDocuments(bank: $of, first: 100) { nodes { name document } } }', { of })).bankDocuments.nodes.map(({ name, document }) => [name, document]));
  const original = await documents(bank);
  for (const format of ['QTI_3_0', 'MOODLE_XML', 'XLSX', 'COURSE_SOURCE']) {
    const { url, name, ...report } = await write(bank, format);
    expect([format, report.asked, report.written + report.refused]).toEqual([format, 17, 17]);
    const other = await newBank();
    const found = await read(other, name, await bytesOf(url));
    expect([format, found.format, found.counts['failed'], found.counts['all']]).toEqual([format, format, 0, report.written]);
    await run(found.id);
    const came = await documents(other);
    const told = new Set(report.items.filter((item) => item.refused !== null).map((item) => item.name));
    for (const [item, document] of original) if (!told.has(item) && report.lost === 0) expect([format, came.get(item)]).toEqual([format, document]);
  }
  expect(await write(bank, 'AIKEN')).toMatchObject({ refused: 15, notes: expect.arrayContaining([{ code: 'general-feedback', lost: true, items: expect.any(Number) }]) as unknown });
});

test('pictures of a QTI package come in and go out with their questions', async () => {
  const bank = await newBank();
  const { files } = exportItems([sampleItems.hotspot], 'qti-3.0');
  const zip = new yazl.ZipFile();
  for (const { path, text } of files) zip.addBuffer(Buffer.from(text), path);
  zip.addBuffer(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"/>'), 'media/room.svg');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  const found = await read(bank, 'pictures.zip', Buffer.concat(chunks));
  expect(found).toMatchObject({ format: 'QTI_3_0', counts: { failed: 0, unsound: 0, all: 1 } });
  await run(found.id);
  const { url, name } = await write(bank, 'QTI_3_0');
  expect((await read(await newBank(), name, await bytesOf(url))).counts).toMatchObject({ failed: 0, unsound: 0, all: 1 });
});

test('a template to fill in opens as CSV and as a workbook, and comes in as it is', async () => {
  const bank = await newBank();
  const workbook = await bytesOf('/exchange/template.xlsx');
  expect((await readXlsx(Buffer.from(workbook)))[0]?.data[0]?.slice(0, 4)).toEqual(['id', 'kind', 'format', 'stem']);
  for (const [name, bytes] of [['t.xlsx', workbook], ['t.csv', await bytesOf('/exchange/template.csv')]] as const) expect((await read(bank, name, bytes)).counts).toMatchObject({ failed: 0, unsound: 0, all: 9 });
});

test('nobody else sees a file, and a learner may do nothing of it', async () => {
  const bank = await newBank();
  await run((await read(bank, 'a.csv', table)).id);
  const { id } = await read(bank, 'a.csv', table);
  const { url } = await write(bank, 'CSV');
  expect(url).not.toBeNull();
  expect([(await send(bank, 'a.csv', table, stranger)).status, (await send(uuid(), 'a.csv', table)).status, (await send(bank, 'a.csv', table, learner)).status, (await send(bank, 'a.csv', table, server.client())).status]).toEqual([404, 404, 403, 401]);
  const asked = async (importId: string, of: string) => [
    await stranger.ask('query ($id: ID!) { itemImport(id: $id) { name } }', { id: importId }), await stranger.ask('mutation ($id: ID!) { runImport(id: $id) { state } }', { id: importId }),
    await stranger.ask('mutation ($id: ID!) { undoImport(id: $id) { state } }', { id: importId }), await stranger.ask('mutation ($id: ID!) { discardImport(id: $id) }', { id: importId }),
    await stranger.ask('query ($of: ID!) { itemImports(bank: $of) { id } }', { of }), await stranger.ask('query ($of: ID!) { bankDocuments(bank: $of) { totalCount } }', { of }),
    await stranger.ask('mutation ($of: ID!) { pushItems(bank: $of, items: []) { name } }', { of }), await stranger.ask('mutation ($of: ID!) { exportItems(filter: {bank: $of}, format: CSV) { asked url } }', { of }),
  ].map(({ data, errors }) => ({ data, errors: errors.map(({ message, extensions }) => ({ message, extensions })) }));
  expect(await asked(id, bank)).toEqual(await asked(uuid(), uuid()));
  expect((await stranger.fetch(url ?? '')).status).toBe(410);
  expect((await learner.ask('query ($id: ID!) { itemImport(id: $id) { name } }', { id })).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

describe('npx preceptor pull and push', () => {
  const item = (id: string, stem: string) => `  - id: ${id}\n    kind: true-false # by hand\n    stem: ${stem}\n    statements: [s01]\n    level: recall\n    difficulty: easy\n    correct: true\n`;
  const source = (...items: string[]) => `id: shared\ntitle: Shared\nitems:\n${items.join('')}`;

  test('join both sides by item and field, show conflicts with file and line, lose nothing, and try without doing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pull-'));
    const file = join(folder, 'banks/shared.yaml');
    await mkdir(dirname(file));
    await writeFile(file, source(item('one', 'First.'), item('two', 'Second.')));
    const { createItemBank: { id: bank } } = await instructor.must<{ createItemBank: { id: string } }>('mutation { createItemBank(input: {title: "Shared", name: "shared"}) { id } }');
    const { createApiKey: { key } } = await server.signedIn(administrator.email).then((admin) => admin.must<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "git", scopes: ["read", "authoring"]) { key } }'));
    await server.app.get(Database).write((manager) => manager.query(`UPDATE "api_key" SET "account_id" = '${author.accountId}' WHERE "name" = 'git'`));
    const cli = async (...argv: string[]) => {
      let said = '';
      const sink = new Writable({ write(chunk: Buffer, _encoding, done) { said += chunk.toString(); done(); } });
      return { code: await cliRun([...argv, folder, '--key', key], { out: sink, err: sink, interactive: false, columns: 100 }), said };
    };
    const stems = async () => Object.fromEntries((await inBank(bank)).nodes.map(({ name, stem }) => [name, stem]));
    const onServer = (name: string, change: object) => instructor.must(`mutation ($bank: ID!, $items: [PushedItemInput!]!) { pushItems(bank: $bank, items: $items) { outcome } }`, { bank, items: [change].map((document) => ({ name, revision: null, document })) });
    const edited = async (name: string, change: object) => {
      const { bankDocuments: { nodes } } = await instructor.must<{ bankDocuments: { nodes: { name: string; revision: number; document: object }[] } }>('query ($bank: ID!) { bankDocuments(bank: $bank) { nodes { name revision document } } }', { bank });
      const now = nodes.find((node) => node.name === name);
      return instructor.must<{ pushItems: { outcome: string }[] }>('mutation ($bank: ID!, $items: [PushedItemInput!]!) { pushItems(bank: $bank, items: $items) { outcome message } }', { bank, items: [{ name, revision: now?.revision, document: { ...now?.document, ...change } }] });
    };

    expect(await cli('push')).toMatchObject({ code: 2, said: expect.stringContaining('--server') as unknown });
    expect(await cli('push', '--server', server.url, '--dry-run')).toMatchObject({ code: 0, said: 'banks/shared.yaml: would create "one"\nbanks/shared.yaml: would create "two"\n' });
    expect(await stems()).toEqual({});
    expect((await cli('push', '--server', server.url)).code).toBe(0);
    expect(await stems()).toEqual({ one: 'First.', two: 'Second.' });
    expect(await cli('push')).toEqual({ code: 0, said: '' });

    // Another field of one item on each side, and a new one there: joined, and a comment stays.
    expect((await edited('one', { level: 'application' })).pushItems).toEqual([{ outcome: 'SAVED', message: null }]);
    await onServer('three', { kind: 'true-false', stem: 'Third.', statements: ['s01'], level: 'recall', difficulty: 'easy', correct: false });
    await writeFile(file, source(item('one', 'First, mended.'), item('two', 'Second.')));
    const refused = await cli('push');
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('Pull first')]);
    expect((await cli('pull', '--dry-run')).said).toBe('banks/shared.yaml: 1 new, 1 changed, not written\n');
    expect(await cli('pull')).toEqual({ code: 0, said: 'banks/shared.yaml: 1 new, 1 changed\n' });
    expect(await readFile(file, 'utf8')).toBe(`${source(item('one', 'First, mended.').replace('recall', 'application'), item('two', 'Second.'))}  - id: three\n    kind: true-false\n    stem: Third.\n    statements:\n      - s01\n    level: recall\n    difficulty: easy\n    correct: false\n`);
    expect(await cli('push')).toEqual({ code: 0, said: 'banks/shared.yaml: changed "one"\n' });

    // The same field on each side: a conflict, said with its line and both texts; nothing is overwritten.
    await edited('two', { stem: 'Second, there.' });
    const mine = (await readFile(file, 'utf8')).replace('Second.', 'Second, here.');
    await writeFile(file, mine);
    const conflict = await cli('pull');
    expect(conflict.code).toBe(1);
    for (const part of ['banks/shared.yaml:11: "two"', 'agreed  Second.', 'here    Second, here.', 'server  Second, there.']) expect(conflict.said).toContain(part);
    expect([await readFile(file, 'utf8'), await stems()]).toEqual([mine, { one: 'First, mended.', three: 'Third.', two: 'Second, there.' }]);
    expect((await cli('push')).code).toBe(1);
    expect((await cli('pull', '--prefer', 'mine')).code).toBe(0);
    expect((await cli('push')).code).toBe(0);
    expect((await stems())['two']).toBe('Second, here.');
    await rm(folder, { recursive: true });
  });
});

test('an assessment is printed in versions, its key apart, for instructors of its organisation alone', async () => {
  const { id } = sampleCourse().units.flatMap(({ assessment }) => assessment ?? [])[0] ?? { id: '' };
  const pdf = async (part: string, query: string, by = instructor) => { const answer = await by.fetch(`/exchange/paper/${course.version}/${id}/${part}.pdf?${query}`); return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }; };
  const questions = await pdf('questions', 'versions=2&seed=7');
  expect([questions.status, questions.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  expect((await pdf('key', 'versions=2&seed=7')).bytes.length).toBeGreaterThan(500);
  expect([(await pdf('questions', 'versions=9')).status, (await pdf('nothing', '')).status, (await pdf('key', '', stranger)).status, (await pdf('key', '', learner)).status]).toEqual([400, 404, 404, 403]);
});
