import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PackagingError } from './errors.js';

/**
 * Puts a file in the place of `out`, whole or not at all: `fill` writes a temporary file beside it, which is renamed.
 * A link is followed; a folder or a device is never replaced. Fails with a PackagingError (OUT_NOT_WRITABLE, DISK_FULL,
 * ...) or with what `fill` throws, and then whatever was at `out` before is untouched.
 */
export async function replaceFile<T>(out: string, fill: (temporary: string) => Promise<T>): Promise<T> {
  const target = await fileToReplace(out);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.part`);
  try {
    const result = await fill(temporary);
    await rename(temporary, target);
    return result;
  } catch (error) {
    await rm(temporary, { force: true, recursive: true });
    throw explained(error, out);
  }
}

/** Resolves when the disk holds what was written to a file. */
export async function flushed(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}

/** Writes a text to `out`, whole or not at all. Gives back its number of bytes. */
export function textToFile(text: string, out: string): Promise<number> {
  return replaceFile(out, async (temporary) => {
    const bytes = Buffer.from(text, 'utf8');
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return bytes.length;
  });
}

/** The file that stands at `out`, a link followed; `out` itself when there is none yet. */
async function fileToReplace(out: string): Promise<string> {
  const found = await stat(out).catch(() => null);
  if (found === null) return out;
  if (found.isDirectory()) throw new PackagingError('OUT_NOT_WRITABLE', `${out} is a folder: name a file for the package.`);
  if (!found.isFile()) throw new PackagingError('OUT_NOT_WRITABLE', `${out} is no file: name a file for the package.`);
  return realpath(out);
}

/** What a file system's error means for whoever asked for `out`; any other error as it is. */
export function explained(error: unknown, out: string): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  const options = { cause: error };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new PackagingError('DISK_FULL', `There is no room left for ${out}. Nothing was written.`, options);
    case 'EFBIG':
      return new PackagingError('DISK_FULL', `${out} would be larger than a file may be here. Nothing was written.`, options);
    case 'ENOENT':
    case 'ENOTDIR':
      return new PackagingError('OUT_NOT_WRITABLE', `${out} can't be written: its folder does not exist.`, options);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new PackagingError('OUT_NOT_WRITABLE', `${out} can't be written: you may not write there.`, options);
    default:
      return error;
  }
}
