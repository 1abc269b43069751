import { gzipSync } from 'node:zlib';
import type { CertificateRow } from '../credentials.entity.js';
import { licenceInWords } from '../certificate-facts.js';
import { badgeContexts } from './canonical.js';
import { credentialsContext } from './vocabulary.js';

/** Fewest places of one list of revoked badges, so that asking for one tells little of whose it is (Bitstring Status List 1.0, 3.1). */
export const listPlaces = 131_072;

/** An organisation as an issuer: its identifier of did:web leads to `/issuers/<id>/did.json` (W3C CCG did:web, 3.2). */
export const didOf = (base: string, organisationId: string): string => `did:web:${new URL(base).host.replace(':', '%3A')}:issuers:${organisationId}`;
export const methodOf = (did: string): string => `${did}#key-1`;

export function didDocument(did: string, publicKeyMultibase: string): object {
  const id = methodOf(did);
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'], id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase }], assertionMethod: [id],
  };
}

/** A time to the second: the same for everybody who reads it. */
const atSecond = (iso: string): string => `${iso.slice(0, 19)}Z`;
const statusUrl = (base: string, organisationId: string, list: number): string => `${base}/issuers/${organisationId}/status/${list}.json`;

/** A certificate as an Open Badge (Open Badges 3.0, AchievementCredential), unsigned. It says what the certificate says and no more. */
export function badgeOf(row: CertificateRow, base: string) {
  const { facts, organisationId, number } = row;
  const [list, place] = [Math.floor(number / listPlaces), number % listPlaces];
  const address = `${base}/verify/${row.publicId}`;
  const description = [`${facts.course}, version ${facts.version}.`, facts.accreditation === null ? '' : facts.accreditation.statement].filter((part) => part !== '').join(' ');
  return {
    '@context': [...badgeContexts], id: `${address}/badge.json`, type: ['VerifiableCredential', 'OpenBadgeCredential'], name: facts.course, description,
    issuer: { id: didOf(base, organisationId), type: ['Profile'], name: facts.organisation, url: base },
    validFrom: atSecond(row.issuedAt),
    // Its last day is still one of its days, wherever its holder is.
    ...(row.expiresOn === null ? {} : { validUntil: endOfDay(row.expiresOn, facts.zone) }),
    awardedDate: `${row.awardedOn}T00:00:00Z`,
    credentialSubject: {
      id: `${address}#holder`, type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: facts.learner, identityType: 'name' }],
      ...(facts.licence === null ? {} : { licenseNumber: licenceInWords(facts.licence) }),
      ...(facts.hours === null ? {} : { creditsEarned: facts.hours }),
      achievement: {
        id: `urn:uuid:${facts.courseVersionId}`, type: ['Achievement'], achievementType: 'Certificate', name: facts.course, description,
        criteria: { narrative: `Meet every condition of completion of “${facts.course}”.`, id: address }, version: String(facts.version), inLanguage: facts.language,
        ...(facts.hours === null ? {} : { creditsAvailable: facts.hours }),
      },
    },
    credentialStatus: { id: `${statusUrl(base, organisationId, list)}#${place}`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: String(place), statusListCredential: statusUrl(base, organisationId, list) },
  };
}

/** The list of an organisation's badges that are not valid any more (Bitstring Status List 1.0), unsigned. `ended`: places in this list. */
export function statusList(base: string, organisationId: string, list: number, ended: readonly number[], validFrom: string) {
  const bits = Buffer.alloc(listPlaces / 8);
  for (const place of ended) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  const id = statusUrl(base, organisationId, list);
  return {
    '@context': [credentialsContext], id, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: didOf(base, organisationId), validFrom: atSecond(validFrom),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: `u${gzipSync(bits).toString('base64url')}` },
  };
}

/** The first instant after a calendar day of a zone, in UTC. */
export function endOfDay(day: string, zone: string): string {
  const next = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
  // The offset at that instant, by what the zone's clock would show; twice, since the first guess may lie beyond a change of clocks.
  let at = next;
  for (let round = 0; round < 2; round += 1) at = next - offsetOf(zone, at);
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
function offsetOf(zone: string, at: number): number {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' }).formatToParts(at).map(({ type, value }) => [type, value]));
  return Date.parse(`${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}Z`) - Math.floor(at / 1000) * 1000;
}
