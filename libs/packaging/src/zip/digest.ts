import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';

/** What is reckoned of a zip while it is written; of the file afterwards where something before the end was written over. */
export interface ZipSum {
  add(pieces: readonly Uint8Array[]): void;
  /** What was added no longer is what the file holds. */
  spoil(): void;
}

/** SHA-256, hex. */
export class ZipDigest implements ZipSum {
  #hash = createHash('sha256');
  #whole = true;

  add(pieces: readonly Uint8Array[]): void {
    if (this.#whole) for (const piece of pieces) this.#hash.update(piece);
  }

  spoil(): void { this.#whole = false; }

  async of(file: string): Promise<string> {
    if (this.#whole) return this.#hash.digest('hex');
    const hash = createHash('sha256');
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
    return hash.digest('hex');
  }
}

/** CRC-32: a third of the work of a digest, and enough to find what was damaged by chance. */
export class ZipCrc implements ZipSum {
  #crc = 0;
  #whole = true;

  add(pieces: readonly Uint8Array[]): void {
    if (this.#whole) for (const piece of pieces) this.#crc = crc32(piece, this.#crc);
  }

  spoil(): void { this.#whole = false; }

  of(file: string): Promise<number> {
    return this.#whole ? Promise.resolve(this.#crc) : crcOfFile(file);
  }
}

/** CRC-32 of a file's bytes. */
export async function crcOfFile(file: string): Promise<number> {
  let crc = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) crc = crc32(chunk as Uint8Array, crc);
  return crc;
}
