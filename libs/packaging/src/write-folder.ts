import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PackagingError } from './errors.js';
import { readFileBytes, type PackageFile } from './files.js';
import { explained } from './replace-file.js';
import type { WriteOptions } from './write.js';

/**
 * Writes the files of a package into a folder of their own, whole or not at all: a folder beside it is filled and
 * renamed. `out` must not be there yet, or be empty. Fails with a PackagingError, and then nothing is left.
 */
export async function packageToFolder(files: readonly PackageFile[], out: string, { onProgress, signal }: WriteOptions = {}): Promise<{ files: number; bytes: number }> {
  const target = resolve(out);
  const there = await stat(target).catch(() => null);
  if (there !== null && !there.isDirectory()) throw new PackagingError('OUT_NOT_WRITABLE', `${out} is a file: name a folder.`);
  if (there !== null && (await readdir(target)).length > 0) throw new PackagingError('OUT_NOT_WRITABLE', `${out} is a folder with something in it: name a new or an empty one.`);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.part`);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  try {
    await mkdir(temporary);
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) await mkdir(join(temporary, folder), { recursive: true });
    for (const file of files) {
      await writeOne(file, join(temporary, file.path), (bytes) => {
        if (signal?.aborted === true) throw new PackagingError('ABORTED', 'Packaging was stopped; nothing was written.');
        onProgress?.((done += bytes), total);
      });
    }
    if (there !== null) await rmdir(target);
    await rename(temporary, target);
    return { files: files.length, bytes: total };
  } catch (error) {
    await rm(temporary, { force: true, recursive: true });
    throw explained(error, out);
  }
}

async function writeOne(file: PackageFile, path: string, onWritten: (bytes: number) => void): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    for await (const chunk of readFileBytes(file)) {
      await handle.writeFile(chunk);
      onWritten(chunk.length);
    }
  } finally {
    await handle.close();
  }
}
