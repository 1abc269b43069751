import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Media } from '../compiled.js';
import type { Reporter } from '../diagnostics/diagnostic.js';
import { startOfFile } from '../files/source-text.js';
import type { FileEntry } from '../files/tree.js';
import { mediaType } from './types.js';

/** What one reading of a file tells; `crc32` is what a zip says of it. */
export interface Digest { sha256: string; crc32: number; bytes: number }
/** By path and stamp; kept from one compile to the next. */
export type DigestCache = Map<string, Digest>;

const atOnce = 2;

/** Describes the media files of a course, read as streams so that memory does not grow with them. */
export async function describeMedia(entries: readonly FileEntry[], cache: DigestCache, reporter: Reporter): Promise<Media[]> {
  const found = new Map<FileEntry, Media | null>();
  await each(entries, async (entry) => void found.set(entry, await describe(entry, cache, reporter)));
  return entries.flatMap((entry) => found.get(entry) ?? []);
}

/** CRC-32 of media by their SHA-256, as far as they were read. */
export function checksumsOf(media: readonly Media[], cache: DigestCache): Map<string, number> {
  const wanted = new Set(media.map(({ sha256 }) => sha256));
  return new Map([...cache.values()].flatMap(({ sha256, crc32: checksum }) => (wanted.has(sha256) ? [[sha256, checksum] as const] : [])));
}

/** Reads what describing these files will need. One that can't be read is left for then. */
export function digestAhead(entries: readonly FileEntry[], cache: DigestCache): Promise<void> {
  return each(entries, async (entry) => {
    const digest = cache.get(keyOf(entry)) ?? (await digestOf(entry.absolute).catch(() => null));
    if (digest !== null) cache.set(keyOf(entry), digest);
  });
}

async function each(entries: readonly FileEntry[], work: (entry: FileEntry) => Promise<void>): Promise<void> {
  const left = [...entries];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let entry = left.shift(); entry !== undefined; entry = left.shift()) await work(entry);
  }));
}

const keyOf = (entry: FileEntry): string => `${entry.path}\n${entry.stamp}`;

async function describe(entry: FileEntry, cache: DigestCache, reporter: Reporter): Promise<Media | null> {
  const path = entry.path.normalize('NFC');
  const key = keyOf(entry);
  let digest = cache.get(key);
  if (digest === undefined) {
    try {
      digest = await digestOf(entry.absolute);
    } catch {
      reporter.report('unreadable-file', entry.path, startOfFile, 'The file cannot be read.');
      return null;
    }
    cache.set(key, digest);
  }
  const { sha256, bytes } = digest;
  return { path, sha256, bytes, type: mediaType(path)?.type ?? 'application/octet-stream' };
}

/** One buffer a file, filled again and again: a stream would leave as much garbage as the file is long. */
export async function digestOf(path: string): Promise<Digest> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafeSlow(256 * 1024);
  const handle = await open(path, 'r');
  try {
    for (let bytes = 0, checksum = 0; ;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return { sha256: hash.digest('hex'), crc32: checksum, bytes };
      const read = buffer.subarray(0, bytesRead);
      hash.update(read);
      checksum = crc32(read, checksum);
      bytes += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
