import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { BufferPair, changed, readFileBytes, type PackageFile } from '../files.js';
import { centralHeader, crcPlace, endRecords, localHeader, type ZipEntry } from './records.js';

const deflated = promisify(deflateRaw);
/** A file up to this size is held in memory whole; a longer one is stored in pieces. */
const wholeBytes = 4 << 20;
/** The same for one that is stored anyway and whose CRC is known: the less is held, the less there is to clean up. */
const storedBytes = 128 << 10;
const isHeldWhole = ({ size, compress, crc }: PackageFile): boolean => size <= (compress || crc === undefined ? wholeBytes : storedBytes);

/** Bytes that belong at a place which was already written. */
export interface Patch { place: number; bytes: Uint8Array }

/**
 * The bytes of a zip of these files, in order. Memory stays within a few megabytes whatever the files' size, and
 * nothing is read before it is asked for; a long file whose CRC is not known is read twice, first for that. Fails with a
 * PackagingError.
 */
export async function* zipBytes(files: Iterable<PackageFile> | AsyncIterable<PackageFile>): AsyncGenerator<Uint8Array, void, undefined> {
  yield* entriesOf(files, (file) => (file.crc === undefined ? inPiecesReadTwice(file) : inPiecesKnown(file, file.crc)));
}

/**
 * The same zip for whoever can go back in what he writes: a long file is read once, and a CRC that was not known follows
 * as a patch. A piece is valid only until the next but one is asked for.
 */
export async function* zipPieces(files: Iterable<PackageFile>): AsyncGenerator<Uint8Array | Patch, void, undefined> {
  const buffers = new BufferPair();
  yield* entriesOf<Patch>(files, (file) => (file.crc === undefined ? inPiecesReadOnce(file, buffers) : inPiecesKnown(file, file.crc, buffers)));
}

async function* entriesOf<P = never>(files: Iterable<PackageFile> | AsyncIterable<PackageFile>, inPieces: (file: PackageFile) => Promise<Packed<P>>): AsyncGenerator<Uint8Array | P, void, undefined> {
  const entries: ZipEntry[] = [];
  let offset = 0;
  for await (const file of files) {
    const { body, ...packed } = isHeldWhole(file) ? await whole(file) : await inPieces(file);
    const entry = { ...packed, name: Buffer.from(file.path, 'utf8'), size: file.size, offset };
    const header = localHeader(entry);
    yield header;
    yield* body(entry);
    entries.push(entry);
    offset += header.length + entry.packed;
  }
  const central = Buffer.concat(entries.map(centralHeader));
  yield central;
  yield endRecords(entries.length, central.length, offset);
}

/** `body` may set the CRC of the entry that it is given, as long as it tells a patch of it. */
type Packed<P> = Pick<ZipEntry, 'method' | 'crc' | 'packed'> & { body: (entry: ZipEntry) => Iterable<Uint8Array | P> | AsyncIterable<Uint8Array | P> };

async function whole(file: PackageFile): Promise<Packed<never>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readFileBytes(file)) chunks.push(chunk);
  const [first] = chunks;
  const bytes = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
  const crc = crc32(bytes);
  if (file.crc !== undefined && file.crc !== crc) throw changed(file);
  if (file.compress) {
    const smaller = await deflated(bytes, { level: 6 });
    if (smaller.length < bytes.length) return { method: 8, crc, packed: smaller.length, body: () => [smaller] };
  }
  return { method: 0, crc, packed: bytes.length, body: () => chunks };
}

async function inPiecesReadTwice(file: PackageFile): Promise<Packed<never>> {
  let crc = 0;
  for await (const chunk of readFileBytes(file)) crc = crc32(chunk, crc);
  return { method: 0, crc, packed: file.size, body: () => checked(file, crc) };
}

function inPiecesKnown(file: PackageFile, crc: number, buffers?: BufferPair): Promise<Packed<never>> {
  return Promise.resolve({ method: 0, crc, packed: file.size, body: () => checked(file, crc, buffers) });
}

/** What is read must be what the CRC was of, or the zip would be broken without anyone being told. */
async function* checked(file: PackageFile, expected: number, buffers?: BufferPair): AsyncGenerator<Uint8Array, void, undefined> {
  let crc = 0;
  for await (const chunk of readFileBytes(file, buffers)) {
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (crc !== expected) throw changed(file);
}

function inPiecesReadOnce(file: PackageFile, buffers: BufferPair): Promise<Packed<Patch>> {
  async function* body(entry: ZipEntry): AsyncGenerator<Uint8Array | Patch, void, undefined> {
    for await (const chunk of readFileBytes(file, buffers)) {
      entry.crc = crc32(chunk, entry.crc);
      yield chunk;
    }
    yield { place: entry.offset + crcPlace, bytes: crcBytes(entry.crc) };
  }
  return Promise.resolve({ method: 0, crc: 0, packed: file.size, body });
}

function crcBytes(crc: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc, 0);
  return bytes;
}
