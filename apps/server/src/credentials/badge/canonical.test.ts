import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { CertificateRow } from '../credentials.entity.js';
import { base58 } from './base58.js';
import { badgeContexts, canonical } from './canonical.js';
import { badgeOf, endOfDay, statusList } from './documents.js';
import { multikeyOf } from './key-pair.js';

const row = {
  organisationId: '01930000-0000-7000-8000-000000000001', number: 131_077, publicId: 'AAAAAAAAAAAAAAAAAAAAAA', issuedAt: '2026-01-01T08:09:10.123Z', awardedOn: '2026-01-01', expiresOn: '2028-01-01',
  facts: { learner: 'Ana Ángel', licence: { type: 'LCSW', number: '123', state: '' }, course: 'Course', courseVersionId: '01930000-0000-7000-8000-000000000002', version: 3, label: '', language: 'en', cohort: null, hours: 4.5, zone: 'America/Denver', organisation: 'Org', accreditation: null, attestation: null, tests: { pre: null, post: null } },
} as unknown as CertificateRow;
const vocabulary = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';

/** Compared once with what W3C's and 1EdTech's own contexts make of the same document. */
test('a badge means to a verifier what it says', async () => {
  const quads = (await canonical(badgeOf(row, 'https://a.example'))).trim().split('\n');
  const badge = '<https://a.example/verify/AAAAAAAAAAAAAAAAAAAAAA/badge.json>';
  expect(quads).toEqual(expect.arrayContaining([
    `${badge} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${vocabulary}OpenBadgeCredential> .`,
    `${badge} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://www.w3.org/2018/credentials#VerifiableCredential> .`,
    `${badge} <https://www.w3.org/2018/credentials#issuer> <did:web:a.example:issuers:01930000-0000-7000-8000-000000000001> .`,
    `${badge} <https://www.w3.org/2018/credentials#validFrom> "2026-01-01T08:09:10Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .`,
    `${badge} <https://www.w3.org/2018/credentials#validUntil> "2028-01-02T07:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .`,
    `<https://a.example/verify/AAAAAAAAAAAAAAAAAAAAAA#holder> <${vocabulary}achievement> <urn:uuid:01930000-0000-7000-8000-000000000002> .`,
    `<https://a.example/issuers/01930000-0000-7000-8000-000000000001/status/1.json#5> <https://www.w3.org/ns/credentials/status#statusListIndex> "5" .`,
    `_:c14n0 <${vocabulary}identityHash> "Ana Ángel" .`,
  ]));
  expect(quads).toHaveLength(35);
});

test('a term that no context knows is refused rather than left unsigned', async () => {
  await expect(canonical({ '@context': [...badgeContexts], type: 'VerifiableCredential', surprise: 'x' })).rejects.toThrow();
  await expect(canonical({ '@context': ['https://elsewhere.example/context'], type: 'x' })).rejects.toThrow();
});

test('a list of revoked badges has a bit for each, first bit first', () => {
  const { credentialSubject: { encodedList } } = statusList('https://a.example', 'o', 0, [0, 9], '2026-01-01T00:00:00.000Z');
  expect(encodedList).toMatch(/^uH4sI/);
});

test('keys are written as multikeys, bytes in base 58', () => {
  expect(base58(Buffer.from('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U');
  expect(base58(Buffer.from([0, 0, 0x28, 0x7f, 0xb4, 0xcd]))).toBe('11233QC4');
  const { privateKey } = generateKeyPairSync('ed25519');
  expect(createPublicKey(privateKey).asymmetricKeyType).toBe('ed25519');
  expect(multikeyOf(privateKey)).toMatch(/^z6Mk/);
});

test.each([['2026-11-28', 'UTC', '2026-11-29T00:00:00Z'], ['2026-11-28', 'Pacific/Auckland', '2026-11-28T11:00:00Z'], ['2026-03-08', 'America/Denver', '2026-03-09T06:00:00Z'], ['2026-03-07', 'America/Denver', '2026-03-08T07:00:00Z']])('%s ends in %s at %s', (day, zone, at) => {
  expect(endOfDay(day, zone)).toBe(at);
});
