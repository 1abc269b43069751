import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Kind, parse, print } from 'graphql';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom, type Learner, send, start, submit, uuid } from './classroom.js';
import { engine } from './databases.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

/** Tables that hold a row or two for an installation, or one for an organisation: read whole, they cost nothing. */
const small = new Set(['migrations', 'learning_masking', 'scheduled_work', 'organisation', 'organisation_settings']);
/** Screens that are opened all day, by the files of their documents. */
const desks = ['coordinator/coordinator', 'learner/learner', 'administrator/administrator', 'session/session'];

let server: TestServer;
let learner: Learner;
let coordinator: Client;
let known: Record<string, unknown>;
beforeAll(async () => {
  server = await startServer({ COURSES_DIR: resolve('test/fixtures') });
  const room = await Classroom.open(server);
  coordinator = await server.signedIn(administrator.email);
  learner = await room.learner();
  const { createCohort: { id: cohort } } = await coordinator.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'One', courseVersion: room.version } });
  const { enrol: { id: place } } = await coordinator.must<{ enrol: { id: string } }>('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { account: learner.accountId, cohort } });
  // What each variable of the screens stands for here.
  known = { id: cohort, cohort, enrolment: place, course: room.courseId, version: room.version, account: learner.accountId, enrolments: [place], from: room.version, to: room.version, first: 20, after: null, search: 'le', sort: 'NAME', descending: false, status: null, archived: false };
});
afterAll(() => server.close());

test('no screen that is opened all day, and nothing that a learner does, reads a whole table', async () => {
  const heard = new Set<string>();
  const database = server.app.get(Database);
  database.heard = (text) => heard.add(text);
  for (const desk of desks) for (const { query, name } of await queriesOf(`apps/web/src/${desk}.graphql`)) {
    const who = desk.startsWith('learner') ? learner.client : coordinator;
    const { errors } = await who.ask(query, { ...known, ...(/LearnerStory|LearnerTimeline|LearnerCourse/.test(name) ? { id: known['enrolment'] } : {}) });
    // A query that lacks a variable would prove nothing.
    expect(errors.filter(({ extensions }) => extensions.code === 'BAD_QUERY').map(({ message }) => `${name}: ${message}`)).toEqual([]);
  }
  const { id, form } = await start(learner, 'final');
  await send(learner, { type: 'lesson-completed', lesson: 'first' }, ...form.items.map((item) => ({ type: 'item-answered', item: item.id, response: { value: 'opt-right' }, latencySeconds: 1, attempt: id })));
  await submit(learner, id);
  await send(learner, { id: uuid(), type: 'position', lesson: 'first', position: 0.5 });
  await server.signedIn(administrator.email);
  database.heard = null;

  const whole = new Set<string>();
  for (const text of heard) if (/^\s*(SELECT|WITH|UPDATE|DELETE|INSERT)/i.test(text) && !text.includes('(0=1)')) for (const table of await readWhole(database, text)) if (!small.has(table)) whole.add(`${table}: ${text.replaceAll(/SELECT .*? FROM/gs, 'SELECT … FROM').slice(0, 300)}`);
  expect(heard.size).toBeGreaterThan(40);
  expect([...whole].sort()).toEqual([]);
});

/** The queries of a file of documents, each with the fragments that it needs. */
async function queriesOf(file: string): Promise<{ name: string; query: string }[]> {
  const others = (await Promise.all([...desks, 'answers/answers', 'grading/grading', 'delivery/delivery'].map((desk) => readFile(`apps/web/src/${desk}.graphql`, 'utf8')))).join('\n');
  const fragments = new Map(parse(others).definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, print(definition)] as const] : [])));
  return parse(await readFile(file, 'utf8')).definitions.flatMap((definition) => {
    // Who is in the demo is asked on one's own machine only.
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== 'query' || definition.name?.value === 'DemoPeople') return [];
    const needed = new Map<string, string>();
    const gather = (text: string): void => {
      for (const [, name = ''] of text.matchAll(/\.\.\.(\w+)/g)) {
        const fragment = fragments.get(name);
        if (name === 'on' || fragment === undefined || needed.has(name)) continue;
        needed.set(name, fragment);
        gather(fragment);
      }
    };
    const query = print(definition);
    gather(query);
    return [{ name: definition.name?.value ?? '', query: [query, ...needed.values()].join('\n') }];
  });
}

/** Tables that the engine would read whole for a statement even where it has every reason not to. */
async function readWhole(database: Database, text: string): Promise<string[]> {
  if (engine === 'sqlite') {
    const plan: { detail: string }[] = await database.read.query(`EXPLAIN QUERY PLAN ${text}`, Array.from({ length: text.split('?').length - 1 }, () => 'x'));
    return plan.flatMap(({ detail }) => {
      const [, table = ''] = /^SCAN (\w+)/.exec(detail) ?? [];
      return table === '' || /^SCAN (CONSTANT|\(|json_each)/.test(detail) ? [] : [tableOf(text, table)];
    });
  }
  const plan: { 'QUERY PLAN': string }[] = await database.read.transaction(async (manager) => {
    await manager.query('SET LOCAL enable_seqscan = off');
    return manager.query(`EXPLAIN (GENERIC_PLAN) ${text}`) as Promise<{ 'QUERY PLAN': string }[]>;
  });
  return plan.flatMap(({ 'QUERY PLAN': line }) => /Seq Scan on (\w+)/.exec(line)?.[1] ?? []);
}

/** SQLite names a table by its alias. */
function tableOf(text: string, alias: string): string {
  return new RegExp(`"?(\\w+)"?\\s+(?:AS\\s+)?"?${alias}"?\\b`, 'i').exec(text.slice(text.search(/\b(FROM|UPDATE|INTO)\b/i)))?.[1]?.replace(/^(FROM|JOIN|UPDATE|INTO)$/i, alias) ?? alias;
}
