import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Authenticator } from './authenticator.js';
import { Classroom } from './classroom.js';
import { member } from './grading-course.js';
import { type Person, TestProvider, Wanderer } from './identity-provider.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let admin: Client;
let home: string;
let provider: TestProvider;
beforeAll(async () => {
  provider = await TestProvider.open();
  server = await startServer();
  provider.serve(`${server.url}/oidc/callback`);
  admin = await server.signedIn(administrator.email);
  ({ viewer: { organisation: { id: home } } } = await admin.must<{ viewer: { organisation: { id: string } } }>('{ viewer { organisation { id } } }'));
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

describe('an identity provider', () => {
  const setting = () => ({ name: 'Sign in with Riverbend', issuer: provider.issuer, clientId: provider.client.id, clientSecret: provider.client.secret as string | null, domains: ['riverbend.example'], admitsNew: false, trustsAddresses: false, paused: false });
  const save = (input: object, at: { id?: string; revision?: number } = {}, by = admin) => by.ask('mutation ($id: ID, $revision: Int, $input: IdentityProviderInput!) { saveIdentityProvider(id: $id, revision: $revision, input: $input) { id revision hasClientSecret redirectUri people } }', { ...at, input });
  interface Saved { saveIdentityProvider: { id: string; revision: number; redirectUri: string } }
  let id: string;
  let revision: number;
  const change = async (input: object): Promise<void> => {
    const { data, errors } = await save({ ...setting(), clientSecret: null, ...input }, { id, revision });
    expect(errors).toEqual([]);
    ({ revision } = (data as unknown as Saved).saveIdentityProvider);
  };
  const account = async (email: string, name: string): Promise<void> => { await admin.must('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { email, name, roles: ['LEARNER'] } }); };
  const begin = () => `${server.url}/oidc/${id}/begin?next=/home`;
  /** Where somebody ends up who comes by the provider: a path of ours with its query. */
  const comesTo = async (who: string, by = new Wanderer()): Promise<string> => {
    const url = await by.signIn(begin(), who);
    return url.pathname + url.search;
  };
  const as = (by: Wanderer) => server.client({ cookie: `preceptor_session=${by.cookie(new URL(server.url).host, 'preceptor_session')}` });

  test('is set up only if it answers as one, keeps its secret to itself, and is offered on the sign-in page', async () => {
    const silent = await save({ ...setting(), issuer: 'http://127.0.0.1:59999' });
    expect(silent.errors[0]).toMatchObject({ message: expect.stringContaining('ECONNREFUSED'), extensions: { code: 'PROVIDER_UNREACHABLE', path: ['input', 'issuer'] } });
    expect((await save({ ...setting(), issuer: server.url })).errors[0]?.extensions.code).toBe('PROVIDER_UNREACHABLE');
    expect((await save({ ...setting(), trustsAddresses: true, domains: [] })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['input', 'domains'] });
    const { data, errors } = await save(setting());
    expect(errors).toEqual([]);
    ({ id, revision } = (data as unknown as Saved).saveIdentityProvider);
    expect(data).toMatchObject({ saveIdentityProvider: { hasClientSecret: true, redirectUri: `${server.url}/oidc/callback`, people: 0 } });
    expect((await server.client().must<{ offeredProviders: object[] }>('{ offeredProviders { name beginPath } }')).offeredProviders).toEqual([{ name: 'Sign in with Riverbend', beginPath: `/oidc/${id}/begin` }]);
    expect(JSON.stringify(await admin.must('{ auditTrail(first: 20) { nodes { action before after } } }'))).toContain('provider.saved');
    expect(JSON.stringify(await admin.must('{ auditTrail(first: 20) { nodes { action before after } } }'))).not.toContain(provider.client.secret);
  });

  test('sends one there with PKCE, state and nonce, and signs in whose verified address is known here', async () => {
    await account('ida@riverbend.example', 'Ida Berg');
    provider.people.set('ida', { email: 'IDA@riverbend.example', email_verified: true, name: 'Ida B.' });
    const ida = new Wanderer();
    expect(await comesTo('ida', ida)).toBe('/home');
    const asked = Object.fromEntries(provider.visits.at(-1) ?? []);
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/), state: expect.stringMatching(/^[\w-]{20,}$/), nonce: expect.stringMatching(/^[\w-]{20,}$/) });
    expect(await as(ida).must('{ viewer { account { name email } mayChangeWaysIn sessions { method } } }')).toEqual({ viewer: { account: { name: 'Ida Berg', email: 'ida@riverbend.example' }, mayChangeWaysIn: false, sessions: [{ method: 'provider' }] } });
    expect(await admin.must('{ identityProviders { people } }')).toEqual({ identityProviders: [{ people: 1 }] });
    // From then on she is known by what never changes, whatever becomes of her address there.
    provider.people.set('ida', { email: 'ida.berg@elsewhere.example', email_verified: false });
    expect(await comesTo('ida')).toBe('/home');
    // Nor does somebody get her account who was given her old address.
    provider.people.set('ida-the-second', { email: 'ida@riverbend.example', email_verified: true });
    expect(await comesTo('ida-the-second')).toBe('/sign-in?failed=linked-otherwise');
  });

  test.each<[string, Person, string]>([
    ['whose address is not verified', { email: 'jon@riverbend.example', email_verified: false }, 'not-verified'],
    ['whose address it does not tell', {}, 'no-address'],
    ['of another domain than it answers for', { email: administrator.email, email_verified: true }, 'other-domain'],
    ['who has no account here', { email: 'nobody@riverbend.example', email_verified: true }, 'no-account'],
  ])('lets nobody in %s, and says why', async (_, person, why) => {
    if (person.email === 'jon@riverbend.example') await account(person.email, 'Jon');
    provider.people.set(`who-${why}`, person);
    const by = new Wanderer();
    expect(await comesTo(`who-${why}`, by)).toBe(`/sign-in?failed=${why}`);
    expect((await as(by).must<{ viewer: null }>('{ viewer { roles } }')).viewer).toBeNull();
  });

  test('may be believed of its own domains, and may let new people in as learners', async () => {
    await change({ trustsAddresses: true, admitsNew: true });
    expect(await comesTo('who-not-verified')).toBe('/home');
    provider.people.set('kim', { email: 'kim@riverbend.example', name: 'Kim\r\nNovak' });
    const kim = new Wanderer();
    expect(await comesTo('kim', kim)).toBe('/home');
    expect(await as(kim).must('{ viewer { roles account { name email } } }')).toEqual({ viewer: { roles: ['LEARNER'], account: { name: 'Kim Novak', email: 'kim@riverbend.example' } } });
  });

  test('reaches nothing beyond its organisation: no account elsewhere, and no way in to one', async () => {
    const elsewhere = await Classroom.open(server, 'new');
    const database = server.app.get(Database);
    await server.app.get(IdentityService).invite(elsewhere.system, { email: 'vera@riverbend.example', name: 'Vera', roles: ['LEARNER'] });
    provider.people.set('vera', { email: 'vera@riverbend.example', email_verified: true });
    expect(await comesTo('vera')).toBe('/sign-in?failed=account-elsewhere');
    // Ida belongs to both: who answers for this provider gets no further than home.
    const ida = new Wanderer();
    await comesTo('ida', ida);
    const { viewer } = await as(ida).must<{ viewer: { account: { id: string } } }>('{ viewer { account { id } } }');
    await database.write((manager) => manager.query(`INSERT INTO "membership" ("organisation_id", "account_id", "roles") VALUES ('${elsewhere.system.organisationId}', '${viewer.account.id}', '["COORDINATOR"]')`));
    expect(await as(ida).must('{ viewer { organisation { id } organisations { id } } }')).toEqual({ viewer: { organisation: { id: home }, organisations: [{ id: home }] } });
    const refused = async (mutation: string) => (await as(ida).ask(`mutation { ${mutation} }`)).errors[0]?.extensions.code;
    expect(await refused(`switchOrganisation(organisation: "${elsewhere.system.organisationId}") { roles }`)).toBe('FORBIDDEN');
    expect(await refused('changePassword(password: "a password of a thief")')).toBe('FORBIDDEN');
    expect(await refused('beginSecondFactor { secret }')).toBe('FORBIDDEN');
    expect(await refused('renameMyself(name: "Somebody else") { id }')).toBe('FORBIDDEN');
    // With two organisations here, each has its own sign-in page.
    const offered = async (organisation: string | null) => (await server.client().must<{ offeredProviders: object[] }>('query ($organisation: ID) { offeredProviders(organisation: $organisation) { id } }', { organisation })).offeredProviders;
    expect([await offered(null), await offered(home), await offered(elsewhere.system.organisationId)]).toEqual([[], [{ id }], []]);
  });

  test('takes a return once, from the browser that went, and soon', async () => {
    const thief = new Wanderer();
    const ida = new Wanderer();
    ida.stopsAt = /\/oidc\/callback/;
    const back = await ida.signIn(begin(), 'ida');
    expect(back.pathname).toBe('/oidc/callback');
    expect((await thief.go(back.href)).url.search).toBe('?failed=over');
    ida.stopsAt = null;
    expect((await ida.go(back.href)).url.pathname).toBe('/home');
    expect((await ida.go(back.href)).url.search).toBe('?failed=over');
    // A code of another visit does not fit the state, the nonce and the verifier of this one.
    const [one, other] = [new Wanderer(), new Wanderer()];
    [one.stopsAt, other.stopsAt] = [/\/oidc\/callback/, /\/oidc\/callback/];
    const [mine, hers] = [await one.signIn(begin(), 'ida'), await other.signIn(begin(), 'kim')];
    mine.searchParams.set('code', hers.searchParams.get('code') ?? '');
    one.stopsAt = null;
    expect((await one.go(mine.href)).url.search).toBe('?failed=not-understood');
    // Nobody is sent on to another site.
    expect(await new Wanderer().signIn(`${server.url}/oidc/${id}/begin?next=//evil.example/`, 'ida').then(({ host, pathname }) => host + pathname)).toBe(`${new URL(server.url).host}/`);
    const late = new Wanderer();
    late.stopsAt = /\/oidc\/callback/;
    const tooLate = await late.signIn(begin(), 'ida');
    await server.app.get(Database).write((manager) => manager.query('UPDATE "provider_visit" SET "expires_at" = \'2020-01-01T00:00:00.000Z\''));
    late.stopsAt = null;
    expect((await late.go(tooLate.href)).url.search).toBe('?failed=over');
  });

  test('gives its secret to no other issuer, is not overwritten by who read it earlier, and goes with its links', async () => {
    expect((await save({ ...setting(), clientSecret: null, issuer: server.url }, { id, revision })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['input', 'clientSecret'] });
    expect((await save(setting(), { id, revision: revision - 1 })).errors[0]?.extensions.code).toBe('CONFLICT');
    await change({ paused: true });
    expect((await new Wanderer().go(begin())).response.status).toBe(404);
    await change({});
    await admin.must('mutation ($id: ID!) { removeIdentityProvider(id: $id) }', { id });
    expect(await admin.must('{ identityProviders { id } }')).toEqual({ identityProviders: [] });
  });
});

describe('a passkey', () => {
  const email = 'pia@example.org';
  let pia: Client;
  let phone: Authenticator;
  beforeAll(async () => {
    await admin.must('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Pia', email, roles: ['LEARNER'], password: administrator.password } });
    pia = await server.signedIn(email);
    phone = new Authenticator(server.url);
  });
  const begin = async (by = pia, password: string | null = administrator.password) => (await by.must<{ beginPasskey: { challenge: string; rp: object } }>('mutation ($password: String) { beginPasskey(password: $password) }', { password })).beginPasskey;
  const add = (response: object, by = pia) => by.ask('mutation ($response: JSON!) { addPasskey(name: " My phone ", response: $response) { id name usedAt } }', { response });
  const beginIn = async () => (await server.client().must<{ beginPasskeySignIn: { challenge: string; userVerification: string; allowCredentials?: object[] } }>('mutation { beginPasskeySignIn }')).beginPasskeySignIn;
  const signIn = (response: object, by = server.client()) => by.ask('mutation ($response: JSON!) { signInByPasskey(response: $response) { account { email } sessions { method current } } }', { response });
  const codeOf = ({ errors }: { errors: { extensions: { code: string } }[] }) => errors[0]?.extensions.code ?? 'in';

  test('is added by who gives her password, under a challenge of her own, once', async () => {
    expect(codeOf(await pia.ask('mutation { beginPasskey(password: "a wrong password") }'))).toBe('WRONG_CREDENTIALS');
    const options = await begin();
    expect(options).toMatchObject({ rp: { id: '127.0.0.1' }, user: { name: email, displayName: 'Pia' }, attestation: 'none', authenticatorSelection: { residentKey: 'required', userVerification: 'required' } });
    expect(codeOf(await add(new Authenticator(server.url).make(options), admin))).toBe('PASSKEY_REFUSED');
    expect(codeOf(await add(phone.make(options, 'https://evil.example')))).toBe('PASSKEY_REFUSED');
    // What was tried is used up.
    expect(codeOf(await add(phone.make(options)))).toBe('PASSKEY_REFUSED');
    phone.verifies = false;
    expect(codeOf(await add(phone.make(await begin())))).toBe('PASSKEY_REFUSED');
    phone.verifies = true;
    expect((await add(phone.make(await begin()))).data).toMatchObject({ addPasskey: { name: 'My phone', usedAt: null } });
    // Nor is it anybody else's too.
    expect(codeOf(await add(phone.make(await begin(admin)), admin))).toBe('PASSKEY_REFUSED');
    expect(JSON.stringify(await admin.must('{ auditTrail(first: 5) { nodes { action } } }'))).toContain('passkey.added');
  });

  test('signs in without an address, in the place of both steps, and each answer once', async () => {
    const options = await beginIn();
    expect([options.userVerification, options.allowCredentials ?? []]).toEqual(['required', []]);
    phone.counter = 1;
    const answer = phone.use(options);
    expect((await signIn(answer)).data).toEqual({ signInByPasskey: { account: { email }, sessions: [{ method: 'passkey', current: false }, { method: 'password', current: false }] } });
    expect(codeOf(await signIn(answer))).toBe('PASSKEY_REFUSED');
    expect(codeOf(await signIn(phone.use(await beginIn())))).toBe('PASSKEY_REFUSED');
    phone.counter = 2;
    expect(codeOf(await signIn(phone.use(await beginIn(), 'https://evil.example')))).toBe('PASSKEY_REFUSED');
    phone.verifies = false;
    expect(codeOf(await signIn(phone.use(await beginIn())))).toBe('PASSKEY_REFUSED');
    phone.verifies = true;
    const late = await beginIn();
    await server.app.get(Database).write((manager) => manager.query('UPDATE "passkey_challenge" SET "expires_at" = \'2020-01-01T00:00:00.000Z\''));
    expect(codeOf(await signIn(phone.use(late)))).toBe('PASSKEY_REFUSED');
    // A challenge for adding one signs nobody in.
    expect(codeOf(await signIn(phone.use(await begin())))).toBe('PASSKEY_REFUSED');
    const stranger = new Authenticator(server.url);
    expect(codeOf(await signIn(stranger.use(await beginIn())))).toBe('PASSKEY_UNKNOWN');
    expect(codeOf(await signIn({ ...stranger.use(await beginIn()), id: phone.id, rawId: phone.id }))).toBe('PASSKEY_REFUSED');
    expect(codeOf(await signIn({ id: 'x' }))).toBe('BAD_INPUT');
    expect(codeOf(await signIn(phone.use(await beginIn())))).toBe('in');
  });

  test('is renamed and removed by its owner alone, and signs nobody in any more', async () => {
    const { viewer: { passkeys: [key] } } = await pia.must<{ viewer: { passkeys: { id: string }[] } }>('{ viewer { passkeys { id } } }');
    const rename = (by: Client) => by.ask('mutation ($id: ID!) { renamePasskey(id: $id, name: "Old phone") { name } }', { id: key?.id });
    const remove = (by: Client) => by.ask('mutation ($id: ID!) { removePasskey(id: $id) }', { id: key?.id });
    expect([codeOf(await rename(admin)), codeOf(await remove(admin))]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect((await rename(pia)).data).toEqual({ renamePasskey: { name: 'Old phone' } });
    expect((await remove(pia)).data).toEqual({ removePasskey: true });
    phone.counter = 9;
    expect(codeOf(await signIn(phone.use(await beginIn())))).toBe('PASSKEY_UNKNOWN');
  });
});

describe('learners who were brought in by others', () => {
  test('are invited together, each once, and who has a way in is not', async () => {
    const room = await Classroom.open(server, 'existing', 'for-inviting');
    const { createCohort: { id: cohort } } = await admin.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'Brought in', courseVersion: room.version } });
    for (const name of ['abe', 'bib']) await admin.must('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { cohort, name, email: `${name}@brought.example` } });
    const known = await member(server, room, 'LEARNER', 'Has password');
    await admin.must('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { cohort, account: known.accountId } });
    const left = async () => (await admin.must<{ cohort: { withoutWayIn: number } }>('query ($id: ID!) { cohort(id: $id) { withoutWayIn } }', { id: cohort })).cohort.withoutWayIn;
    const invite = async (by = admin) => (await by.ask('mutation ($cohort: ID!) { inviteLearners(cohort: $cohort) }', { cohort }));
    expect(await left()).toBe(2);
    expect((await invite(known.client)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await invite()).data).toEqual({ inviteLearners: 2 });
    expect((await invite()).data).toEqual({ inviteLearners: 0 });
    const rows = await server.app.get(Database).read.query<object[]>(`SELECT * FROM "mail" WHERE "to_address" = 'abe@brought.example'`);
    const token = /\/invitation\/([\w-]+)/.exec(JSON.stringify(rows))?.[1];
    await server.client().must('mutation ($token: String!) { acceptInvitation(token: $token, password: "a password of his own") { roles } }', { token });
    expect(await left()).toBe(1);
  });
});

describe('registering oneself', () => {
  let room: Classroom;
  let cohort: string;
  const set = (input: object, by = admin) => by.ask('mutation ($cohort: ID, $open: Boolean!, $approval: Boolean!, $anew: Boolean) { setRegistration(cohort: $cohort, open: $open, approval: $approval, anew: $anew) { open approval code path } }', { cohort, open: true, approval: false, ...input });
  const codeOf = async (input: object = {}): Promise<string> => ((await set(input)).data as unknown as { setRegistration: { code: string } }).setRegistration.code;
  const register = (code: string, email: string, name = 'Rosa Ruiz') => server.client().ask('mutation ($code: String!, $input: RegisterInput!) { register(code: $code, input: $input) }', { code, input: { name, email } });
  const confirm = (token: string, by = server.client()) => by.ask('mutation ($token: String!) { confirmRegistration(token: $token) }', { token });
  const outcome = ({ data, errors }: { data: Record<string, unknown> | null; errors: { extensions: { code: string } }[] }) => errors[0]?.extensions.code ?? data?.['confirmRegistration'];
  const mailsTo = async (address: string): Promise<string[]> => (await server.app.get(Database).read.query<object[]>(`SELECT * FROM "mail" WHERE "to_address" = '${address}' ORDER BY "id"`)).map((row) => JSON.stringify(row));
  const tokenTo = async (address: string): Promise<string> => /\/join\/confirm\/([\w-]+)/.exec((await mailsTo(address)).at(-1) ?? '')?.[1] ?? '';
  const inCohort = async () => (await admin.must<{ cohort: { learners: { nodes: { account: { email: string } }[] } } }>('query ($id: ID!) { cohort(id: $id) { learners(first: 20) { nodes { account { email } } } } }', { id: cohort })).cohort.learners.nodes.map(({ account }) => account.email);
  beforeAll(async () => {
    room = await Classroom.open(server, 'existing', 'for-registering');
    ({ createCohort: { id: cohort } } = await admin.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'Open evening', courseVersion: room.version } }));
  });

  test('with a code gives a place once the address is confirmed, and nothing before', async () => {
    const code = await codeOf();
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    expect(await server.client().must('query ($code: String!) { openRegistration(code: $code) { cohort approval } }', { code: `${code.slice(0, 5).toLowerCase()}-${code.slice(5)}` })).toEqual({ openRegistration: { cohort: 'Open evening', approval: false } });
    expect((await register('WRONG23456', 'rosa@example.org')).errors[0]?.extensions.code).toBe('CODE_UNKNOWN');
    expect((await register(code, 'no address')).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['input', 'email'] });
    // The answer is the same for whoever has an account.
    for (const email of ['rosa@example.org', administrator.email]) expect((await register(code, email)).data).toEqual({ register: true });
    expect(await inCohort()).toEqual([]);
    const token = await tokenTo('rosa@example.org');
    const rosa = server.client();
    expect(outcome(await confirm('something else'))).toBe('REGISTRATION_OVER');
    expect(outcome(await confirm(token, rosa))).toBe('IN');
    expect(await rosa.must('{ viewer { roles account { name email } enrolments { nodes { id } } } }')).toMatchObject({ viewer: { roles: ['LEARNER'], account: { name: 'Rosa Ruiz', email: 'rosa@example.org' }, enrolments: { nodes: [{ id: expect.any(String) }] } } });
    expect(await inCohort()).toEqual(['rosa@example.org']);
    expect(outcome(await confirm(token))).toBe('REGISTRATION_OVER');
  });

  test('again, or too often, harms nobody', async () => {
    const code = await codeOf();
    await register(code, 'rosa@example.org');
    expect(outcome(await confirm(await tokenTo('rosa@example.org')))).toBe('IN');
    expect(await inCohort()).toEqual(['rosa@example.org']);
    const before = (await mailsTo('rosa@example.org')).length;
    for (let n = 0; n < 4; n += 1) expect((await register(code, 'rosa@example.org')).data).toEqual({ register: true });
    expect((await mailsTo('rosa@example.org')).length - before).toBe(1);
    const late = await register(code, 'late@example.org').then(() => tokenTo('late@example.org'));
    await server.app.get(Database).write((manager) => manager.query(`UPDATE "registration" SET "expires_at" = '2020-01-01T00:00:00.000Z' WHERE "email" = 'late@example.org'`));
    expect(outcome(await confirm(late))).toBe('REGISTRATION_OVER');
  });

  test('where staff decide, waits for them: who is let in reads it in a mail, who is refused stays out', async () => {
    const code = await codeOf({ approval: true });
    for (const name of ['sam', 'tia']) await register(code, `${name}@example.org`, name);
    const [sam, tia] = [await tokenTo('sam@example.org'), await tokenTo('tia@example.org')];
    const waiting = async () => (await admin.must<{ waitingRegistrations: { nodes: { id: string; email: string }[] } }>('query ($cohort: ID) { waitingRegistrations(first: 10, cohort: $cohort) { nodes { id name email } } }', { cohort })).waitingRegistrations.nodes;
    expect(await waiting()).toEqual([]);
    for (const token of [sam, tia]) expect(outcome(await confirm(token))).toBe('WAITING');
    const [first, second] = await waiting();
    expect([first?.email, second?.email]).toEqual(['sam@example.org', 'tia@example.org']);
    const decide = (id: string | undefined, admit: boolean, by = admin) => by.ask('mutation ($id: ID!, $admit: Boolean!) { decideRegistration(id: $id, admit: $admit) { admitted } }', { id, admit });
    expect((await decide(first?.id, true, server.client())).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await decide(first?.id, true)).data).toEqual({ decideRegistration: { admitted: true } });
    expect((await decide(first?.id, false)).errors[0]?.extensions.code).toBe('DECIDED_ALREADY');
    expect((await decide(second?.id, false)).data).toEqual({ decideRegistration: { admitted: false } });
    expect(await waiting()).toEqual([]);
    expect(await inCohort()).toEqual(['rosa@example.org', 'sam@example.org']);
    expect((await mailsTo('sam@example.org')).at(-1)).toContain('registration-admitted');
    expect(outcome(await confirm(tia))).toBe('REGISTRATION_OVER');
    expect(JSON.stringify(await admin.must('{ auditTrail(first: 10) { nodes { action } } }'))).toMatch(/registration\.refused[\s\S]*registration\.admitted/);
  });

  test('ends when it is closed or given another code, and is set up by who may', async () => {
    const code = await codeOf();
    const another = await codeOf({ anew: true });
    expect((await register(code, 'uli@example.org')).errors[0]?.extensions.code).toBe('CODE_UNKNOWN');
    await set({ open: false });
    expect((await register(another, 'uli@example.org')).errors[0]?.extensions.code).toBe('CODE_UNKNOWN');
    const coordinator = (await member(server, room, 'COORDINATOR', 'Cora')).client;
    expect((await set({}, coordinator)).errors).toEqual([]);
    expect((await set({ cohort: null }, coordinator)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    // For the organisation itself: an account, and no cohort.
    const ownCode = await codeOf({ cohort: null });
    await register(ownCode, 'vic@example.org', 'Vic');
    const vic = server.client();
    expect(outcome(await confirm(await tokenTo('vic@example.org'), vic))).toBe('IN');
    expect(await vic.must('{ viewer { roles enrolments { nodes { id } } } }')).toEqual({ viewer: { roles: ['LEARNER'], enrolments: { nodes: [] } } });
  });
});
