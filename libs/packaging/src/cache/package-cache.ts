import { randomBytes } from 'node:crypto';
import { constants, copyFile, link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../replace-file.js';
import type { DigestedPackage, WrittenPackage } from '../write.js';
import { crcOfFile } from '../zip/digest.js';
import { makeRoom } from './room.js';

/** A package in a cache. It stays there for a minute at least after it was asked for, whatever else wants room. */
export interface CachedPackage extends DigestedPackage {
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
 * longer have the CRC-32 that stands beside them. `make` writes the zip at the path that it is given. Two processes that
 * make the same package at once both end well: what stands under a key is always whole. Fails with what `make` throws.
 */
export async function cachedPackage(folder: string, key: string, make: (out: string) => Promise<DigestedPackage>, limits: CacheLimits = {}): Promise<CachedPackage> {
  const found = await findPackage(folder, key);
  if (found?.sha256 !== undefined) return { ...found, sha256: found.sha256, file: zipOf(folder, key), made: false };
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
export async function findPackage(folder: string, key: string): Promise<Noted | null> {
  const noted = await notedOf(folder, key);
  if (noted === null || (await isWhole(folder, key, noted))) return noted;
  await forget(folder, key);
  return null;
}

/**
 * Copies the package of a key to `out`, whole or not at all (where the file system can, without writing its bytes
 * again), and checks it meanwhile; null where there is none, and then `out` is untouched. Fails as `replaceFile` does.
 */
export async function copyPackage(folder: string, key: string, out: string): Promise<Noted | null> {
  const noted = await notedOf(folder, key);
  if (noted === null) return null;
  const damaged = Symbol('damaged');
  try {
    await replaceFile(out, async (temporary) => {
      const copied = copyFile(zipOf(folder, key), temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      const [whole] = await Promise.all([isWhole(folder, key, noted), copied]);
      if (!whole) throw damaged;
    });
    return noted;
  } catch (error) {
    if (error !== damaged) throw error;
    await forget(folder, key);
    return null;
  }
}

/** What is noted of a package, whose bytes are not looked at yet. */
async function notedOf(folder: string, key: string): Promise<Noted | null> {
  const noted = note.safeParse(await readFile(noteOf(folder, key), 'utf8').then(JSON.parse).catch(() => null)).data;
  const bytes = await stat(zipOf(folder, key)).then(({ size }) => size, () => null);
  if (noted === undefined || bytes === null) return null;
  const now = new Date();
  await utimes(noteOf(folder, key), now, now).catch(() => undefined);
  if (bytes === noted.bytes) return noted;
  await forget(folder, key);
  return null;
}

const isWhole = async (folder: string, key: string, { crc }: Noted): Promise<boolean> => (await crcOfFile(zipOf(folder, key)).catch(() => null)) === crc;

async function forget(folder: string, key: string): Promise<void> {
  await rm(noteOf(folder, key), { force: true });
  await rm(zipOf(folder, key), { force: true });
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

const note = z.object({ bytes: z.int().min(0), crc: z.int().min(0), sha256: z.string().exactOptional() });
type Noted = z.output<typeof note>;
const zipOf = (folder: string, key: string): string => join(folder, `${key}.zip`);
const noteOf = (folder: string, key: string): string => join(folder, `${key}.json`);

/** The zip first: a note without its zip is nothing, and one beside another's zip of the same key tells the same bytes. */
async function put(folder: string, key: string, temporary: string, written: WrittenPackage): Promise<void> {
  const temporaryNote = `${temporary}.json`;
  await rename(temporary, zipOf(folder, key));
  try {
    await writeFile(temporaryNote, JSON.stringify(written));
    await rename(temporaryNote, noteOf(folder, key));
  } finally {
    await rm(temporaryNote, { force: true });
  }
}
