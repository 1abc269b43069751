import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import type { Actor, Role } from '../../apps/server/src/identity/actor.js';
import { Classroom, uuid } from './classroom.js';
import { secrets } from './sample-course.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let ada: Client;
let bank: string;

beforeAll(async () => {
  server = await startServer();
  const room = await Classroom.open(server);
  ada = await member(room.system, 'Ada', 'INSTRUCTOR');
  bank = (await ada.must<{ createItemBank: { id: string } }>('mutation ($course: ID!) { createItemBank(input: {title: "Dosing", course: $course}) { id } }', { course: room.courseId })).createItemBank.id;
});
afterAll(() => server.close());

async function member(system: Actor, name: string, ...roles: Role[]): Promise<Client> {
  const { email } = await server.app.get(IdentityService).invite(system, { email: `${uuid()}@example.org`, name, roles, password: administrator.password });
  return server.signedIn(email);
}

/** A question as an author writes it, whole enough to be scored. */
const question = (stem = 'Which of these do you measure first?') => ({
  kind: 'single-choice', stem, statements: [secrets.statement], level: 'application', difficulty: 'medium',
  options: [
    { text: 'Blood pressure', correct: true, feedback: 'It tells whether the session may begin.' },
    { text: 'Body height', feedback: 'It changes nothing about today.' },
    { text: 'Eye colour', feedback: 'It changes nothing at all.' },
  ],
});
interface Item { id: string; name: string; revision: number; state: string; sound: boolean; approvedVersion: number | null; document: Record<string, unknown> }
const fields = 'id name revision state sound approvedVersion document';
async function made(document: object, by = ada): Promise<Item> {
  return (await by.must<{ createItem: Item }>(`mutation ($input: CreateItemInput!) { createItem(input: $input) { ${fields} } }`, { input: { bank, document } })).createItem;
}
async function seen<T = Record<string, never>>(id: string, what: string, by = ada): Promise<T> {
  return (await by.must<{ item: T }>(`query ($id: ID!) { item(id: $id) { ${what} } }`, { id })).item;
}

describe('an author', () => {
  test('makes a question, and sees what it says, what is wrong with it and what a learner would see', async () => {
    const { id } = await made(question());
    const item = await seen(id, 'kind bank { title } author { name } statements { id text } problems { code } findings { rule } preview history { totalCount nodes { cause by { name } } }');
    expect(item).toMatchObject({ kind: 'single-choice', bank: { title: 'Dosing' }, author: { name: 'Ada' }, statements: [{ id: secrets.statement, text: 'Something' }], problems: [], findings: [], history: { totalCount: 1, nodes: [{ cause: 'CREATED', by: { name: 'Ada' } }] } });
    expect(JSON.stringify(item)).not.toContain('correct');
  });
});
