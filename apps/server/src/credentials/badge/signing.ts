import { hash, type KeyObject, sign } from 'node:crypto';
import { base58 } from './base58.js';
import { canonical } from './canonical.js';

export interface DataIntegrityProof { type: 'DataIntegrityProof'; cryptosuite: 'eddsa-rdfc-2022'; created: string; verificationMethod: string; proofPurpose: 'assertionMethod'; proofValue: string }
type Signable = { '@context': unknown } & Record<string, unknown>;

/** Adds a proof of eddsa-rdfc-2022 (Data Integrity EdDSA Cryptosuites 1.0, 3.2). Ed25519 gives the same signature for the same document each time. */
export async function signed<T extends Signable>(document: T, key: KeyObject, verificationMethod: string, created: string): Promise<T & { proof: DataIntegrityProof }> {
  const options = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created, verificationMethod, proofPurpose: 'assertionMethod' } as const;
  // 3.2.4: the hash of the proof's configuration, then that of the document.
  const [config, body] = await Promise.all([canonical({ '@context': document['@context'], ...options }), canonical(document)]);
  const value = sign(null, Buffer.concat([hash('sha256', config, 'buffer'), hash('sha256', body, 'buffer')]), key);
  return { ...document, proof: { ...options, proofValue: `z${base58(value)}` } };
}
