import { open } from 'node:fs/promises';
import type { Entry, ZipFile } from 'yauzl';
import { getFileNameLowLevel } from 'yauzl';
import { Refusal } from '../findings/refusal.js';
import type { Limits } from '../limits.js';
import { plainName, unsafeName } from './names.js';

/** Every file of a zip by its name, after all that can be known without unpacking was checked; folders are left out. */
export async function checkedEntries(zip: ZipFile, file: string, limits: Limits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new Refusal('too-many-entries', '', `The zip says that it holds ${zip.entryCount} files; more than ${limits.entries} are not opened.`);
  const directory = Number(zip.readEntryCursor);
  const entries = new Map<string, Entry>();
  const all: { name: string; entry: Entry }[] = [];
  let total = 0;
  try {
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      const raw = nameOf(entry);
      checkEntry(raw, entry, limits);
      const name = plainName(raw);
      total += entry.uncompressedSize;
      if (total > limits.totalBytes) throw new Refusal('zip-bomb', name, `The files unpack to more than ${limits.totalBytes} bytes.`);
      all.push({ name, entry });
      if (name.endsWith('/')) continue;
      if (entries.has(name)) throw new Refusal('entry-twice', name, `${quoted(name)} stands in the zip twice.`);
      entries.set(name, entry);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : await refusalOf(error, file);
  }
  const zipped = all.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
  if (total > 50 * 2 ** 20 && total > zipped * limits.ratio) throw new Refusal('zip-bomb', '', `The files unpack to ${Math.round(total / Math.max(1, zipped))} times their size.`);
  checkOverlap(all, directory);
  return entries;
}

/** What yauzl's errors mean for whoever made the zip. */
export async function refusalOf(error: unknown, file: string): Promise<Refusal> {
  const message = error instanceof Error ? error.message : String(error);
  if (/strong encryption/.test(message)) return new Refusal('entry-encrypted', '', 'A file in the zip is encrypted.');
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    if (bytesRead < 4 || buffer.toString('latin1', 0, 2) !== 'PK') return new Refusal('not-a-zip', '', bytesRead === 0 ? 'The file is empty.' : 'The file is not a zip.');
  } finally {
    await handle.close();
  }
  return new Refusal('zip-broken', '', /End of central directory/.test(message) ? 'The zip is cut short: its list of files is missing.' : `The zip is damaged: ${message}.`);
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

function checkEntry(raw: string, entry: Entry, limits: Limits): void {
  const unsafe = unsafeName(raw);
  if (unsafe !== null) throw new Refusal('entry-name-unsafe', raw, `The name ${quoted(raw)} ${unsafe}.`);
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (kind === 0o120000) throw new Refusal('entry-special', raw, `${quoted(raw)} is a symbolic link.`);
  if (kind !== 0 && kind !== 0o100000 && kind !== 0o040000) throw new Refusal('entry-special', raw, `${quoted(raw)} is neither a file nor a folder.`);
  if (entry.isEncrypted()) throw new Refusal('entry-encrypted', raw, `${quoted(raw)} is encrypted.`);
  if (!raw.endsWith('/') && entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new Refusal('entry-unreadable', raw, `${quoted(raw)} is compressed by a method other than deflate.`);
  if (entry.uncompressedSize > 10 * 2 ** 20 && entry.uncompressedSize > entry.compressedSize * limits.ratio) {
    throw new Refusal('zip-bomb', raw, `${quoted(raw)} unpacks to ${Math.round(entry.uncompressedSize / Math.max(1, entry.compressedSize))} times its size.`);
  }
}

/** Each entry takes at least its header, name and data; where the next begins before that ends, they overlap. */
function checkOverlap(all: readonly { name: string; entry: Entry }[], directory: number): void {
  const places = all
    .map(({ name, entry }) => ({ name, start: entry.relativeOffsetOfLocalHeader, end: entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize }))
    .sort((a, b) => a.start - b.start);
  for (const [index, { name, end }] of places.entries()) {
    const next = places[index + 1];
    if (next !== undefined && end > next.start) throw new Refusal('entries-overlap', next.name, `${quoted(name)} and ${quoted(next.name)} lie over each other in the zip.`);
    if (end > directory) throw new Refusal('entries-overlap', name, `${quoted(name)} lies over the list of files at the end of the zip.`);
  }
}

function quoted(name: string): string {
  return JSON.stringify(name.length > 120 ? `${name.slice(0, 120)}…` : name);
}
