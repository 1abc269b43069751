import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';
import { Refusal } from '../findings/refusal.js';
import type { Limits } from '../limits.js';
import { checkedEntries, refusalOf } from './entries.js';

/** One file in the zip. */
export interface ArchiveFile { path: string; bytes: number; zippedBytes: number }

/** An opened package: every name in it is safe, no two entries are the same or overlap, and sizes are within the limits. */
export class Archive {
  readonly files: readonly ArchiveFile[];
  readonly #entries: Map<string, Entry>;

  private constructor(
    readonly name: string,
    readonly bytes: number,
    private readonly zip: ZipFile,
    entries: Map<string, Entry>,
    private readonly limits: Limits,
  ) {
    this.#entries = entries;
    this.files = [...entries].map(([path, entry]) => ({ path, bytes: entry.uncompressedSize, zippedBytes: entry.compressedSize }));
  }

  /** Opens a zip. Throws a Refusal for what is hostile or broken, and the file system's own error when there is no such file. */
  static async open(file: string, limits: Limits): Promise<Archive> {
    const { size } = await stat(file);
    if (size > limits.zipBytes) throw new Refusal('zip-bomb', '', `The zip has ${size} bytes; more than ${limits.zipBytes} are not opened.`);
    const zip = await openPromise(file, { autoClose: false, decodeStrings: false, validateEntrySizes: true }).catch(async (error: unknown) => {
      throw await refusalOf(error, file);
    });
    try {
      return new Archive(basename(file), size, zip, await checkedEntries(zip, file, limits), limits);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** Unpacked bytes of one file; undefined when it is not there. */
  sizeOf(path: string): number | undefined {
    return this.#entries.get(path)?.uncompressedSize;
  }

  /** A file as a stream: inflated, and cut off with an error when it is longer than it says. */
  async stream(path: string): Promise<Readable> {
    const entry = this.#entries.get(path);
    if (entry === undefined) throw new Error(`${path} is not in the zip`);
    return this.zip.openReadStreamPromise(entry).catch((error: unknown) => {
      throw unreadable(path, error);
    });
  }

  /** A whole file, its checksum checked. Throws a Refusal when it cannot be unpacked. */
  async read(path: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    await this.#each(path, (chunk) => chunks.push(chunk));
    return Buffer.concat(chunks);
  }

  /** Unpacks everything once, keeping nothing, so that what the sizes and checksums promise is known to be true. */
  async checkAll(signal?: AbortSignal): Promise<void> {
    let total = 0;
    for (const path of this.#entries.keys()) {
      signal?.throwIfAborted();
      await this.#each(path, (chunk) => {
        total += chunk.length;
        if (total > this.limits.totalBytes) throw new Refusal('zip-bomb', path, `The files unpack to more than ${this.limits.totalBytes} bytes.`);
      });
    }
  }

  close(): void {
    this.zip.close();
  }

  async #each(path: string, take: (chunk: Buffer) => void): Promise<void> {
    const stream = await this.stream(path);
    let sum = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        sum = crc32(chunk, sum);
        take(chunk);
      }
    } catch (error) {
      throw error instanceof Refusal ? error : unreadable(path, error);
    }
    if (sum >>> 0 !== this.#entries.get(path)?.crc32) throw new Refusal('entry-unreadable', path, `The checksum of ${path} is wrong: the file was damaged.`);
  }
}

/** SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

function unreadable(path: string, error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  // yauzl counts what comes out of the inflater against what the entry says.
  if (/too many bytes/.test(message)) return new Refusal('zip-bomb', path, `${path} unpacks to more than it says.`);
  if (/unsupported compression/.test(message)) return new Refusal('entry-unreadable', path, `${path} is compressed by a method other than deflate.`);
  return new Refusal('entry-unreadable', path, `${path} cannot be unpacked: ${message}.`);
}
