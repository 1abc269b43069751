import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const json = (value: object) => Buffer.from(JSON.stringify(value));

/** A security key of software, as WebAuthn Level 3 has it (6.1, 6.5), that does what a test tells it, wrong things too. */
export class Authenticator {
  readonly #key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly id = randomBytes(16).toString('base64url');
  counter = 0;
  /** Whether it says that it has seen a finger, a face or a PIN. */
  verifies = true;

  constructor(readonly origin: string) {}

  /** Answers `create`. */
  make({ challenge }: { challenge: string }, origin = this.origin): object {
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' });
    // COSE_Key, ES256 (RFC 9053, 7.1.1).
    const cose = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')]);
    const id = Buffer.from(this.id, 'base64url');
    const data = Buffer.concat([this.#data(0x40), Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
    const attestation = Buffer.concat([Buffer.from([0xa3, 0x63]), Buffer.from('fmt'), Buffer.from([0x64]), Buffer.from('none'), Buffer.from([0x67]), Buffer.from('attStmt'), Buffer.from([0xa0, 0x68]), Buffer.from('authData'), Buffer.from([0x58, data.length]), data]);
    return this.#answer({ clientDataJSON: json({ type: 'webauthn.create', challenge, origin }).toString('base64url'), attestationObject: attestation.toString('base64url'), transports: ['internal'] });
  }

  /** Answers `get`. */
  use({ challenge }: { challenge: string }, origin = this.origin): object {
    const client = json({ type: 'webauthn.get', challenge, origin });
    const data = this.#data(0);
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.#key.privateKey);
    return this.#answer({ clientDataJSON: client.toString('base64url'), authenticatorData: data.toString('base64url'), signature: signature.toString('base64url') });
  }

  /** User present, and user verified or not (6.1). */
  #data(flags: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(new URL(this.origin).hostname), Buffer.from([flags | 1 | (this.verifies ? 4 : 0)]), count]);
  }
  #answer(response: object): object { return { id: this.id, rawId: this.id, type: 'public-key', response, clientExtensionResults: {} }; }
}
