import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { WrittenPackage } from '../write.js';
import { digestOfFile } from '../zip/digest.js';
import { makeRoom } from './room.js';

/** A package in a cache. It stays there for a minute at least after it was asked for, whatever else wants room. */
export interface CachedPackage extends WrittenPackage {
  file: string;
  /** it was not there and has just been made */
  made: boolean;
}

export interface CacheLimits {
  /** bytes of packages; those used longest ago make room for new ones */
  maxBytes?: number;
}
const usualBytes = 4 * 2 ** 30;

/**
 * The package that a cache holds under a key (see `packageKey`), made by `make` when there is none, or when its bytes no
 * longer have the SHA-256 that stands beside them. `make` writes the zip at the path that it is given. Two processes that
 * make the same package at once both end well: what stands under a key is always whole. Fails with what `make` throws.
 */
export async function cachedPackage(folder: string, key: string, make: (out: string) => Promise<WrittenPackage>, limits: CacheLimits = {}): Promise<CachedPackage> {
  const found = await findPackage(folder, key);
  if (found !== null) return { ...found, made: false };
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `${key}.${randomBytes(6).toString('hex')}.making`);
  try {
    const written = await make(temporary);
    await put(folder, key, temporary, written);
    await makeRoom(folder, limits.maxBytes ?? usualBytes, key);
    return { ...written, file: zipOf(folder, key), made: true };
  } finally {
    await rm(temporary, { force: true });
  }
}

/** What a cache holds under a key; null where there is nothing whole. What is damaged is removed. */
export async function findPackage(folder: string, key: string): Promise<CachedPackage | null> {
  const file = zipOf(folder, key);
  const noted = note.safeParse(await readFile(noteOf(folder, key), 'utf8').then(JSON.parse).catch(() => null)).data;
  const bytes = await stat(file).then(({ size }) => size, () => null);
  if (noted === undefined || bytes === null) return null;
  const now = new Date();
  await utimes(noteOf(folder, key), now, now).catch(() => undefined);
  if (bytes === noted.bytes && (await digestOfFile(file).catch(() => null)) === noted.sha256) return { ...noted, file, made: false };
  await rm(noteOf(folder, key), { force: true });
  await rm(file, { force: true });
  return null;
}

/** Keeps a package that was written elsewhere, without copying it where the file system can; a cache that can't be written keeps nothing. */
export async function keepPackage(folder: string, key: string, file: string, written: WrittenPackage, limits: CacheLimits = {}): Promise<void> {
  const temporary = join(folder, `${key}.${randomBytes(6).toString('hex')}.making`);
  try {
    await mkdir(folder, { recursive: true });
    await link(file, temporary);
    await put(folder, key, temporary, written);
    await makeRoom(folder, limits.maxBytes ?? usualBytes, key);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

const note = z.object({ bytes: z.int().min(0), sha256: z.string() });
const zipOf = (folder: string, key: string): string => join(folder, `${key}.zip`);
const noteOf = (folder: string, key: string): string => join(folder, `${key}.json`);

/** The zip first: a note without its zip is nothing, and one beside another's zip of the same key tells the same bytes. */
async function put(folder: string, key: string, temporary: string, { bytes, sha256 }: WrittenPackage): Promise<void> {
  const temporaryNote = `${temporary}.json`;
  await rename(temporary, zipOf(folder, key));
  try {
    await writeFile(temporaryNote, JSON.stringify({ bytes, sha256 }));
    await rename(temporaryNote, noteOf(folder, key));
  } finally {
    await rm(temporaryNote, { force: true });
  }
}
