import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deflateSync } from 'node:zlib';
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

/** A picture of so many pixels, as far as its head says. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(25);
  head.writeUInt32BE(13, 0);
  head.write('IHDR', 4, 'latin1');
  head.writeUInt32BE(width, 8);
  head.writeUInt32BE(height, 12);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), head, deflateSync(Buffer.alloc(64))]);
}
