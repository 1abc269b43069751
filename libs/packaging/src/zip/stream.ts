import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { changed, readFileBytes, type PackageFile } from '../files.js';
import { centralHeader, endRecords, localHeader, type ZipEntry } from './records.js';

const deflated = promisify(deflateRaw);
/** A file up to this size is held in memory whole; a longer one is read twice, first for its CRC, and stored. */
const wholeBytes = 4 << 20;

/**
 * The bytes of a zip of these files, in order. Memory stays within a few megabytes whatever the files' size, and
 * nothing is read before it is asked for. Fails with a PackagingError.
 */
export async function* zipBytes(files: Iterable<PackageFile>): AsyncGenerator<Uint8Array, void, undefined> {
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (const file of files) {
    const { body, ...packed } = file.size <= wholeBytes ? await whole(file) : await inPieces(file);
    const entry = { ...packed, name: Buffer.from(file.path, 'utf8'), size: file.size, offset };
    const header = localHeader(entry);
    yield header;
    yield* body;
    entries.push(entry);
    offset += header.length + entry.packed;
  }
  const central = Buffer.concat(entries.map(centralHeader));
  yield central;
  yield endRecords(entries.length, central.length, offset);
}

type Packed = Pick<ZipEntry, 'method' | 'crc' | 'packed'> & { body: Iterable<Uint8Array> | AsyncIterable<Uint8Array> };

async function whole(file: PackageFile): Promise<Packed> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readFileBytes(file)) chunks.push(chunk);
  const [first] = chunks;
  const bytes = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
  const crc = crc32(bytes);
  if (file.compress) {
    const smaller = await deflated(bytes, { level: 6 });
    if (smaller.length < bytes.length) return { method: 8, crc, packed: smaller.length, body: [smaller] };
  }
  return { method: 0, crc, packed: bytes.length, body: chunks };
}

async function inPieces(file: PackageFile): Promise<Packed> {
  let crc = 0;
  for await (const chunk of readFileBytes(file)) crc = crc32(chunk, crc);
  return { method: 0, crc, packed: file.size, body: checked(file, crc) };
}

/** The second reading must give what the first one did, or the zip would be broken without anyone being told. */
async function* checked(file: PackageFile, expected: number): AsyncGenerator<Uint8Array, void, undefined> {
  let crc = 0;
  for await (const chunk of readFileBytes(file)) {
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (crc !== expected) throw changed(file);
}
