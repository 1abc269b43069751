import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { PackagingError } from './errors.js';
import type { PackageFile } from './files.js';
import { flushed, replaceFile } from './replace-file.js';
import { ZipCrc, ZipDigest, type ZipSum } from './zip/digest.js';
import { zipBytes, zipPieces, type Patch } from './zip/stream.js';

/** The zip as a stream that reads no faster than it is read. Files may be made as they are asked for. Destroying it closes whatever file is open. */
export function writePackage(files: Iterable<PackageFile> | AsyncIterable<PackageFile>): Readable {
  return Readable.from(zipBytes(files), { objectMode: false });
}

export interface WriteOptions {
  /** bytes written so far, and about how many there will be */
  onProgress?: (done: number, total: number) => void;
  /** ends the writing; nothing is left behind */
  signal?: AbortSignal;
}

/** What was written: the zip's size, and the CRC-32 of all its bytes. */
export interface WrittenPackage { bytes: number; crc: number }
export interface DigestedPackage extends WrittenPackage { /** of its bytes, hex */ sha256: string }

/**
 * Writes the zip to `out`, whole or not at all: a temporary file beside it is filled and renamed. Fails with a
 * PackagingError (OUT_NOT_WRITABLE, DISK_FULL, ABORTED, ...), and then whatever was at `out` before is untouched.
 */
export async function packageToFile(files: readonly PackageFile[], out: string, options: WriteOptions = {}): Promise<WrittenPackage> {
  return replaceFile(out, async (temporary) => {
    const sum = new ZipCrc();
    const bytes = await write(files, temporary, options, sum);
    return { bytes, crc: await sum.of(temporary) };
  });
}

/** The same, flushed to the disk before it gets its name, and with the SHA-256 of what was written: for a server that promises it to others. */
export async function packageToFileDigested(files: readonly PackageFile[], out: string, options: WriteOptions = {}): Promise<DigestedPackage> {
  return replaceFile(out, async (temporary) => {
    const [sum, digest] = [new ZipCrc(), new ZipDigest()];
    const bytes = await write(files, temporary, options, sum, digest);
    await flushed(temporary);
    return { bytes, crc: await sum.of(temporary), sha256: await digest.of(temporary) };
  });
}

async function write(files: readonly PackageFile[], temporary: string, { onProgress, signal }: WriteOptions, ...sums: ZipSum[]): Promise<number> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const stopIfAsked = (): void => {
    if (signal?.aborted === true) throw new PackagingError('ABORTED', 'Packaging was stopped; nothing was written.');
  };
  const handle = await open(temporary, 'wx');
  try {
    const written = await writePieces(handle, files, sums, (done) => {
      stopIfAsked();
      onProgress?.(done, total);
    });
    return written;
  } finally {
    await handle.close();
  }
}

/** Reads on while it writes: one write is under way when the next piece is read. `onWritten` may throw to stop it. */
async function writePieces(handle: FileHandle, files: readonly PackageFile[], sums: readonly ZipSum[], onWritten: (bytes: number) => void): Promise<number> {
  const patches: Patch[] = [];
  let written = 0;
  let writing = Promise.resolve();
  for await (const pieces of gathered(zipPieces(files), patches)) {
    await writing;
    onWritten(written);
    writing = writeAll(handle, pieces);
    writing.catch(() => undefined); // told by the next await
    for (const sum of sums) sum.add(pieces);
    written += pieces.reduce((sum, { length }) => sum + length, 0);
  }
  await writing;
  if (patches.length > 0) for (const sum of sums) sum.spoil();
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
