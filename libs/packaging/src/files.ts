import { open } from 'node:fs/promises';
import { PackagingError } from './errors.js';

/** Where a file's bytes come from: memory, a file on disk, or whatever `open` yields. */
export type FileSource = { bytes: Uint8Array } | { file: string } | { open: () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>> };

/** One file of a package. The same list is zipped, or served path by path for a preview. */
export interface PackageFile {
  /** relative, forward slashes, ASCII */
  path: string;
  /** bytes, before compression */
  size: number;
  /** media type, for whoever serves the file */
  type: string;
  /** text gains by deflate; pictures, sound and film are stored as they are */
  compress: boolean;
  /** CRC-32 of the bytes where it is known beforehand: a long file is then read once, and refused when it has another */
  crc?: number;
  source: FileSource;
}

const chunkBytes = 1 << 20;
/** Two buffers that reading takes in turn, over file after file: while one is filled, the other may still be written. */
export class BufferPair {
  #free = Buffer.allocUnsafeSlow(chunkBytes);
  #lent = Buffer.allocUnsafeSlow(chunkBytes);

  /** The buffer to read into. */
  get free(): Buffer {
    return this.#free;
  }

  /** What was read is handed on: its buffer comes back when the other one is lent. */
  lend(): void {
    [this.#free, this.#lent] = [this.#lent, this.#free];
  }
}

/**
 * The bytes of a file in chunks of at most 1 MiB. Fails with MEDIA_MISSING or, when the length is another than `size`,
 * MEDIA_CHANGED. With `buffers`, a chunk is valid only until the next but one is asked for; without, for good.
 */
export async function* readFileBytes(file: PackageFile, buffers?: BufferPair): AsyncGenerator<Uint8Array, void, undefined> {
  let seen = 0;
  for await (const chunk of chunksOf(file, buffers)) {
    seen += chunk.length;
    if (seen > file.size) break;
    yield chunk;
  }
  if (seen !== file.size) throw changed(file);
}

export function changed(file: PackageFile): PackagingError {
  return new PackagingError('MEDIA_CHANGED', `${file.path} was changed while it was being packaged. Package the course again.`);
}

async function* chunksOf(file: PackageFile, buffers: BufferPair | undefined): AsyncGenerator<Uint8Array, void, undefined> {
  const { source } = file;
  if ('bytes' in source) yield source.bytes;
  else if ('file' in source) yield* chunksOnDisk(file.path, source.file, file.size, buffers);
  else yield* await source.open();
}

async function* chunksOnDisk(path: string, onDisk: string, size: number, buffers: BufferPair | undefined): AsyncGenerator<Uint8Array, void, undefined> {
  const handle = await open(onDisk, 'r').catch((cause: unknown) => {
    throw new PackagingError('MEDIA_MISSING', `${path} could not be read: the course names it, but there is no readable file of that name.`, { cause });
  });
  try {
    // One byte more than expected shows a file that has grown.
    const length = Math.min(chunkBytes, size + 1);
    for (;;) {
      const buffer = buffers?.free ?? Buffer.allocUnsafeSlow(length);
      const { bytesRead } = await handle.read(buffer, 0, length);
      if (bytesRead === 0) return;
      buffers?.lend();
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
