import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { Secret, TOTP } from 'otpauth';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom } from './classroom.js';
import { member } from './grading-course.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let admin: Client;
let room: Classroom;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signedIn(administrator.email);
  room = await Classroom.open(server);
});
afterAll(() => server.close());

describe('an organisation\'s settings', () => {
  const all = { name: 'Lindenfield', accentLight: '#7a1fa2', accentDark: null, senderName: 'Lindenfield Training', senderAddress: 'courses@lindenfield.example', timeZone: 'America/Denver', languages: ['en', 'pt-br'], retention: { recordsYears: 7, auditYears: 10, mailDays: 90 } };
  const save = (by: Client, input: object, revision: number) => by.ask('mutation ($input: OrganisationSettingsInput!, $revision: Int!) { saveOrganisationSettings(input: $input, revision: $revision) { revision changedBy { name } } }', { input, revision });

  test('are what the administrator saved, and everybody in it sees how it looks', async () => {
    expect((await save(admin, all, 0)).data).toEqual({ saveOrganisationSettings: { revision: 1, changedBy: { name: 'Administrator' } } });
    const learner = await member(server, room, 'LEARNER', 'Lea');
    const seen = await learner.client.must<{ viewer: { organisation: { accent: object } } }>('{ viewer { organisation { name logoUrl timeZone languages accent { light lightSoft dark darkSoft } } } }');
    expect(seen.viewer.organisation).toMatchObject({ name: 'Lindenfield', logoUrl: null, timeZone: 'America/Denver', languages: ['en', 'pt-BR'], accent: { light: '#7a1fa2', dark: expect.stringMatching(/^#[0-9a-f]{6}$/) } });
    expect((await learner.client.ask('{ organisationSettings { revision } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('are not overwritten by somebody who read them before another saved', async () => {
    const late = await save(admin, { ...all, name: 'Too late' }, 0);
    expect(late.errors[0]).toMatchObject({ message: expect.stringContaining('Administrator saved these settings while you were changing them'), extensions: { code: 'CONFLICT', path: ['revision'] } });
    expect(await admin.must('{ organisationSettings { revision organisation { name } } }')).toEqual({ organisationSettings: { revision: 1, organisation: { name: 'Lindenfield' } } });
  });

  test.each([
    ['a colour that can\'t be read', { accentLight: '#ffd400' }, ['input', 'accentLight'], /contrast of 1\.\d to 1, and text needs 4\.5/],
    ['a sender with a line break', { senderName: 'A\r\nBcc: all@example.org' }, ['input', 'senderName'], /one line/],
    ['a zone that is none', { timeZone: 'Denver' }, ['input', 'timeZone'], /not a time zone/],
    ['records kept for five years', { retention: { ...all.retention, recordsYears: 5 } }, ['input', 'retention', 'recordsYears'], /from 6 to 100/],
  ])('refuse %s', async (_, part, path, says) => {
    const { errors } = await save(admin, { ...all, ...part }, 1);
    expect(errors[0]).toMatchObject({ message: expect.stringMatching(says), extensions: { code: 'BAD_INPUT', path } });
  });

  test('hold a logo that is a picture by its own bytes, and nothing that can run', async () => {
    const post = (body: Buffer | string, by = admin) => by.fetch('/organisation/logo', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: typeof body === 'string' ? body : new Uint8Array(body) });
    expect((await post('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')).status).toBe(415);
    expect((await post(Buffer.alloc(200_001))).status).toBe(413);
    expect((await post(png(3000, 10))).status).toBe(415);
    expect((await post(png(20, 10), (await member(server, room, 'COORDINATOR', 'Cora')).client)).status).toBe(403);
    const { logoUrl } = await (await post(png(20, 10))).json() as { logoUrl: string };
    const answer = await server.client().fetch(logoUrl);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([200, 'image/png', 'nosniff']);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png(20, 10));
    await admin.must('mutation { removeOrganisationLogo { revision } }');
    expect((await server.client().fetch(logoUrl)).status).toBe(404);
  });
});

describe('an invitation', () => {
  const invite = 'mutation ($input: InvitationInput!) { invite(input: $input) { id state invitedBy { name } } }';
  const accept = 'mutation ($token: String!, $name: String, $password: String, $code: String) { acceptInvitation(token: $token, name: $name, password: $password, code: $code) { roles account { name email } organisation { name } } }';
  const send = async (email: string, name = 'Ida', roles = ['INSTRUCTOR']): Promise<{ id: string; state: string }> => (await admin.must<{ invite: { id: string; state: string } }>(invite, { input: { email, name, roles } })).invite;
  const state = async (id: string): Promise<string | undefined> => (await admin.must<{ invitations: { nodes: { id: string; state: string }[] } }>('{ invitations(first: 100) { nodes { id state } } }')).invitations.nodes.find((each) => each.id === id)?.state;

  test('is mailed, looked at without being used up, accepted once, and listed with what became of it', async () => {
    const { id } = await send('ida@example.org');
    const token = await inMail('ida@example.org', /\/invitation\/([\w-]+)/);
    const look = 'query ($token: String!) { openInvitation(token: $token) { organisation email name roles known needsPassword } }';
    for (let looks = 0; looks < 2; looks += 1) expect((await server.client().must<{ openInvitation: object }>(look, { token })).openInvitation).toEqual({ organisation: 'Lindenfield', email: 'ida@example.org', name: 'Ida', roles: ['INSTRUCTOR'], known: false, needsPassword: true });
    expect((await server.client().ask(accept, { token, password: 'short' })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['password'] });
    const ida = server.client();
    expect(await ida.must(accept, { token, name: 'Ida Berg', password: 'a password of her own' })).toEqual({ acceptInvitation: { roles: ['INSTRUCTOR'], account: { name: 'Ida Berg', email: 'ida@example.org' }, organisation: { name: 'Lindenfield' } } });
    expect((await ida.ask('{ courses { totalCount } }')).errors).toEqual([]);
    expect((await server.client().ask(accept, { token, password: 'a password of another' })).errors[0]).toMatchObject({ message: expect.stringContaining('accepted already'), extensions: { code: 'INVITATION_OVER' } });
    await server.signedIn('ida@example.org', 'a password of her own');
    expect(await state(id)).toBe('ACCEPTED');
    expect((await admin.ask(invite, { input: { email: 'IDA@example.org', name: 'Ida', roles: ['LEARNER'] } })).errors[0]?.extensions.code).toBe('MEMBER_ALREADY');
  });

  test('works under its newest link alone, and no more once it is taken back or too old', async () => {
    const { id } = await send('jon@example.org');
    expect((await admin.ask(invite, { input: { email: 'jon@example.org', name: 'Jon', roles: ['LEARNER'] } })).errors[0]?.extensions.code).toBe('INVITED_ALREADY');
    const first = await inMail('jon@example.org', /\/invitation\/([\w-]+)/);
    await admin.must('mutation ($id: ID!) { resendInvitation(id: $id) { state } }', { id });
    const second = await inMail('jon@example.org', /\/invitation\/([\w-]+)/);
    const outcome = async (token: string) => (await server.client().ask(accept, { token })).errors[0]?.message ?? 'in';
    expect(await outcome(first)).toContain('use the newest mail');
    await admin.must('mutation ($id: ID!) { revokeInvitation(id: $id) { state } }', { id });
    expect([await state(id), await outcome(second)]).toEqual(['REVOKED', expect.stringContaining('taken back')]);
    await admin.must('mutation ($id: ID!) { resendInvitation(id: $id) { state } }', { id });
    const third = await inMail('jon@example.org', /\/invitation\/([\w-]+)/);
    await server.app.get(Database).write((manager) => manager.query(`UPDATE "invitation" SET "expires_at" = '2020-01-01T00:00:00.000Z' WHERE "id" = '${id}'`));
    expect([await state(id), await outcome(third)]).toEqual(['EXPIRED', expect.stringContaining('too old')]);
  });

  test('brings somebody of another organisation in without touching her password', async () => {
    const elsewhere = await Classroom.open(server, 'new');
    const { email, id: account } = await server.app.get(IdentityService).invite(elsewhere.system, { email: 'kim@example.org', name: 'Kim', roles: ['LEARNER'], password: administrator.password });
    await send(email, 'Kim');
    const kim = server.client();
    expect(await kim.must(accept, { token: await inMail(email, /\/invitation\/([\w-]+)/), password: 'a password of a thief' })).toMatchObject({ acceptInvitation: { organisation: { name: 'Lindenfield' } } });
    expect(await kim.must('{ viewer { account { id } organisations { name } } }')).toEqual({ viewer: { account: { id: account }, organisations: [{ name: 'Another one' }, { name: 'Lindenfield' }] } });
    await server.signedIn(email);
  });
});

describe('a link to sign in', () => {
  const ask = (email: string) => server.client().ask('mutation ($email: String!) { requestSignInLink(email: $email) }', { email });
  const use = (token: string, code: string | null = null, by = server.client()) => by.ask('mutation ($token: String!, $code: String) { signInByLink(token: $token, code: $code) { account { email } } }', { token, code });

  test('signs in once, and its request tells nobody whose addresses are known', async () => {
    const email = 'lin@example.org';
    await admin.must('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Lin', email, roles: ['LEARNER'] } });
    expect([await ask(email), await ask('nobody.at.all@example.org')].map(({ data, errors }) => ({ data, errors }))).toEqual([{ data: { requestSignInLink: true }, errors: [] }, { data: { requestSignInLink: true }, errors: [] }]);
    const token = await inMail(email, /\/sign-in\/link\/([\w-]+)/);
    expect((await use(token)).data).toEqual({ signInByLink: { account: { email } } });
    expect((await use(token)).errors[0]?.extensions.code).toBe('LINK_OVER');
    expect((await use('something')).errors[0]?.extensions.code).toBe('LINK_OVER');
    // A fourth within a quarter of an hour is not sent, and says nothing else than the first.
    for (let n = 0; n < 3; n += 1) expect((await ask(email)).data).toEqual({ requestSignInLink: true });
    await eventually(async () => expect(await mailsTo(email)).toHaveLength(3));
  });

  test('is too old after a quarter of an hour', async () => {
    const email = 'max@example.org';
    await admin.must('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Max', email, roles: ['LEARNER'] } });
    await ask(email);
    const token = await inMail(email, /\/sign-in\/link\/([\w-]+)/);
    await server.app.get(Database).write((manager) => manager.query('UPDATE "sign_in_link" SET "expires_at" = \'2020-01-01T00:00:00.000Z\''));
    expect((await use(token)).errors[0]?.extensions.code).toBe('LINK_OVER');
  });
});

/** The texts of the mails to an address, oldest first. */
async function mailsTo(address: string): Promise<string[]> {
  const rows = await server.app.get(Database).read.query<{ text: string }[]>(`SELECT * FROM "mail" WHERE "to_address" = '${address}' ORDER BY "id"`);
  return rows.map((row) => JSON.stringify(row));
}
/** What a pattern finds in the newest mail to an address, once there is one that says something new. */
async function inMail(address: string, pattern: RegExp): Promise<string> {
  let found: string | undefined;
  await eventually(async () => {
    found = pattern.exec((await mailsTo(address)).at(-1) ?? '')?.[1];
    expect(found).toBeDefined();
  });
  return found ?? '';
}
async function eventually(holds: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try { return await holds(); } catch { await new Promise((resolve) => { setTimeout(resolve, 50); }); }
  }
  return holds();
}

/** A picture of so many pixels, as far as its head says. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(25);
  head.writeUInt32BE(13, 0);
  head.write('IHDR', 4, 'latin1');
  head.writeUInt32BE(width, 8);
  head.writeUInt32BE(height, 12);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), head, deflateSync(Buffer.alloc(64))]);
}

describe('an observer', () => {
  test('sees cohorts and people as a coordinator does, and changes nothing', async () => {
    const { client } = await member(server, room, 'OBSERVER', 'Obi');
    expect((await client.ask('{ cohorts { totalCount nodes { summary { learners } } } accounts { totalCount } }')).errors).toEqual([]);
    expect((await client.ask('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'Mine', courseVersion: room.version } })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await client.ask('{ apiKeys { totalCount } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('one\'s own account', () => {
  const sessions = '{ viewer { account { name } hasPassword secondFactor { recoveryCodesLeft } sessions { id device method current } } }';
  interface Mine { viewer: { account: { name: string }; hasPassword: boolean; secondFactor: { recoveryCodesLeft: number } | null; sessions: { id: string; device: string; method: string; current: boolean }[] } | null }
  const signInBy = 'mutation ($email: String!, $password: String!, $code: String) { signIn(email: $email, password: $password, code: $code) { roles } }';
  const made = async (name: string): Promise<string> => {
    const email = `${name.toLowerCase()}@example.org`;
    await admin.must('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name, email, roles: ['LEARNER'], password: administrator.password } });
    return email;
  };

  test('is renamed, its password changed, and every other session ends with it', async () => {
    const email = await made('Vera');
    const [one, other] = [await server.signedIn(email), await server.signedIn(email)];
    expect(await one.must('mutation { renameMyself(name: " Vera Lin ") { name } }')).toEqual({ renameMyself: { name: 'Vera Lin' } });
    const change = 'mutation ($current: String, $password: String!) { changePassword(current: $current, password: $password) }';
    expect((await one.ask(change, { current: 'a wrong one', password: 'another long password' })).errors[0]?.extensions).toEqual({ code: 'WRONG_CREDENTIALS', path: ['current'] });
    expect((await one.ask(change, { current: administrator.password, password: 'short' })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['password'] });
    await one.must(change, { current: administrator.password, password: 'another long password' });
    expect((await one.must<Mine>(sessions)).viewer?.sessions).toHaveLength(1);
    expect(await other.must('{ viewer { roles } }')).toEqual({ viewer: null });
    await server.signedIn(email, 'another long password');
    expect((await server.client().ask(signInBy, { email, password: administrator.password })).errors[0]?.extensions.code).toBe('WRONG_CREDENTIALS');
  });

  test('lists its sessions, ends one of them, and all of them at once', async () => {
    const email = await made('Sana');
    const phone = server.client({ 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Mobile Safari/604' });
    await phone.must(signInBy, { email, password: administrator.password });
    const laptop = await server.signedIn(email);
    const listed = (await laptop.must<Mine>(sessions)).viewer?.sessions ?? [];
    expect(listed).toMatchObject([{ current: true }, { current: false, device: 'Safari on iPhone', method: 'password' }]);
    const end = 'mutation ($id: ID!) { endSession(id: $id) }';
    // Somebody else's is not hers to end.
    expect((await admin.ask(end, { id: listed[1]?.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    await laptop.must(end, { id: listed[1]?.id });
    expect(await phone.must('{ viewer { roles } }')).toEqual({ viewer: null });
    const third = await server.signedIn(email);
    await laptop.must('mutation { signOutEverywhere }');
    expect([await laptop.must('{ viewer { roles } }'), await third.must('{ viewer { roles } }')]).toEqual([{ viewer: null }, { viewer: null }]);
  });

  test('asks for a second step once it is set up, takes no code twice, and each recovery code once', async () => {
    const email = await made('Tova');
    const tova = await server.signedIn(email);
    expect((await tova.ask('mutation { beginSecondFactor { secret } }')).errors[0]?.extensions).toEqual({ code: 'WRONG_CREDENTIALS', path: ['password'] });
    const { beginSecondFactor: begun } = await tova.must<{ beginSecondFactor: { secret: string; address: string; picture: string } }>('mutation ($password: String) { beginSecondFactor(password: $password) { secret address picture } }', { password: administrator.password });
    expect(begun.address).toMatch(/^otpauth:\/\/totp\/.*Tova|^otpauth:\/\/totp\/.*tova/);
    // Not in force yet: a wrong picture locks nobody out.
    await server.signedIn(email);
    const app = new TOTP({ secret: Secret.fromBase32(begun.secret) });
    const code = (stepsAway = 0) => app.generate({ timestamp: Date.now() + stepsAway * 30_000 });
    const { confirmSecondFactor: codes } = await tova.must<{ confirmSecondFactor: string[] }>('mutation ($code: String!) { confirmSecondFactor(code: $code) }', { code: code(-1) });
    expect(codes).toHaveLength(10);
    const attempt = async (given: string | null) => (await server.client().ask(signInBy, { email, password: administrator.password, code: given })).errors[0]?.extensions.code ?? 'in';
    expect(await attempt(null)).toBe('CODE_NEEDED');
    expect((await server.client().ask(signInBy, { email, password: 'a wrong password', code: code() })).errors[0]?.extensions.code).toBe('WRONG_CREDENTIALS');
    const right = code();
    expect([await attempt(right), await attempt(right)]).toEqual(['in', 'WRONG_CODE']);
    const [recovery = ''] = codes;
    expect([await attempt(recovery.toUpperCase().replace('-', ' ')), await attempt(recovery)]).toEqual(['in', 'WRONG_CODE']);
    expect((await tova.must<Mine>(sessions)).viewer?.secondFactor).toEqual({ recoveryCodesLeft: 9 });
    await tova.must('mutation ($password: String, $code: String!) { removeSecondFactor(password: $password, code: $code) }', { password: administrator.password, code: codes[1] });
    expect(await attempt(null)).toBe('in');
  });

  test('may belong to several organisations, is in one at a time, and comes back to the last', async () => {
    const email = await made('Sven');
    const sven = await server.signedIn(email);
    const { viewer } = await sven.must<{ viewer: { account: { id: string } } }>('{ viewer { account { id } } }');
    const elsewhere = await Classroom.open(server, 'new');
    await server.app.get(Database).write((manager) => manager.query(`INSERT INTO "membership" ("organisation_id", "account_id", "roles") VALUES ('${elsewhere.system.organisationId}', '${viewer.account.id}', '["COORDINATOR"]')`));
    const where = '{ viewer { roles organisation { name } organisations { name } } }';
    expect(await sven.must(where)).toEqual({ viewer: { roles: ['LEARNER'], organisation: { name: 'Lindenfield' }, organisations: [{ name: 'Another one' }, { name: 'Lindenfield' }] } });
    await sven.must('mutation ($organisation: ID!) { switchOrganisation(organisation: $organisation) { roles } }', { organisation: elsewhere.system.organisationId });
    expect(await sven.must(where)).toMatchObject({ viewer: { roles: ['COORDINATOR'], organisation: { name: 'Another one' } } });
    expect(await (await server.signedIn(email)).must(where)).toMatchObject({ viewer: { organisation: { name: 'Another one' } } });
    expect((await (await member(server, room, 'LEARNER', 'Lone')).client.ask('mutation ($organisation: ID!) { switchOrganisation(organisation: $organisation) { roles } }', { organisation: elsewhere.system.organisationId })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('is no program\'s to change', async () => {
    const { createApiKey } = await admin.must<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "all", scopes: ["read", "accounts", "courses", "cohorts", "learning", "authoring"]) { key } }');
    expect((await server.client({ authorization: `Bearer ${createApiKey.key}` }).ask('mutation { signOutEverywhere }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
