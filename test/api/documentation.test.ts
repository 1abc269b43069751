import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { scopes } from '../../apps/server/src/identity/actor.js';
import { loadDemo } from '../../apps/server/src/demo/demo.js';
import { type Client, startServer, type TestServer } from './server.js';

const block = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g');
const blocksOf = (text: string, language: string): string[] => [...text.matchAll(block(language))].flatMap((match) => match[1] ?? []);
const pages = async (): Promise<string[]> => ['README.md', 'CONTRIBUTING.md', ...(await readdir('docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

describe('the manual for integrators', () => {
  let server: TestServer;
  let admin: Client;
  let learner: Client;
  let enrolment: string;
  const as = async (name: string): Promise<Client> => {
    const client = server.client();
    const { demoPeople } = await client.must<{ demoPeople: { accountId: string; name: string }[] }>('{ demoPeople { accountId name } }');
    await client.must('mutation ($id: ID!) { signInAsDemo(accountId: $id) { roles } }', { id: demoPeople.find((person) => person.name === name)?.accountId });
    return client;
  };
  beforeAll(async () => {
    server = await startServer({ ADMIN_EMAIL: '', ADMIN_PASSWORD: '', NODE_ENV: 'development' });
    await loadDemo(server.app);
    const key = await (await as('Noor Rahman')).must<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "Manual", scopes: ["read"]) { key } }');
    admin = server.client({ authorization: `Bearer ${key.createApiKey.key}` });
    learner = await as('Fatima Zahra');
    const { viewer } = await learner.must<{ viewer: { enrolments: { nodes: { id: string }[] } } }>('{ viewer { enrolments { nodes { id } } } }');
    enrolment = viewer.enrolments.nodes[0]?.id ?? '';
  });
  afterAll(() => server.close());

  test('shows queries that an API key can ask, and that the demo answers with something', async () => {
    const queries = blocksOf(await readFile('docs/integrators.md', 'utf8'), 'graphql').filter((text) => text.startsWith('query'));
    expect(queries.length).toBeGreaterThanOrEqual(4);
    for (const query of queries.filter((text) => !text.startsWith('query Package('))) {
      const answer = JSON.stringify(await admin.must(query));
      expect(answer).toMatch(/"nodes":\[\{/);
    }
  });

  test('shows how events are recorded', async () => {
    const [mutation = ''] = blocksOf(await readFile('docs/integrators.md', 'utf8'), 'graphql').filter((text) => text.startsWith('mutation'));
    const event = { id: v7(), type: 'launched', at: new Date().toISOString(), session: v7(), resumed: false };
    const { recordEvents } = await learner.must<{ recordEvents: { accepted: string[]; rejected: object[] } }>(mutation, { enrolment, events: [event] });
    expect(recordEvents).toMatchObject({ accepted: [event.id], rejected: [] });
  });

  test('shows how people are enrolled and a cohort is taken to a version, with a key of the scopes it names', async () => {
    const coordinator = await as('Noor Rahman');
    const { createApiKey } = await coordinator.must<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "Enrolling", scopes: ["cohorts", "accounts"]) { key } }');
    const { cohorts } = await coordinator.must<{ cohorts: { nodes: { id: string; courseVersion: { id: string } }[] } }>('{ cohorts { nodes { id courseVersion { id } } } }');
    const [cohort] = cohorts.nodes;
    const program = server.client({ authorization: `Bearer ${createApiKey.key}` });
    const mutation = async (name: string): Promise<string> => blocksOf(await readFile('docs/integrators.md', 'utf8'), 'graphql').find((text) => text.startsWith(`mutation ${name}(`)) ?? '';
    const { enrol } = await program.must<{ enrol: { id: string } }>(await mutation('Enrol'), { cohort: cohort?.id, email: 'new@example.org', name: 'Nia New' });
    expect(enrol.id).not.toBe('');
    expect(await program.must(await mutation('NextVersion'), { cohort: cohort?.id, version: cohort?.courseVersion.id })).toMatchObject({ setCohortVersion: { id: cohort?.id } });
  });

  test('shows how a cohort is changed', async () => {
    const texts = blocksOf(await readFile('docs/cohorts.md', 'utf8'), 'graphql');
    const run = async (by: Client, name: string, variables: Record<string, unknown>) => by.must<Record<string, never>>(texts.find((text) => text.startsWith(name)) ?? '', variables);
    const coordinator = await as('Noor Rahman');
    const { cohorts: { nodes: [cohort] } } = await coordinator.must<{ cohorts: { nodes: { id: string; revision: number }[] } }>('{ cohorts { nodes { id revision } } }');
    expect(await run(coordinator, 'mutation UpdateCohort(', { cohort: cohort?.id, revision: cohort?.revision })).toMatchObject({ updateCohort: { capacity: 40 } });
    expect(await run(coordinator, 'query NextCohort(', { cohort: cohort?.id })).toMatchObject({ clonePreview: { days: expect.arrayContaining([expect.objectContaining({ kind: 'FIRST', day: '2027-01-11' })]) } });
    expect(await run(coordinator, 'query Attention(', { cohort: cohort?.id })).toMatchObject({ cohort: { overview: { attention: expect.arrayContaining([expect.objectContaining({ kind: 'STUCK', count: 1 })]), hardQuestions: expect.arrayContaining([expect.objectContaining({ stem: expect.any(String) })]) } } });
    expect(texts).toHaveLength(3);
  });

  test('shows how mails are asked for, and what one wants of them', async () => {
    const texts = blocksOf(await readFile('docs/mail.md', 'utf8'), 'graphql');
    const coordinator = await as('Noor Rahman');
    const { cohorts: { nodes: [cohort] } } = await coordinator.must<{ cohorts: { nodes: { id: string }[] } }>('{ cohorts { nodes { id } } }');
    const answers = await Promise.all(texts.map((text) => coordinator.must(text, { cohort: cohort?.id })));
    expect(answers).toEqual([{ setReminder: expect.arrayContaining([{ kind: 'DEADLINE', enabled: true, days: 3 }]) }, { viewer: { mailWishes: expect.objectContaining({ language: null }) } }, { mails: { totalCount: 0, nodes: [] } }]);
  });

  test('shows how many people are enrolled at once, by a call and by a file', async () => {
    const text = blocksOf(await readFile('docs/rosters.md', 'utf8'), 'graphql');
    const find = (name: string): string => text.find((each) => each.includes(` ${name}(`)) ?? '';
    const coordinator = await as('Noor Rahman');
    const { cohorts: { nodes: [cohort] } } = await coordinator.must<{ cohorts: { nodes: { id: string }[] } }>('{ cohorts { nodes { id } } }');
    const [sent = '{}'] = blocksOf(await readFile('docs/rosters.md', 'utf8'), 'json');
    expect(await coordinator.must(find('EnrolMany'), { cohort: cohort?.id, ...JSON.parse(sent) as object })).toMatchObject({ enrolMany: [{ clientId: 'crm-1', outcome: 'NEW', message: null }] });
    const { id } = await (await coordinator.fetch(`/rosters/imports?cohort=${cohort?.id}&name=roster.csv`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: 'Name,Email\nBo Berg,bo.berg@example.org\n' })).json() as { id: string };
    expect(await coordinator.must(find('Roster'), { id })).toMatchObject({ rosterImport: { state: 'READ', counts: { created: 1 } } });
    expect(await coordinator.must(find('RunRoster'), { id })).toMatchObject({ runRoster: { state: expect.stringMatching(/RUNNING|DONE/) } });
  });

  test('shows how a package is made and followed', async () => {
    const text = blocksOf(await readFile('docs/integrators.md', 'utf8'), 'graphql');
    const { courses } = await admin.must<{ courses: { nodes: { latestVersion: { id: string } }[] } }>('{ courses { nodes { latestVersion { id } } } }');
    const { makePackage } = await admin.must<{ makePackage: { id: string } }>(text.find((each) => each.startsWith('mutation Make(')) ?? '', { version: courses.nodes[0]?.latestVersion.id });
    const follow = async () => (await admin.must<{ coursePackage: { state: string; url: string | null; sha256: string | null } }>(text.find((each) => each.startsWith('query Package(')) ?? '', { id: makePackage.id })).coursePackage;
    let found = await follow();
    for (let tries = 0; tries < 300 && found.state !== 'READY'; tries += 1) {
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      found = await follow();
    }
    expect(found).toMatchObject({ state: 'READY', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await admin.fetch(found.url ?? '')).status).toBe(200);
  });

  test('shows how an item is written, checked and approved', async () => {
    const texts = blocksOf(await readFile('docs/writing-items.md', 'utf8'), 'graphql');
    const [elliot, amara] = [await as('Elliot Marsh'), await as('Amara Nwosu')];
    const run = <T>(by: Client, name: string, variables: Record<string, unknown>): Promise<T> => by.must<T>(texts.find((text) => text.startsWith(name)) ?? '', variables);
    const { itemBanks: { nodes: [bank] } } = await elliot.must<{ itemBanks: { nodes: { id: string }[] } }>('{ itemBanks(first: 1) { nodes { id } } }');
    const { authoringStatements: { nodes: [statement] } } = await elliot.must<{ authoringStatements: { nodes: { id: string }[] } }>('query ($bank: ID!) { authoringStatements(bank: $bank, first: 1) { nodes { id } } }', { bank: bank?.id });
    const document = { kind: 'true-false', stem: 'The manual says truly how an item is written.', correct: true, statements: [statement?.id], level: 'recall', difficulty: 'easy' };
    const { createItem: { id } } = await run<{ createItem: { id: string } }>(elliot, 'mutation Create(', { bank: bank?.id, document });
    expect(await run(elliot, 'mutation Save(', { id, revision: 1, document: { ...document, tags: ['manual'] }, editor: v7() })).toMatchObject({ saveItem: { item: { revision: 2 }, conflict: null } });
    expect(await run(elliot, 'query Check(', { bank: bank?.id, document, response: { value: true } })).toMatchObject({ checkItem: { preview: { kind: 'true-false' } }, tryItem: { tried: { outcome: 'correct' } } });
    expect(await run(elliot, 'mutation Submit(', { id, revision: 2 })).toEqual({ submitItemForReview: { state: 'IN_REVIEW' } });
    await run(amara, 'mutation Comment(', { id, place: '/stem', text: 'It does.' });
    expect(await run(amara, 'query Open(', { id })).toMatchObject({ item: { may: { approve: { allowed: true } }, comments: { nodes: [{ place: '/stem' }] }, history: { nodes: [{ revision: 2 }, { revision: 1 }] } } });
    expect(await run(amara, 'mutation Approve(', { id, revision: 2 })).toEqual({ approveItem: { state: 'APPROVED', approvedVersion: 1 } });
    expect(texts).toHaveLength(7);
  });

  test('names every scope of a key, and addresses that are there', async () => {
    const text = await readFile('docs/integrators.md', 'utf8');
    expect([...text.matchAll(/^\| `(\w+)` \| .*$/gm)].map((match) => match[1]).sort()).toEqual([...scopes].sort());
    const paths = [...text.matchAll(/`(GET|POST) (\/[^\s`,]*)`/g)].map(([, method = '', path = '']) => ({ method, path: path.replace('<version>', v7()).replace('<id>', v7()).replace('<standard>', 'site') }));
    expect(paths.length).toBeGreaterThanOrEqual(6);
    // Who is nobody gets no 404 where there is a door.
    for (const { method, path } of paths) expect([path, (await server.client().fetch(path, { method })).status]).not.toEqual([path, 404]);
  });

  test('says truly what an error looks like', async () => {
    const [example = '{}'] = blocksOf(await readFile('docs/integrators.md', 'utf8'), 'json');
    const { errors } = JSON.parse(example) as { errors: { message: string; path: string[]; extensions: object }[] };
    const answer = await admin.ask('{ courses(first: 1000) { totalCount } }');
    expect(answer.errors[0]).toMatchObject(errors[0] ?? {});
  });
});

describe('the manual for authors', () => {
  test('leads in its own words from an empty folder to a package', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'preceptor-manual-'));
    try {
      const manual = await readFile('docs/authors.md', 'utf8');
      const course = join(folder, 'courses/first-aid');
      for (const [, name = '', text = ''] of manual.matchAll(/^`([\w./-]+\.(?:yaml|md))`[^\n]*(?:\n[^\n]+)*?\n```(?:yaml|markdown)\n([\s\S]*?)```/gm)) {
        const file = join(course, name.includes('/') || name === 'course.yaml' || name === 'statements.yaml' ? name : `units/01-basics/${name}`);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
      const preceptor = (...args: string[]) => spawnSync(process.execPath, [join(process.cwd(), 'apps/cli/bin/preceptor.mjs'), ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
      const commands = blocksOf(manual, 'sh').flatMap((text) => text.trim().split('\n')).filter((line) => !line.includes(' preview '));
      expect(commands).toHaveLength(2);
      for (const command of commands) {
        const { status, stdout, stderr } = preceptor(...command.split(' ').slice(2));
        expect([command, status, stderr]).toEqual([command, 0, '']);
        if (command.includes(' check ')) expect(stdout).toContain('0 errors, 0 warnings');
      }
      expect(await readdir(folder)).toContain('first-aid.zip');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** Commands of the manuals that other tests run, or that only start what those tests start. */
const runElsewhere: [RegExp, string][] = [
  [/^npm start\b/, 'test/api/start.test.ts'],
  [/^NODE_ENV=production .*npm start$/, 'test/api/start.test.ts'],
  [/^npm test\b/, 'this very run'],
  [/^npx preceptor (check|package) /, 'above, and test/conformance/cli.test.ts'],
  [/^npx preceptor diff /, 'apps/cli/src/diff.test.ts'],
  [/^npx preceptor verify /, 'test/conformance/verify.test.ts'],
  [/^npx preceptor (backup|restore) /, 'test/api/backup.test.ts'],
  [/docker compose up$/, 'test/faults/balanced.test.ts, as far as there is no Docker'],
  [/npm run seed:scale$/, 'test/api/seed-scale.test.ts'],
  [/^npx preceptor preview /, 'test/conformance/preview.test.ts'],
];

test('every command in the manuals is one that a test runs', async () => {
  const unknown: string[] = [];
  for (const page of await pages()) {
    for (const line of blocksOf(await readFile(page, 'utf8'), 'sh').flatMap((text) => text.trim().split('\n'))) {
      if (!runElsewhere.some(([pattern]) => pattern.test(line.trim()))) unknown.push(`${page}: ${line}`);
    }
  }
  expect(unknown).toEqual([]);
});

test('every link in the manuals leads to a file that is there', async () => {
  const broken: string[] = [];
  for (const page of await pages()) {
    const text = (await readFile(page, 'utf8')).replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|#|mailto:)/.test(target)) continue;
      const path = join(dirname(page), target.split('#')[0] ?? '');
      const there = await readFile(path).then(() => true, (error: { code?: string }) => error.code === 'EISDIR');
      if (!there) broken.push(`${page}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
});
