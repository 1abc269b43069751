import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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
let bank: string;
let items: string[];
let room: Classroom;

beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  ({ client: learner } = await room.learner());
  ({ client: instructor, actor: author } = await member(room.system));
  ({ client: stranger } = await member((await Classroom.open(server, 'new')).system));
  bank = await newBank('Dosing', instructor);
  items = await written([
    { stem: 'What **dose** of ketamine is given in the café?', level: 'recall', tags: ['dosing', 'iv'], statements: ['s01'] },
    { stem: 'Who measures blood pressure before a session?', level: 'application', tags: ['vitals'], statements: ['s01', 's02'] },
    { stem: 'Pressure rises and blood flows: what is true?', level: 'judgement', difficulty: 'hard', tags: ['vitals', 'iv'] },
    { stem: 'Ketamine is a dissociative.', tags: [] },
  ]);
});
afterAll(() => server.close());

async function member(system: Actor): Promise<{ client: Client; actor: Actor }> {
  const { id, email } = await server.app.get(IdentityService).invite(system, { email: `${uuid()}@example.org`, name: 'An instructor', roles: ['INSTRUCTOR'], password: administrator.password });
  return { client: await server.signedIn(email), actor: Actor.account(id, system.organisationId, ['INSTRUCTOR']) };
}
async function newBank(title: string, by: Client): Promise<string> {
  return (await by.must<{ createItemBank: { id: string } }>('mutation ($title: String!) { createItemBank(input: {title: $title}) { id } }', { title })).createItemBank.id;
}
function written(documents: Record<string, unknown>[]): Promise<string[]> {
  return server.app.get(Database).write(async (manager) => {
    const ids: string[] = [];
    for (const document of documents) ids.push((await server.app.get(ItemStore).create(manager, author, { bankId: bank, document: { kind: 'true-false', correct: true, ...document }, cause: 'created' })).id);
    return ids;
  });
}
interface Page { totalCount: number; nodes: { id: string; stem: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
const list = 'query ($filter: BankItemFilter, $first: Int!, $after: String, $sort: BankItemOrder, $descending: Boolean) { bankItems(filter: $filter, first: $first, after: $after, sort: $sort, descending: $descending) { totalCount nodes { id stem } pageInfo { hasNextPage endCursor } } }';
async function page(filter: Record<string, unknown>, more: Record<string, unknown> = {}, by = instructor): Promise<Page> {
  return (await by.must<{ bankItems: Page }>(list, { filter, first: 20, ...more })).bankItems;
}
const found = async (filter: Record<string, unknown>) => (await page(filter)).nodes.map(({ id }) => items.indexOf(id) + 1).sort();

describe('an instructor finds items', () => {
  test('by words, half typed, without accents, side by side', async () => {
    expect(await found({ bank, text: 'ketam' })).toEqual([1, 4]);
    expect(await found({ bank, text: 'CAFE dose' })).toEqual([1]);
    expect(await found({ bank, text: 'blood pressure' })).toEqual([2, 3]);
    expect(await found({ bank, text: '"blood pressure"' })).toEqual([2]);
    expect(await found({ bank, text: `' OR 1=1 -- "* & | ! :* <->` })).toEqual([]);
    expect(await found({ bank, text: '?!' })).toEqual([1, 2, 3, 4]);
  });

  test('by tag, statement, level, difficulty and soundness, all at once', async () => {
    expect(await found({ bank, tags: ['iv'] })).toEqual([1, 3]);
    expect(await found({ bank, tags: ['iv', 'vitals'] })).toEqual([3]);
    expect(await found({ bank, statement: 's01' })).toEqual([1, 2]);
    expect(await found({ bank, statement: '' })).toEqual([3, 4]);
    expect(await found({ bank, levels: ['recall', ''] })).toEqual([1, 4]);
    expect(await found({ bank, difficulties: ['hard'], text: 'blood' })).toEqual([3]);
    expect(await found({ bank, sound: false })).toEqual([1, 2, 3, 4]);
    expect(await found({ bank, sound: true })).toEqual([]);
    expect(await found({ bank, approved: false, states: ['DRAFT'], kinds: ['true-false'], author: author.accountId })).toEqual([1, 2, 3, 4]);
  });

  test('page by page, in any order, each once', async () => {
    for (const sort of ['UPDATED', 'NAME', 'STATE', 'KIND', 'LEVEL', 'DIFFICULTY', 'FINDINGS']) {
      for (const descending of [true, false]) {
        const one = await page({ bank }, { first: 3, sort, descending });
        const two = await page({ bank }, { first: 3, sort, descending, after: one.pageInfo.endCursor });
        expect([one.totalCount, one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([4, true, false]);
        expect([...one.nodes, ...two.nodes].map(({ id }) => id).sort()).toEqual([...items].sort());
      }
    }
    expect((await page({ bank }, { sort: 'LEVEL', descending: true })).nodes.map(({ id }) => items.indexOf(id) + 1)).toEqual([3, 2, 1, 4]);
  });

  test('with how many each filter would leave', async () => {
    const { bankItemFacets: facets } = await instructor.must<{ bankItemFacets: Record<string, { value: string; label: string; items: number }[]> }>(
      'query ($filter: BankItemFilter) { bankItemFacets(filter: $filter) { states { value items } levels { value items } tags { value items } statements { value items } authors { label items } } }', { filter: { bank, levels: ['recall'] } });
    expect(facets).toEqual({
      states: [{ value: 'DRAFT', items: 1 }], authors: [{ label: 'An instructor', items: 1 }],
      levels: [{ value: '', items: 1 }, { value: 'application', items: 1 }, { value: 'judgement', items: 1 }, { value: 'recall', items: 1 }],
      tags: [{ value: 'dosing', items: 1 }, { value: 'iv', items: 1 }], statements: [{ value: 's01', items: 1 }],
    });
  });
});

describe('folders', () => {
  const make = 'mutation ($bank: ID!, $title: String!, $parent: ID) { createBankFolder(bank: $bank, title: $title, parent: $parent) { folders { id title parentId items } } }';
  const change = 'mutation ($id: ID!, $input: ChangeBankFolderInput!) { changeBankFolder(id: $id, input: $input) { folders { id title parentId } } }';
  const remove = 'mutation ($id: ID!) { deleteBankFolder(id: $id) { folders { title } } }';
  const id = async (title: string, parent?: string) => (await instructor.must<{ createBankFolder: { folders: { id: string; title: string }[] } }>(make, { bank, title, parent })).createBankFolder.folders.find((one) => one.title === title)?.id ?? '';

  test('are made, renamed, moved, and deleted when they are empty', async () => {
    const outer = await id('Outer');
    const inner = await id('Inner', outer);
    expect((await instructor.ask(make, { bank, title: 'outer' })).errors[0]?.extensions.code).toBe('NAME_TAKEN');
    expect((await instructor.ask(change, { id: outer, input: { parent: inner } })).errors[0]?.extensions.code).toBe('FOLDER_IN_ITSELF');
    expect((await instructor.ask(remove, { id: outer })).errors[0]?.extensions.code).toBe('FOLDER_NOT_EMPTY');
    await instructor.must(change, { id: inner, input: { parent: null, title: 'Beside' } });
    expect((await instructor.must<{ deleteBankFolder: { folders: { title: string }[] } }>(remove, { id: outer })).deleteBankFolder.folders).toEqual([{ title: 'Beside' }]);
  });
});

describe('a course\'s questions', () => {
  const bring = 'mutation ($course: ID!, $bank: ID) { bringCourseItems(course: $course, bank: $bank) { version items brought left banks { id name unit counts { approved } } } }';

  test('come into banks as they were published, approved, and once', async () => {
    const { bringCourseItems: first } = await instructor.must<{ bringCourseItems: { banks: { id: string }[] } }>(bring, { course: room.courseId });
    expect(first).toMatchObject({ version: 1, items: 8, brought: 8, left: 0, banks: [{ name: 'bank', unit: 'unit-one', counts: { approved: 8 } }] });
    expect((await instructor.must<{ bringCourseItems: unknown }>(bring, { course: room.courseId })).bringCourseItems).toMatchObject({ brought: 0, left: 0, banks: [{ id: first.banks[0]?.id, counts: { approved: 8 } }] });
    const inUse = await server.app.get(ItemStore).approved(author, { bankId: first.banks[0]?.id ?? '' });
    expect(inUse.map(({ item: { id, key, statements, level } }) => ({ id, key, statements, level })).sort((a, b) => a.id.localeCompare(b.id))).toEqual(sampleCourse().banks[0]?.items.map(({ id, key, statements, level }) => ({ id, key, statements, level })));
    expect((await page({ bank: first.banks[0]?.id, text: '"one for item"', sound: true, approved: true })).totalCount).toBe(8);
  });

  test('come into a bank of one\'s own as well, but not into somebody else\'s, nor out of a course of somebody else', async () => {
    const own = await newBank('Mine', instructor);
    expect((await instructor.must<{ bringCourseItems: unknown }>(bring, { course: room.courseId, bank: own })).bringCourseItems).toMatchObject({ brought: 8, banks: [{ id: own, counts: { approved: 8 } }] });
    const refusals = await Promise.all([stranger.ask(bring, { course: room.courseId }), stranger.ask(bring, { course: uuid() }), instructor.ask(bring, { course: room.courseId, bank: uuid() })]);
    expect(refusals.map(({ errors }) => errors[0]?.extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });
});

describe('many questions at once', () => {
  const preview = 'query ($selection: BankItemSelection!, $change: BankItemsChangeInput!) { bankItemsChangePreview(selection: $selection, change: $change) { items changed same toReview refused { why items } } }';
  const change = 'mutation ($selection: BankItemSelection!, $change: BankItemsChangeInput!) { changeBankItems(selection: $selection, change: $change) { id said items undoneAt } }';
  const undo = 'mutation ($id: ID!) { undoBankItemsChange(id: $id) { undone kept } }';
  const look = 'query ($filter: BankItemFilter) { bankItems(first: 50, sort: NAME, descending: false, filter: $filter) { nodes { id name state approvedVersion revision level tags folderId findings sound } } }';
  interface Seen { id: string; name: string; state: string; approvedVersion: number | null; revision: number; level: string | null; tags: string[]; findings: number; sound: boolean }
  const seen = async (filter: Record<string, unknown>) => (await instructor.must<{ bankItems: { nodes: Seen[] } }>(look, { filter })).bankItems.nodes;
  const changed = async (selection: unknown, input: unknown) => (await instructor.must<{ changeBankItems: { id: string; said: string; items: number } }>(change, { selection, change: input })).changeBankItems;
  const undone = async (id: string) => (await instructor.must<{ undoBankItemsChange: { undone: number; kept: string[] } }>(undo, { id })).undoBankItemsChange;
  let own: string;
  beforeAll(async () => {
    own = await newBank('Many', instructor);
    await instructor.must('mutation ($course: ID!, $bank: ID) { bringCourseItems(course: $course, bank: $bank) { brought } }', { course: room.courseId, bank: own });
  });

  test('are tagged, stay approved as their next version, and are as they were after undo', async () => {
    const before = await seen({ bank: own });
    const { id, said, items: count } = await changed({ filter: { bank: own } }, { addTags: ['Week one'] });
    expect([said, count]).toEqual(['Tagged 8 questions with “Week one”', 8]);
    expect(await seen({ bank: own, tags: ['Week one'] })).toEqual(before.map((item) => ({ ...item, tags: ['Week one'], revision: 2, approvedVersion: 2 })));
    expect((await page({ bank: own, text: 'week' })).totalCount).toBe(8);
    expect(await undone(id)).toEqual({ undone: 8, kept: [] });
    expect(await seen({ bank: own })).toEqual(before.map((item) => ({ ...item, revision: 3, approvedVersion: 3 })));
    expect((await instructor.ask(undo, { id })).errors[0]?.extensions.code).toBe('ALREADY_UNDONE');
  });

  test('need approval again with another level, and undo leaves what somebody changed since', async () => {
    const [one, two] = await seen({ bank: own });
    const selection = { items: [one?.id, two?.id] };
    expect((await instructor.must<Record<string, unknown>>(preview, { selection, change: { level: 'recall' } }))['bankItemsChangePreview']).toEqual({ items: 2, changed: 2, same: 0, toReview: 2, refused: [] });
    const { id } = await changed(selection, { level: 'recall' });
    expect((await seen({ bank: own, states: ['DRAFT'] })).map(({ name, level, sound, approvedVersion }) => [name, level, sound, approvedVersion])).toEqual([['item-0', 'recall', true, 3], ['item-1', 'recall', true, 3]]);
    await changed({ items: [two?.id] }, { level: 'judgement' });
    expect(await undone(id)).toEqual({ undone: 1, kept: [two?.id] });
    expect((await seen({ bank: own })).slice(0, 2).map(({ state, level, approvedVersion }) => [state, level, approvedVersion])).toEqual([['APPROVED', 'application', 4], ['DRAFT', 'judgement', 3]]);
  });

  test('are retired and moved, but not what is in the way, and only by whom they belong to', async () => {
    const { createBankFolder: { folders } } = await instructor.must<{ createBankFolder: { folders: { id: string }[] } }>('mutation ($bank: ID!) { createBankFolder(bank: $bank, title: "Old") { folders { id } } }', { bank: own });
    const folder = folders[0]?.id;
    expect((await instructor.must<Record<string, { refused: unknown }>>(preview, { selection: { items: [...items, (await seen({ bank: own }))[0]?.id] }, change: { move: { bank: own, folder } } }))['bankItemsChangePreview']).toMatchObject({ changed: 1, refused: [{ why: 'OTHER_BANK', items: 4 }] });
    await changed({ filter: { bank: own } }, { move: { bank: own, folder } });
    const { id } = await changed({ filter: { bank: own, folder } }, { retire: true });
    expect((await seen({ bank: own, states: ['RETIRED'] })).length).toBe(8);
    expect((await instructor.must<Record<string, { refused: unknown }>>(preview, { selection: { filter: { bank: own } }, change: { addTags: ['x'] } }))['bankItemsChangePreview']).toMatchObject({ changed: 0, refused: [{ why: 'RETIRED', items: 8 }] });
    expect((await stranger.ask(undo, { id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await stranger.must<{ changeBankItems: { items: number } }>(change, { selection: { items }, change: { retire: true } })).changeBankItems.items).toBe(0);
    expect((await undone(id)).undone).toBe(8);
    expect((await instructor.ask(change, { selection: {}, change: { retire: true } })).errors[0]?.extensions.code).toBe('BAD_INPUT');
    expect((await instructor.ask(change, { selection: { items }, change: { level: 'hard', retire: true } })).errors[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test('that can\'t be scored for want of a level can, once they have one', async () => {
    const half = await newBank('Half', instructor);
    await server.app.get(Database).write((manager) => server.app.get(ItemStore).create(manager, author, { bankId: half, document: { kind: 'true-false', stem: 'It is so.', correct: true, difficulty: 'easy', statements: [] }, cause: 'created' }));
    const before = await seen({ bank: half });
    const { id } = await changed({ filter: { bank: half } }, { level: 'recall' });
    expect([before[0]?.sound, (await seen({ bank: half }))[0]?.sound]).toEqual([false, true]);
    expect([(await undone(id)).undone, (await seen({ bank: half }))[0]?.sound]).toEqual([1, false]);
  });
});

describe('a bank as a whole', () => {
  test('shows which statements nothing asks, and at which level', async () => {
    const ask = 'query ($course: ID!) { statementCoverage(course: $course) { id items statements { id items approved levels { level items } } } }';
    const { statementCoverage } = await instructor.must<{ statementCoverage: { statements: unknown[] }[] }>(ask, { course: room.courseId });
    expect(statementCoverage).toMatchObject([{ id: null, statements: [{ id: 'st-secret', levels: [{ level: 'recall' }, { level: 'application' }, { level: 'judgement' }, { level: '' }] }] }]);
    expect((await stranger.ask(ask, { course: room.courseId })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('shows that its keys prefer a place', async () => {
    const uneven = await newBank('Uneven', instructor);
    await server.app.get(Database).write(async (manager) => {
      for (let n = 0; n < 14; n += 1) await server.app.get(ItemStore).create(manager, author, { bankId: uneven, document: { kind: 'true-false', stem: `Claim ${n}`, correct: true }, cause: 'created' });
    });
    const ask = 'query ($bank: ID!) { bankKeyPositions(bank: $bank) { of items places counts uneven } }';
    expect((await instructor.must<Record<string, unknown>>(ask, { bank: uneven }))['bankKeyPositions']).toEqual([{ of: 'claims', items: 14, places: ['true', 'false'], counts: [14, 0], uneven: true }]);
    expect((await stranger.ask(ask, { bank: uneven })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('shows questions that are alike side by side, until somebody says that they differ or retires one', async () => {
    const twins = await newBank('Twins', instructor);
    const stems = ['Which vital sign does a nurse measure before every session of the therapy?', 'Which vital sign does a nurse measure before each session of the therapy?', 'Who may lawfully prescribe a controlled substance of Schedule III in this state?'];
    const [first, second] = await server.app.get(Database).write(async (manager) => {
      const ids: string[] = [];
      for (const stem of stems) ids.push((await server.app.get(ItemStore).create(manager, author, { bankId: twins, document: { kind: 'true-false', stem, correct: true }, cause: 'created' })).id);
      return ids;
    });
    expect((await instructor.must<{ compareItems: { items: number } }>('mutation { compareItems { items } }')).compareItems.items).toBeGreaterThan(20);
    const pairs = async (by = instructor) => (await by.must<{ alikeItems: { totalCount: number; nodes: unknown[] } }>('query ($bank: ID!) { alikeItems(bank: $bank) { totalCount nodes { likeness one { id } other { id } oneLines otherLines } } }', { bank: twins })).alikeItems;
    expect(await pairs()).toMatchObject({ totalCount: 1, nodes: [{ one: { id: first }, other: { id: second }, oneLines: [stems[0]], otherLines: [stems[1]] }] });
    expect((await pairs(stranger)).totalCount).toBe(0);
    const say = 'mutation ($one: ID!, $other: ID!, $differ: Boolean!) { sayItemsDiffer(one: $one, other: $other, differ: $differ) }';
    expect((await stranger.ask(say, { one: first, other: second, differ: true })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    await instructor.must(say, { one: second, other: first, differ: true });
    await instructor.must('mutation { compareItems { items } }');
    expect((await pairs()).totalCount).toBe(0);
    await instructor.must(say, { one: first, other: second, differ: false });
    expect((await pairs()).totalCount).toBe(1);
    await instructor.must('mutation ($item: ID!) { changeBankItems(selection: {items: [$item]}, change: {retire: true}) { id } }', { item: second });
    expect((await pairs()).totalCount).toBe(0);
  });
});

describe('an instructor of another organisation', () => {
  const unknown = uuid();
  test('can\'t learn that a bank, a folder or an item exists', async () => {
    const { createBankFolder: { folders } } = await instructor.must<{ createBankFolder: { folders: { id: string }[] } }>('mutation ($bank: ID!) { createBankFolder(bank: $bank, title: "Secret") { folders { id } } }', { bank });
    const folder = folders[0]?.id ?? '';
    const asked = async (id: string, folderId: string, itemId: string) => {
      const answers = [
        await stranger.ask('query ($id: ID!) { itemBank(id: $id) { title } }', { id }),
        await stranger.ask('query ($id: ID!) { bankItem(id: $id) { stem } }', { id: itemId }),
        await stranger.ask(list, { filter: { bank: id }, first: 20 }), await stranger.ask(list, { filter: { folder: folderId }, first: 20 }),
        await stranger.ask('query ($filter: BankItemFilter) { bankItemFacets(filter: $filter) { tags { value } states { value } } }', { filter: { bank: id } }),
        await stranger.ask('mutation ($id: ID!) { changeItemBank(id: $id, input: {title: "Mine"}) { id } }', { id }),
        await stranger.ask('mutation ($id: ID!) { createBankFolder(bank: $id, title: "Mine") { id } }', { id }),
        await stranger.ask('mutation ($id: ID!) { changeBankFolder(id: $id, input: {title: "Mine"}) { id } }', { id: folderId }),
        await stranger.ask('mutation ($id: ID!) { deleteBankFolder(id: $id) { id } }', { id: folderId }),
      ];
      return answers.map(({ data, errors }) => ({ data, errors: errors.map(({ message, extensions }) => ({ message, extensions })) }));
    };
    expect(await asked(bank, folder, items[0] ?? '')).toEqual(await asked(unknown, unknown, unknown));
    expect((await page({ text: 'ketamine' }, {}, stranger)).totalCount).toBe(0);
    expect((await stranger.must<{ itemBanks: { totalCount: number } }>('{ itemBanks { totalCount } }')).itemBanks.totalCount).toBe(0);
  });

  test('nor may a learner look at banks at all', async () => {
    expect((await learner.ask('{ itemBanks { totalCount } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await learner.ask(list, { filter: {}, first: 20 })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

test('a page of items with bank and author costs as many statements for fifty as for four', async () => {
  const ask = 'query ($first: Int!, $filter: BankItemFilter) { bankItems(first: $first, filter: $filter) { totalCount nodes { id bank { title } author { name } } } }';
  const cost = async () => {
    // What the server does of itself from time to time may fall into one of them.
    const costs: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const before = server.app.get(Database).statements;
      await instructor.must(ask, { first: 100, filter: { bank } });
      costs.push(server.app.get(Database).statements - before);
    }
    return Math.min(...costs);
  };
  const few = await cost();
  await written(Array.from({ length: 46 }, (_, n) => ({ stem: `Claim ${n}.` })));
  expect(await cost()).toBe(few);
});
