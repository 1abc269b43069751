import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { administrator, startServer, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => { server = await startServer(); });
afterAll(() => server.close());

const viewer = '{ viewer { roles account { name email } organisation { name } } }';

describe('signing in', () => {
  test('nobody is the viewer before signing in', async () => {
    expect((await server.client().ask(viewer)).data).toEqual({ viewer: null });
  });

  test('the administrator named in the settings signs in, is known, and signs out', async () => {
    const admin = await server.signedIn(administrator.email);
    expect(await admin.must(viewer)).toEqual({ viewer: { roles: ['ADMINISTRATOR', 'COORDINATOR', 'INSTRUCTOR'], account: { name: 'Administrator', email: administrator.email }, organisation: { name: 'My organisation' } } });
    await admin.must('mutation { signOut }');
    expect(await admin.must(viewer)).toEqual({ viewer: null });
  });

  test('the cookie is out of reach of scripts and other sites', async () => {
    const answer = await server.client().ask(`mutation { signIn(email: "${administrator.email.toUpperCase()}", password: "${administrator.password}") { roles } }`);
    expect(answer.cookie).toMatch(/HttpOnly; SameSite=Lax/);
  });

  test('a wrong password and an unknown address answer the same, and the ninth attempt is refused', async () => {
    const attempt = (email: string) => server.client().ask('mutation ($email: String!) { signIn(email: $email, password: "not this one") { roles } }', { email });
    const known = await attempt(administrator.email);
    const unknown = await attempt('nobody@example.org');
    expect(known.errors[0]?.extensions.code).toBe('WRONG_CREDENTIALS');
    expect(unknown.errors).toEqual(known.errors);
    for (let n = 0; n < 7; n += 1) await attempt('nobody@example.org');
    expect((await attempt('nobody@example.org')).errors[0]?.extensions.code).toBe('RATE_LIMITED');
  });

  test('a page of another site can do nothing', async () => {
    const answer = await server.client({ origin: 'https://evil.example' }).ask('mutation { signOut }');
    expect(answer.status).toBe(400);
  });
});

describe('accounts and keys', () => {
  test('an invited learner signs in and may not invite others', async () => {
    const admin = await server.signedIn(administrator.email);
    await admin.must('mutation { inviteAccount(input: { email: "Lea@Example.org", name: "Lea", roles: [LEARNER], password: "another long one" }) { id email } }');
    const lea = await server.signedIn('lea@example.org', 'another long one');
    const refused = await lea.ask('mutation { inviteAccount(input: { email: "x@example.org", name: "X", roles: [ADMINISTRATOR] }) { id } }');
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('an API key does what its scopes allow and no more', async () => {
    const admin = await server.signedIn(administrator.email);
    const made = await admin.must<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "reports", scopes: ["read"]) { key } }');
    const program = server.client({ authorization: `Bearer ${made.createApiKey.key}` });
    expect(await program.must('{ viewer { account { email } } }')).toEqual({ viewer: { account: { email: administrator.email } } });
    const refused = await program.ask('mutation { inviteAccount(input: { email: "x@example.org", name: "X", roles: [LEARNER] }) { id } }');
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
