import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';

const iri = { type: 'string', format: 'uri' };
const types = (...wanted: string[]) => ({ type: 'array', items: { type: 'string' }, allOf: wanted.map((name) => ({ contains: { const: name } })) });
const strict = (required: string[], properties: object) => ({ type: 'object', required, properties, additionalProperties: false });
const dateTime = { type: 'string', format: 'date-time', pattern: '(Z|[+-]\\d\\d:\\d\\d)$' };

/**
 * What Open Badges 3.0 asks of an AchievementCredential (specification B.1.1 and the classes that it names), in a schema
 * of our own words, narrowed to what we issue. 1EdTech's published schema may not be distributed with other programs.
 */
const schema = {
  type: 'object', required: ['@context', 'id', 'type', 'name', 'issuer', 'validFrom', 'credentialSubject', 'credentialStatus', 'proof'], additionalProperties: false,
  properties: {
    '@context': { type: 'array', minItems: 2, items: [{ const: 'https://www.w3.org/ns/credentials/v2' }, { type: 'string', pattern: '^https://purl\\.imsglobal\\.org/spec/ob/v3p0/context-3\\.0\\.3\\.json$' }] },
    id: iri, type: types('VerifiableCredential', 'OpenBadgeCredential'), name: { type: 'string', minLength: 1 }, description: { type: 'string' },
    issuer: strict(['id', 'type', 'name'], { id: { type: 'string', pattern: '^did:web:' }, type: types('Profile'), name: { type: 'string' }, url: iri }),
    validFrom: dateTime, validUntil: dateTime, awardedDate: dateTime,
    credentialSubject: strict(['type', 'achievement'], {
      id: iri, type: types('AchievementSubject'), creditsEarned: { type: 'number', minimum: 0 }, licenseNumber: { type: 'string' },
      identifier: { type: 'array', items: strict(['type', 'hashed', 'identityHash', 'identityType'], { type: { const: 'IdentityObject' }, hashed: { type: 'boolean' }, identityHash: { type: 'string' }, identityType: { const: 'name' } }) },
      achievement: strict(['id', 'type', 'name', 'description', 'criteria'], {
        id: iri, type: types('Achievement'), achievementType: { const: 'Certificate' }, name: { type: 'string' }, description: { type: 'string' }, criteria: strict([], { id: iri, narrative: { type: 'string' } }), version: { type: 'string' },
        inLanguage: { type: 'string', pattern: '^[a-z]{2,4}(-[A-Za-z0-9]+)*$' }, creditsAvailable: { type: 'number' },
      }),
    }),
    credentialStatus: strict(['id', 'type', 'statusPurpose', 'statusListIndex', 'statusListCredential'], { id: iri, type: { const: 'BitstringStatusListEntry' }, statusPurpose: { const: 'revocation' }, statusListIndex: { type: 'string', pattern: '^\\d+$' }, statusListCredential: iri }),
    proof: strict(['type', 'cryptosuite', 'created', 'verificationMethod', 'proofPurpose', 'proofValue'], {
      type: { const: 'DataIntegrityProof' }, cryptosuite: { const: 'eddsa-rdfc-2022' }, created: dateTime, verificationMethod: iri, proofPurpose: { const: 'assertionMethod' }, proofValue: { type: 'string', pattern: '^z[1-9A-HJ-NP-Za-km-z]+$' },
    }),
  },
};

/** What a badge lacks or has too much; empty: nothing. */
export function requiredOfBadge(badge: object): string[] {
  const ajv = new Ajv2019({ allErrors: true, strict: false });
  (formats as unknown as (of: Ajv2019) => void)(ajv);
  const validate = ajv.compile(schema);
  return validate(badge) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
