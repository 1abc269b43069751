import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { base58 } from './base58.js';

/** A new Ed25519 pair: the private key as PKCS #8 in base64, the public one as a Multikey (Controlled Identifiers 1.0, 2.2.2). */
export function newKeyPair(): { privateKey: string; publicMultibase: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'), publicMultibase: multikeyOf(privateKey) };
}
export const privateKeyOf = (text: string): KeyObject => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });

/** 0xed01 says that an Ed25519 key follows; `z`: base 58. */
export const multikeyOf = (privateKey: KeyObject): string => `z${base58(Buffer.concat([Buffer.from([0xed, 0x01]), Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '', 'base64url')]))}`;
