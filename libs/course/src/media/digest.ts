import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Media } from '../compiled.js';
import type { Reporter } from '../diagnostics/diagnostic.js';
import { startOfFile } from '../files/source-text.js';
import type { FileEntry } from '../files/tree.js';
import { mediaType } from './types.js';

/** SHA-256 by path and stamp; kept from one compile to the next. */
export type DigestCache = Map<string, { sha256: string; bytes: number }>;

const atOnce = 4;

/** Describes the media files of a course, read as streams so that memory does not grow with them. */
export async function describeMedia(entries: readonly FileEntry[], cache: DigestCache, reporter: Reporter): Promise<Media[]> {
  const found: (Media | null)[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < entries.length; index = next++) {
      const entry = entries[index];
      if (entry !== undefined) found[index] = await describe(entry, cache, reporter);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found.filter((media): media is Media => media !== null);
}

async function describe(entry: FileEntry, cache: DigestCache, reporter: Reporter): Promise<Media | null> {
  const path = entry.path.normalize('NFC');
  const key = `${entry.path}\n${entry.stamp}`;
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
  return { path, ...digest, type: mediaType(path)?.type ?? 'application/octet-stream' };
}

async function digestOf(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
