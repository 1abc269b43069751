const credentials = 'https://www.w3.org/2018/credentials#';
const status = 'https://www.w3.org/ns/credentials/status#';
const security = 'https://w3id.org/security#';
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime';
const named = { name: 'https://schema.org/name', description: 'https://schema.org/description' };
const link = (iri: string) => ({ '@id': iri, '@type': '@id' });
const typed = (iri: string, type: string) => ({ '@id': iri, '@type': type });
/** A class whose terms hold within it alone. Terms are protected, as W3C's are: a later context may not change their meaning. */
const within = (iri: string, terms: object) => ({ '@id': iri, '@context': { '@protected': true, id: '@id', type: '@type', ...terms } });

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';

/**
 * What the terms that our credentials use mean in the Verifiable Credentials Data Model 2.0 (appendix B.2, and sections 2
 * and 3 of Bitstring Status List and Data Integrity): the part of W3C's context of that address that these documents need.
 * Nothing is fetched while signing; a term that is missing here makes `canonical` fail rather than leave a claim unsigned.
 */
export const credentialsTerms = { '@context': {
  '@protected': true, id: '@id', type: '@type', ...named,
  VerifiableCredential: within(`${credentials}VerifiableCredential`, {
    ...named,
    credentialSchema: link(`${credentials}credentialSchema`), credentialStatus: link(`${credentials}credentialStatus`), credentialSubject: link(`${credentials}credentialSubject`),
    evidence: link(`${credentials}evidence`), issuer: link(`${credentials}issuer`),
    proof: { ...link(`${security}proof`), '@container': '@graph' },
    validFrom: typed(`${credentials}validFrom`, dateTime), validUntil: typed(`${credentials}validUntil`, dateTime),
  }),
  BitstringStatusListCredential: `${status}BitstringStatusListCredential`,
  BitstringStatusList: within(`${status}BitstringStatusList`, { encodedList: typed(`${status}encodedList`, `${security}multibase`), statusPurpose: `${status}statusPurpose` }),
  BitstringStatusListEntry: within(`${status}BitstringStatusListEntry`, { statusListCredential: link(`${status}statusListCredential`), statusListIndex: `${status}statusListIndex`, statusPurpose: `${status}statusPurpose` }),
  DataIntegrityProof: within(`${security}DataIntegrityProof`, {
    created: typed('http://purl.org/dc/terms/created', dateTime), cryptosuite: typed(`${security}cryptosuite`, `${security}cryptosuiteString`),
    proofPurpose: { ...typed(`${security}proofPurpose`, '@vocab'), '@context': { '@protected': true, id: '@id', type: '@type', assertionMethod: { ...link(`${security}assertionMethod`), '@container': '@set' } } },
    proofValue: typed(`${security}proofValue`, `${security}multibase`), verificationMethod: link(`${security}verificationMethod`),
  }),
} };
