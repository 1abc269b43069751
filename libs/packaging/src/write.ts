import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { PackagingError } from './errors.js';
import type { PackageFile } from './files.js';
import { zipBytes, zipPieces, type Patch } from './zip/stream.js';

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
  const target = await fileToReplace(out);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.part`);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let written = 0;
  const stopIfAsked = (): void => {
    if (signal?.aborted === true) throw new PackagingError('ABORTED', 'Packaging was stopped; nothing was written.');
  };
  try {
    const handle = await open(temporary, 'wx');
    try {
      written = await writePieces(handle, files, (done) => {
        stopIfAsked();
        onProgress?.(done, total);
      });
      await handle.sync();
    } finally {
      await handle.close();
    }
    stopIfAsked();
    await rename(temporary, target);
    return written;
  } catch (error) {
    await rm(temporary, { force: true });
    throw explained(error, out);
  }
}

/** The file that stands at `out`, a link followed; `out` itself when there is none yet. A folder or a device is never replaced. */
async function fileToReplace(out: string): Promise<string> {
  const found = await stat(out).catch(() => null);
  if (found === null) return out;
  if (found.isDirectory()) throw new PackagingError('OUT_NOT_WRITABLE', `${out} is a folder: name a file for the package.`);
  if (!found.isFile()) throw new PackagingError('OUT_NOT_WRITABLE', `${out} is no file: name a file for the package.`);
  return realpath(out);
}

/** Reads on while it writes: one write is under way when the next piece is read. `onWritten` may throw to stop it. */
async function writePieces(handle: FileHandle, files: readonly PackageFile[], onWritten: (bytes: number) => void): Promise<number> {
  const patches: Patch[] = [];
  let written = 0;
  let writing = Promise.resolve();
  for await (const pieces of gathered(zipPieces(files), patches)) {
    await writing;
    onWritten(written);
    writing = writeAll(handle, pieces);
    writing.catch(() => undefined); // told by the next await
    written += pieces.reduce((sum, { length }) => sum + length, 0);
  }
  await writing;
  for (const { place, bytes } of patches) await handle.write(bytes, 0, bytes.length, place);
  onWritten(written);
  return written;
}

/**
 * Small pieces (headers, texts) are copied together, so that a course of a thousand files is not two thousand writes;
 * patches are laid aside until everything stands.
 */
async function* gathered(pieces: AsyncIterable<Uint8Array | Patch>, patches: Patch[]): AsyncGenerator<Uint8Array[], void, undefined> {
  let held: Uint8Array[] = [];
  for await (const piece of pieces) {
    if ('place' in piece) patches.push(piece);
    else if (piece.length < smallPiece && held.length < 512) held.push(Buffer.from(piece));
    else {
      yield [...held, piece];
      held = [];
    }
  }
  if (held.length > 0) yield held;
}
const smallPiece = 1 << 16;

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
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new PackagingError('OUT_NOT_WRITABLE', `${out} can't be written: you may not write there.`, options);
    default:
      return error;
  }
}
