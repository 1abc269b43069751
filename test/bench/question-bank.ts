import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { v7 } from 'uuid';
import { ask, signIn } from './load-classroom.js';
import { administrator, startBuiltServer } from './processes.js';
import { onEngine } from './record-events.js';
import { median } from './timing.js';

export interface QuestionBankFigure { engine: 'sqlite' | 'postgres'; /** medians in milliseconds, over HTTP */ smallMs: number; largeMs: number; searchMs: number; facetsMs: number; compareSeconds: number }
type Row = Record<string, string | number | boolean | null>;

const small = 200;
const list = 'query ($filter: BankItemFilter) { bankItems(filter: $filter, first: 50) { totalCount nodes { id name folderId state approvedVersion kind level difficulty stem statements tags sound findings updatedAt author { id name } bank { id title } } pageInfo { hasNextPage endCursor } } }';
const facets = 'query ($filter: BankItemFilter) { bankItemFacets(filter: $filter) { states { value label items } kinds { value label items } levels { value label items } difficulties { value label items } tags { value label items } statements { value label items } authors { value label items } } }';

/** Opening a bank of so many items against one of 200, in turn, searching it, counting its filters, and finding what is alike in it. Needs a built server. */
export function benchQuestionBank(engine: 'sqlite' | 'postgres', size = 20_000, runs = 15): Promise<QuestionBankFigure> {
  return onEngine(engine, async (_engine, env) => {
    const server = await startBuiltServer(env);
    try {
      const { url } = server;
      const admin = await signIn(url, administrator.email);
      const { viewer } = await ask<{ viewer: { organisation: { id: string } } }>(url, admin, '{ viewer { organisation { id } } }');
      const { inviteAccount: author } = await ask<{ inviteAccount: { id: string } }>(url, admin, 'mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { email: 'author@example.org', name: 'Author', roles: ['INSTRUCTOR'], password: administrator.password } });
      const cookie = await signIn(url, 'author@example.org');
      const bankOf = async (title: string): Promise<string> => (await ask<{ createItemBank: { id: string } }>(url, cookie, 'mutation ($title: String!) { createItemBank(input: {title: $title}) { id } }', { title })).createItemBank.id;
      const [few, many] = [await bankOf('Few'), await bankOf('Many')];
      const rows = (bank: string, count: number) => Array.from({ length: count }, (_, n) => itemOf(bank, n, viewer.organisation.id, author.id));
      await write(engine, env, [...rows(few, small), ...rows(many, size)]);
      const time = async (query: string, filter: object): Promise<number> => {
        const began = performance.now();
        await ask(url, cookie, query, { filter });
        return performance.now() - began;
      };
      const inUse = { states: ['DRAFT', 'IN_REVIEW', 'APPROVED'] };
      const times = { small: [] as number[], large: [] as number[], search: [] as number[], facets: [] as number[] };
      for (let run = 0; run <= runs; run += 1) {
        const one = [await time(list, { ...inUse, bank: few }), await time(list, { ...inUse, bank: many }), await time(list, { ...inUse, bank: many, text: `${word(run)} ${word(run + 7).slice(0, 3)}` }), await time(facets, { ...inUse, bank: many })];
        if (run > 0) for (const [index, name] of (['small', 'large', 'search', 'facets'] as const).entries()) times[name].push(one[index] ?? 0);
      }
      const { compareItems } = await ask<{ compareItems: { milliseconds: number } }>(url, cookie, 'mutation { compareItems { milliseconds } }');
      return { engine, smallMs: median(times.small), largeMs: median(times.large), searchMs: median(times.search), facetsMs: median(times.facets), compareSeconds: compareItems.milliseconds / 1_000 };
    } finally {
      await server.stop();
    }
  });
}

/** A made-up word of 5 to 8 letters, always the same for a number. */
function word(n: number): string {
  let mixed = Math.imul(n + 1, 0x9e3779b1) >>> 0;
  let letters = '';
  for (let at = 0; at < 5 + (n % 4); at += 1) {
    letters += String.fromCharCode(97 + (mixed % 26));
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0x85ebca6b) >>> 0;
  }
  return letters;
}

/** Of 1,728 words a few are common, most are rare, as in a language. */
function itemOf(bank: string, n: number, organisation: string, author: string): { item: Row; revision: Row; text: Row } {
  const id = v7();
  const words = Array.from({ length: 60 }, (_, place) => word(Math.floor(((n * 7919 + place * 104_729) % 1_000_003) ** 2 / 1_000_003 / 1_000_003 * 1_728)));
  const at = new Date(1_700_000_000_000 + n * 1_000).toISOString();
  const tags = [`tag-${n % 30}`];
  const statements = [`s${n % 60}`];
  const [level, difficulty] = [['recall', 'application', 'judgement'][n % 3] ?? '', ['easy', 'medium', 'hard'][n % 3] ?? ''];
  const document = { id: `item-${n}`, kind: 'single-choice', stem: words.slice(0, 30).join(' '), level, difficulty, tags, statements, options: [0, 10, 20].map((from) => ({ text: words.slice(30 + from, 40 + from).join(' '), correct: from === 0 })) };
  return {
    item: {
      id, organisation_id: organisation, bank_id: bank, folder_id: null, name: `item-${n}`, state: n % 5 === 0 ? 'draft' : 'approved', revision: 1, approved_version: n % 5 === 0 ? null : 1, kind: 'single-choice', level, difficulty,
      stem: document.stem, statements: JSON.stringify(statements), tags: JSON.stringify(tags), sound: true, findings: n % 4, author_id: author, created_at: at, updated_at: at, updated_by: author,
    },
    revision: { item_id: id, revision: 1, organisation_id: organisation, document: JSON.stringify(document), version: n % 5 === 0 ? null : 1, cause: 'imported', saved_by: author, saved_at: at, began_at: at, folded: false },
    text: { item_id: id, organisation_id: organisation, words: words.join(' ') },
  };
}

async function write(engine: 'sqlite' | 'postgres', env: Record<string, string>, items: { item: Row; revision: Row; text: Row }[]): Promise<void> {
  const tables = [['authoring_item', items.map(({ item }) => item)], ['authoring_revision', items.map(({ revision }) => revision)], ['authoring_item_text', items.map(({ text }) => text)]] as const;
  const insert = (table: string, columns: string[], values: string): string => `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES ${values}`;
  if (engine === 'sqlite') {
    const database = new Sqlite(join(env['DATA_DIR'] ?? '', 'preceptor.sqlite'));
    for (const [table, rows] of tables) {
      const columns = Object.keys(rows[0] ?? {});
      const statement = database.prepare(insert(table, columns, `(${columns.map(() => '?').join(', ')})`));
      database.transaction(() => { for (const row of rows) statement.run(columns.map((name) => (typeof row[name] === 'boolean' ? Number(row[name]) : row[name]))); })();
    }
    database.close();
    return;
  }
  const client = new pg.Client(env['DATABASE_URL'] ?? '');
  await client.connect();
  for (const [table, rows] of tables) {
    const columns = Object.keys(rows[0] ?? {});
    for (let from = 0; from < rows.length; from += 1_000) {
      const part = rows.slice(from, from + 1_000);
      await client.query(insert(table, columns, part.map((_, row) => `(${columns.map((_name, at) => `$${row * columns.length + at + 1}`).join(', ')})`).join(', ')), part.flatMap((row) => columns.map((name) => row[name])));
    }
  }
  await client.query('ANALYZE');
  await client.end();
}
