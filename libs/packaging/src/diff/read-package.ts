import { stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { identityPath, readIdentity, type PackageIdentity } from '../identity/identity.js';

/** Why a file can't be compared, as a sentence that begins with what it says of the file ("is no zip"). */
export class NotComparable extends Error {
  override readonly name = 'NotComparable';
}

/** What reading a stranger's zip may cost: names that are looked at, and bytes of the one file that is unpacked. */
const most = { entries: 100_000, bytes: 32 * 1024 * 1024 };

/** What a package that Preceptor made says of itself. Reads that one file of the zip and no other. Throws NotComparable. */
export async function identityInZip(file: string): Promise<PackageIdentity> {
  const found = await stat(file).catch(() => null);
  if (found === null) throw new NotComparable('is not there or may not be read');
  if (!found.isFile()) throw new NotComparable('is neither a zip nor a course folder');
  const zip = await openPromise(file, { autoClose: false, validateEntrySizes: true }).catch(() => { throw new NotComparable('is no zip, or a damaged one'); });
  try {
    const text = (await unpacked(zip, await identityEntry(zip))).toString('utf8');
    const identity = readIdentity(text);
    if (identity === null) throw new NotComparable(`was made by another version of Preceptor, or was changed since: its ${identityPath} can't be read`);
    return identity;
  } catch (error) {
    if (error instanceof NotComparable) throw error;
    throw new NotComparable('is a damaged zip');
  } finally {
    zip.close();
  }
}

async function identityEntry(zip: ZipFile): Promise<Entry> {
  if (zip.entryCount > most.entries) throw new NotComparable(`holds more than ${most.entries.toLocaleString('en')} files`);
  let found: Entry | null = null;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== identityPath) continue;
    if (found !== null) throw new NotComparable(`holds ${identityPath} twice`);
    found = entry;
  }
  if (found === null) throw new NotComparable(`was not made by Preceptor: it has no ${identityPath}, so which lessons and questions it holds can't be told`);
  if (found.uncompressedSize > most.bytes) throw new NotComparable(`has a ${identityPath} of more than ${most.bytes / 1024 / 1024} MB`);
  return found;
}

/** The bytes of one entry; what is longer than it says is cut off with an error by yauzl. */
async function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw new NotComparable('is a damaged zip');
  return bytes;
}
