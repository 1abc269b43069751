import 'reflect-metadata';
import { backUp } from './backup/back-up.js';
import { BackupError, type Totals } from './backup/format.js';
import { restore } from './backup/restore.js';
import { features } from './features.js';
import { type Config, ConfigError, readConfig } from './platform/config.js';
import { Database } from './platform/database/database.js';
import { missingKeys, resealAll } from './platform/reseal.js';
import { SealBroken, Sealing } from './platform/sealing.js';

const usage = 'Give one of: backup FILE, restore FILE, rotate-keys.';

/** What operators run beside the server, with its settings (DATABASE_URL, DATA_DIR, DATA_KEYS). `npx preceptor` starts it. */
async function main([command, file, ...rest]: string[]): Promise<number> {
  if (rest.length > 0 || (command === 'rotate-keys') !== (file === undefined)) return complain(usage, 2);
  try {
    const config = readConfig(process.env);
    switch (command) {
      case 'backup': return tell(`Backed up ${inWords(await backUp(config, file ?? ''))} to ${file}.`);
      case 'restore': return tell(`Restored ${inWords(await restore(config, file ?? '', features.flatMap(({ migrations }) => migrations)))}; all counts and hashes fit.${await keysToGive(config)}`);
      case 'rotate-keys': return tell(await rotated(config));
      default: return complain(usage, 2);
    }
  } catch (fault) {
    return complain(sentenceOf(fault), fault instanceof ConfigError ? 2 : 1);
  }
}

const sealed = features.flatMap((feature) => feature.sealed ?? []);

/** Which keys the restored values want that DATA_KEYS does not hold: said at once, not when somebody opens a licence. */
async function keysToGive(config: Config): Promise<string> {
  const database = await Database.open(config.database, { entities: [], migrations: [] });
  try {
    const missing = await missingKeys(database, new Sealing(config.dataKeys), sealed);
    return missing.length === 0 ? '' : ` Before the server starts, put into DATA_KEYS what its values are sealed with: the ${missing.length === 1 ? 'key' : 'keys'} ${missing.map((id) => `"${id}"`).join(', ')}. Without, they can't be read.`;
  } finally {
    await database.close();
  }
}

async function rotated(config: Config): Promise<string> {
  // Without migrations: a server of an earlier version may be at work.
  const database = await Database.open(config.database, { entities: [], migrations: [] });
  try {
    const changed = await resealAll(database, new Sealing(config.dataKeys), sealed);
    const key = config.dataKeys[0]?.id;
    return key === undefined ? `${count(changed, 'value')} stored as plain text: DATA_KEYS holds no key.` : `${count(changed, 'value')} sealed anew. All are sealed with the key "${key}" now; keys after it in DATA_KEYS are needed no more, except for older backups.`;
  } finally {
    await database.close();
  }
}

const count = (n: number, one: string): string => `${n.toLocaleString('en')} ${n === 1 ? one : `${one}s`}`;
const inWords = ({ tables, rows, files, bytes }: Totals): string => `${count(tables, 'table')} with ${count(rows, 'row')} and ${count(files, 'file')} (${(bytes / 1024 / 1024).toFixed(1)} MB)`;

function sentenceOf(fault: unknown): string {
  if (fault instanceof ConfigError || fault instanceof BackupError || fault instanceof SealBroken) return fault.message;
  const code = fault instanceof Error && 'code' in fault ? fault.code : null;
  if (code === 'SQLITE_CANTOPEN') return 'There is no database in DATA_DIR, or it may not be read.';
  if (code === 'ECONNREFUSED' || code === '28P01' || code === '3D000') return 'DATABASE_URL names a PostgreSQL that does not answer, or does not know this user, password or database.';
  if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC') return `The file can't be written or read: ${(fault as Error).message}.`;
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}

function tell(sentence: string): number {
  process.stdout.write(`${sentence}\n`);
  return 0;
}
function complain(sentence: string, code: number): number {
  process.stderr.write(`preceptor: ${sentence}\n`);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
