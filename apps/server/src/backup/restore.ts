import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import type { Migration } from '../platform/database/tables.js';
import { BackupError, type End, type FileEnd, format, type Head, isDatabaseFile, LineDigest, notKept, type TableEnd, type TableHead, type Totals } from './format.js';
import { openStore } from './open-store.js';
import type { Store, StoredTable, Value } from './store.js';

const atOnce = 500;
/** A database in which these are empty is nobody's yet. */
const ofSomebody = ['organisation', 'account'];
type Lines = AsyncIterator<string>;
const damaged = (says: string): BackupError => new BackupError(`The backup is damaged or not whole: ${says} Nothing was restored.`);

/**
 * Puts a backup into an empty database of either engine and an empty DATA_DIR, all of it or nothing. Each table is read back
 * and compared with the backup's count and hash before anything is kept. A backup of an older version is restored
 * as it was; the server migrates it when it starts.
 */
export async function restore(config: Pick<Config, 'database' | 'dataDir'>, file: string, migrations: Migration[]): Promise<Totals> {
  await stat(file).catch(() => { throw new BackupError(`There is no file ${file}.`); });
  await mkdir(config.dataDir, { recursive: true });
  await refuseUsedFolder(config.dataDir);
  const all = new LineDigest();
  const lines = linesIn(file, all);
  const head = await headOf(lines);
  await (await Database.open(config.database, { entities: [], migrations: migrationsOf(head, migrations) })).close();
  const store = await openStore(config.database);
  const staging = join(config.dataDir, '.restoring');
  /** What was moved from there to where it belongs. */
  const taken: string[] = [];
  try {
    await rm(staging, { recursive: true, force: true });
    await store.beginWriting();
    const totals = await readAll(store, lines, staging, all);
    for (const name of await readdir(staging).catch(() => [])) {
      await rename(join(staging, name), join(config.dataDir, name));
      taken.push(name);
    }
    await store.commit();
    return totals;
  } catch (fault) {
    for (const name of taken) await rm(join(config.dataDir, name), { recursive: true, force: true });
    await store.rollback().catch(() => undefined);
    throw fault;
  } finally {
    await store.close();
    await rm(staging, { recursive: true, force: true });
  }
}

async function readAll(store: Store, lines: Lines, staging: string, all: LineDigest): Promise<Totals> {
  const tables = new Map((await store.tables()).map((table) => [table.name, table]));
  for (const name of ofSomebody) await refuseRows(store, tables.get(name));
  // What a migration put there for a new installation: those before what they point at.
  for (const table of [...tables.values()].toReversed()) if (table.name !== 'migrations') await store.clear(table);
  const totals: Totals = { tables: 0, rows: 0, files: 0, bytes: 0 };
  for (;;) {
    const value = await next(lines);
    if ('table' in value) {
      totals.rows += await readTable(store, lines, tables, value as unknown as TableHead);
      totals.tables += 1;
    } else if ('file' in value) {
      totals.bytes += await readFile(lines, staging, String(value['file']));
      totals.files += 1;
    } else if ('end' in value) {
      const end = value as unknown as End;
      if (end.sha256 !== all.hex || end.tables !== totals.tables || end.rows !== totals.rows || end.files !== totals.files) throw damaged('its counts and its digest do not fit what it holds.');
      return totals;
    } else {
      throw damaged('something in it is not known.');
    }
  }
}

async function readTable(store: Store, lines: Lines, tables: ReadonlyMap<string, StoredTable>, { table: name, columns }: TableHead): Promise<number> {
  const known = tables.get(name);
  if (known === undefined) throw damaged(`it holds a table "${name}" that its version does not have.`);
  // The other engine, or a table that was changed by later migrations, may have the columns in another order.
  const table = { ...known, columns: columns.map((column) => known.columns.find((one) => one.name === column) ?? fail(damaged(`"${name}" has no column "${column}".`))) };
  let waiting: Value[][] = [];
  let count = 0;
  for (;;) {
    const value = await next(lines);
    if (Array.isArray(value)) {
      if (value.length !== columns.length) throw damaged(`a row of "${name}" has another number of columns.`);
      waiting.push(value as Value[]);
      count += 1;
      if (waiting.length < atOnce) continue;
    }
    await store.insert(table, waiting);
    waiting = [];
    if (Array.isArray(value)) continue;
    const { tableEnd, rows, sha256 } = value as unknown as TableEnd;
    if (tableEnd !== name || rows !== count) throw damaged(`"${name}" should have ${rows} rows and has ${count}.`);
    if (await digestOf(store, table) !== sha256) throw new BackupError(`What was read back of the table "${name}" is not what the backup holds. Nothing was restored.`);
    return count;
  }
}

async function digestOf(store: Store, table: StoredTable): Promise<string> {
  const digest = new LineDigest();
  for await (const row of store.rows(table)) digest.add(JSON.stringify(row));
  return digest.hex;
}

async function readFile(lines: Lines, staging: string, path: string): Promise<number> {
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..') || /[\\\0]/.test(path) || notKept.includes(path.split('/')[0] ?? '')) throw damaged(`it holds a file with the impossible name "${path}".`);
  const target = join(staging, path);
  await mkdir(dirname(target), { recursive: true });
  const hash = createHash('sha256');
  const file: FileHandle = await open(target, 'wx', 0o600);
  try {
    for (let written = 0; ;) {
      const value = await next(lines);
      if (typeof value === 'string') {
        const piece = Buffer.from(value, 'base64');
        hash.update(piece);
        written += piece.length;
        await file.write(piece);
        continue;
      }
      const { fileEnd, bytes, sha256 } = value as unknown as FileEnd;
      if (fileEnd !== path || bytes !== written || sha256 !== hash.digest('hex')) throw damaged(`the file ${path} is not as it was.`);
      await file.sync();
      return written;
    }
  } finally {
    await file.close();
  }
}

async function headOf(lines: Lines): Promise<Head> {
  const head = await next(lines).catch(() => ({}));
  if (!('format' in head) || head['format'] !== format) throw new BackupError('This file is not a backup of Preceptor that this version can read.');
  return head as unknown as Head;
}

/** Those of the backup, so that its tables are as they were. */
function migrationsOf(head: Head, known: Migration[]): Migration[] {
  const wanted = new Set(head.migrations);
  const found = known.filter((each) => wanted.has(new each().name ?? ''));
  if (found.length < wanted.size) throw new BackupError('This backup was made by a newer version of Preceptor: install that version, and restore again.');
  return found;
}

async function refuseUsedFolder(dataDir: string): Promise<void> {
  const used = (await readdir(dataDir)).filter((name) => !notKept.includes(name) && !isDatabaseFile(name));
  if (used.length > 0) throw new BackupError(`DATA_DIR must be empty to restore into it, and holds ${used.slice(0, 3).join(', ')}${used.length > 3 ? ' and more' : ''}.`);
}

async function refuseRows(store: Store, table: StoredTable | undefined): Promise<void> {
  if (table === undefined) return;
  for await (const _row of store.rows(table)) throw new BackupError(`The database must be empty to restore into it, and its table "${table.name}" is not.`);
}

async function* linesIn(file: string, all: LineDigest): AsyncGenerator<string> {
  const unzipped = createGunzip();
  // A fault on the way ends the reading below, which tells it.
  pipeline(createReadStream(file), unzipped, () => undefined);
  const decoder = new StringDecoder('utf8');
  let left = '';
  for await (const piece of unzipped as AsyncIterable<Buffer>) {
    const parts = (left + decoder.write(piece)).split('\n');
    left = parts.pop() ?? '';
    for (const line of parts) {
      yield line;
      // Only when the next is asked for: the last line tells the digest of those before it.
      all.add(line);
    }
  }
}

type Parsed = Record<string, unknown> | unknown[] | string;
async function next(lines: Lines): Promise<Record<string, unknown>> {
  const { value, done } = await lines.next().catch(() => { throw damaged('it can\'t be unpacked.'); });
  if (done === true) throw damaged('its end is missing.');
  try {
    return JSON.parse(value) as Parsed as Record<string, unknown>;
  } catch {
    throw damaged('a line in it can\'t be read.');
  }
}
function fail(fault: Error): never { throw fault; }
