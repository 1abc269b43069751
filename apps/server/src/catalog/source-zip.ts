import { createWriteStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, type Options, open, validateFileName, type ZipFile } from 'yauzl';
import { catalogErrors } from './errors.js';

/** What an uploaded course source may be at most: bytes when unpacked, and files. */
export const zipLimits = { unpackedBytes: 512 * 1024 * 1024, files: 10_000 };
const symbolicLink = 0o120000;

/** Unpacks an uploaded course source into an empty folder and gives back the folder that holds its course.yaml. Throws as `unpackZip`. */
export async function unpackSource(zipPath: string, into: string): Promise<string> {
  await unpackZip(zipPath, into, zipLimits);
  return courseFolder(into);
}

/** Unpacks a zip into an empty folder. Nothing is written outside of `into`. Throws NOT_A_ZIP, UNSAFE_ZIP or ZIP_TOO_LARGE. */
export async function unpackZip(zipPath: string, into: string, limits: typeof zipLimits): Promise<void> {
  const zip = await opened(zipPath);
  let bytes = 0;
  let files = 0;
  try {
    for await (const entry of entries(zip)) {
      refuseUnsafe(entry);
      files += 1;
      bytes += entry.uncompressedSize;
      if (files > limits.files) throw catalogErrors.ZIP_TOO_LARGE({ says: `This zip holds more than ${limits.files} files.` });
      if (bytes > limits.unpackedBytes) throw catalogErrors.ZIP_TOO_LARGE({ says: `This zip unpacks to more than ${limits.unpackedBytes / 1024 / 1024} MB.` });
      if (!entry.fileName.endsWith('/')) await extract(zip, entry, join(into, normalize(entry.fileName)));
    }
  } finally {
    zip.close();
  }
}

function opened(path: string): Promise<ZipFile> {
  const options: Options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true };
  return new Promise((resolve, reject) => {
    open(path, options, (error, zip) => (error === null && zip !== undefined ? resolve(zip) : reject(catalogErrors.NOT_A_ZIP())));
  });
}

async function* entries(zip: ZipFile): AsyncGenerator<Entry> {
  const waiting: ((result: { entry: Entry | null } | { error: unknown }) => void)[] = [];
  const settle = (result: { entry: Entry | null } | { error: unknown }) => waiting.shift()?.(result);
  zip.on('entry', (entry: Entry) => settle({ entry }));
  zip.on('end', () => settle({ entry: null }));
  zip.on('error', (error: unknown) => settle({ error }));
  while (true) {
    const result = await new Promise<{ entry: Entry | null } | { error: unknown }>((resolve) => {
      waiting.push(resolve);
      zip.readEntry();
    });
    if ('error' in result) throw /invalid (relative path|characters)|absolute path/.test(String(result.error)) ? catalogErrors.UNSAFE_ZIP() : catalogErrors.NOT_A_ZIP();
    if (result.entry === null) return;
    yield result.entry;
  }
}

function refuseUnsafe(entry: Entry): void {
  if (validateFileName(entry.fileName) !== null || entry.fileName.includes('\0') || entry.fileName.includes('\\')) throw catalogErrors.UNSAFE_ZIP();
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === symbolicLink) throw catalogErrors.UNSAFE_ZIP();
  if (entry.isEncrypted()) throw catalogErrors.NOT_A_ZIP({ says: 'This zip is encrypted: zip the folder again without a password.' });
}

/** yauzl stops at the size that the entry claims, so no more is written than was counted. */
async function extract(zip: ZipFile, entry: Entry, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, readable) => (error === null && readable !== undefined ? resolve(readable) : reject(catalogErrors.NOT_A_ZIP())));
  });
  await pipeline(stream, createWriteStream(file)).catch((error: unknown) => {
    throw /too many bytes|size mismatch|not enough bytes/.test(String(error))
      ? catalogErrors.ZIP_TOO_LARGE({ says: 'This zip claims other sizes than its contents have.' })
      : catalogErrors.NOT_A_ZIP({ says: 'This zip is damaged: zip the folder again.' });
  });
}

async function courseFolder(root: string): Promise<string> {
  const isFile = (path: string) => stat(path).then((found) => found.isFile(), () => false);
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory() && entry.name !== '__MACOSX');
  const inner = folders.length === 1 && folders[0] !== undefined ? join(root, folders[0].name) : root;
  for (const folder of [root, inner]) if (await isFile(join(folder, 'course.yaml'))) return folder;
  throw catalogErrors.NOT_A_ZIP({ says: 'This zip holds no course.yaml at its top or in its only folder.' });
}
