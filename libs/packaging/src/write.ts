import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { PackagingError } from './errors.js';
import type { PackageFile } from './files.js';
import { zipBytes } from './zip/stream.js';

/** The zip as a stream that reads no faster than it is read. Destroying it closes whatever file is open. */
export function writePackage(files: Iterable<PackageFile>): Readable {
  return Readable.from(zipBytes(files), { objectMode: false });
}

export interface WriteOptions {
  /** bytes written so far, and about how many there will be */
  onProgress?: (done: number, total: number) => void;
  /** ends the writing; nothing is left behind */
  signal?: AbortSignal;
}

/**
 * Writes the zip to `out`, whole or not at all: a temporary file beside it is filled, flushed to the disk and renamed.
 * Gives back the number of bytes. Fails with a PackagingError (OUT_NOT_WRITABLE, DISK_FULL, ABORTED, ...), and then
 * whatever was at `out` before is untouched.
 */
export async function packageToFile(files: readonly PackageFile[], out: string, { onProgress, signal }: WriteOptions = {}): Promise<number> {
  const temporary = join(dirname(out), `.${basename(out)}.${randomBytes(4).toString('hex')}.part`);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  try {
    const handle = await open(temporary, 'wx');
    let written = 0;
    try {
      for await (const bytes of gathered(zipBytes(files))) {
        if (signal?.aborted === true) throw new PackagingError('ABORTED', 'Packaging was stopped; nothing was written.');
        await writeAll(handle, bytes);
        written += bytes.reduce((sum, { length }) => sum + length, 0);
        onProgress?.(written, total);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, out);
    return written;
  } catch (error) {
    await rm(temporary, { force: true });
    throw explained(error, out);
  }
}

/** Small pieces (headers, texts) are gathered, so that a course of a thousand files is not two thousand writes. */
async function* gathered(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[], void, undefined> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < 1 << 20 && held.length < 512) continue;
    yield held;
    held = [];
    size = 0;
  }
  if (held.length > 0) yield held;
}

/** writev may write less than it was given, for instance when the disk fills: the rest is tried again and then fails by name. */
async function writeAll(handle: FileHandle, pieces: Uint8Array[]): Promise<void> {
  const { bytesWritten } = await handle.writev(pieces);
  let skip = bytesWritten;
  for (const piece of pieces) {
    if (skip >= piece.length) skip -= piece.length;
    else {
      let rest = piece.subarray(skip);
      skip = 0;
      while (rest.length > 0) rest = rest.subarray((await handle.write(rest)).bytesWritten);
    }
  }
}

function explained(error: unknown, out: string): unknown {
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
    case 'EISDIR':
      return new PackagingError('OUT_NOT_WRITABLE', `${out} is a folder: name a file for the package.`, options);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new PackagingError('OUT_NOT_WRITABLE', `${out} can't be written: you may not write there.`, options);
    default:
      return error;
  }
}
