import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Config } from '../platform/config.js';
import { openStore } from './open-store.js';
import { type End, type FileEnd, format, type Head, isDatabaseFile, LineDigest, notKept, type TableEnd, type Totals } from './format.js';
import type { Store } from './store.js';

const migrationsTable = 'migrations';
const pieceBytes = 192 * 1024;

/**
 * Writes everything that the server keeps to one file, while it runs: the database as it is at one moment, and then the
 * files of DATA_DIR, which are never changed once they are named in the database. The file is there whole or not at all.
 */
export async function backUp(config: Pick<Config, 'database' | 'dataDir'>, file: string, now = new Date()): Promise<Totals> {
  const store = await openStore(config.database);
  const unfinished = `${file}.unfinished`;
  const totals: Totals = { tables: 0, rows: 0, files: 0, bytes: 0 };
  try {
    await store.beginReading();
    await pipeline(Readable.from(inPieces(linesOf(store, config.dataDir, now, totals))), createGzip({ level: 6 }), createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, file);
    return totals;
  } catch (fault) {
    await rm(unfinished, { force: true });
    throw fault;
  } finally {
    await store.rollback().catch(() => undefined);
    await store.close();
  }
}

async function* linesOf(store: Store, dataDir: string, now: Date, totals: Totals): AsyncGenerator<string> {
  const all = new LineDigest();
  const line = (value: unknown): string => {
    const text = JSON.stringify(value);
    all.add(text);
    return text;
  };
  const tables = await store.tables();
  const head: Head = { format, at: now.toISOString(), engine: store.engine, migrations: await migrationsIn(store) };
  yield line(head);
  for (const table of tables.filter(({ name }) => name !== migrationsTable)) {
    yield line({ table: table.name, columns: table.columns.map(({ name }) => name) });
    const digest = new LineDigest();
    let rows = 0;
    for await (const row of store.rows(table)) {
      const text = line(row);
      digest.add(text);
      rows += 1;
      yield text;
    }
    const end: TableEnd = { tableEnd: table.name, rows, sha256: digest.hex };
    yield line(end);
    totals.tables += 1;
    totals.rows += rows;
  }
  for await (const path of filesUnder(dataDir)) {
    const hash = createHash('sha256');
    const end: FileEnd = { fileEnd: path, bytes: 0, sha256: '' };
    yield line({ file: path });
    for await (const piece of createReadStream(join(dataDir, path), { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>) {
      hash.update(piece);
      end.bytes += piece.length;
      yield line(piece.toString('base64'));
    }
    yield line({ ...end, sha256: hash.digest('hex') });
    totals.files += 1;
    totals.bytes += end.bytes;
  }
  const end: End = { end: true, ...totals, sha256: all.hex };
  yield JSON.stringify(end);
}

async function migrationsIn(store: Store): Promise<string[]> {
  const table = (await store.tables()).find(({ name }) => name === migrationsTable);
  if (table === undefined) return [];
  const at = table.columns.findIndex(({ name }) => name === 'name');
  const names: string[] = [];
  for await (const row of store.rows(table)) names.push(String(row[at]));
  return names;
}

/** Paths below a folder, with slashes. What is deleted meanwhile, or is no file, is left out. */
async function* filesUnder(root: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (below === '' && (notKept.includes(entry.name) || isDatabaseFile(entry.name))) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* filesUnder(root, path);
    else if (entry.isFile()) yield path;
  }
}

/** Lines gathered into pieces of a size that is worth compressing. */
async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < pieceBytes) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
