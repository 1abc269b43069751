import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a zip while it is written; of the file afterwards where something before the end was written over. */
export class ZipDigest {
  #hash = createHash('sha256');
  #whole = true;

  add(pieces: readonly Uint8Array[]): void {
    if (this.#whole) for (const piece of pieces) this.#hash.update(piece);
  }

  /** What was added no longer is what the file holds. */
  spoil(): void {
    this.#whole = false;
  }

  async of(file: string): Promise<string> {
    return this.#whole ? this.#hash.digest('hex') : digestOfFile(file);
  }
}

/** SHA-256 of a file's bytes, hex. */
export async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
