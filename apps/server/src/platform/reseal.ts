import type { Database } from './database/database.js';
import type { SealedColumn, Sealing } from './sealing.js';

const atOnce = 200;

/** Seals what is sealed with an older key, or not at all, with the first key; may run beside a server that has both. Gives how many values were changed. */
export async function resealAll(database: Database, sealing: Sealing, columns: readonly SealedColumn[]): Promise<number> {
  let changed = 0;
  for (const column of columns) {
    for (let found = atOnce; found === atOnce;) {
      found = await database.write(async (manager) => {
        const [table, name] = [`"${column.table}"`, `"${column.column}"`];
        const rows = await manager.query<{ value: string }[]>(`SELECT DISTINCT ${name} AS value FROM ${table} WHERE ${name} IS NOT NULL AND ${name} NOT LIKE ${database.parameter(1)} LIMIT ${atOnce}`, [`${sealing.currentPrefix}%`]);
        // By its value, so that what somebody saves meanwhile stays.
        for (const { value } of rows) await manager.query(`UPDATE ${table} SET ${name} = ${database.parameter(1)} WHERE ${name} = ${database.parameter(2)}`, [sealing.seal(sealing.open(value, column), column), value]);
        return rows.length;
      });
      changed += found;
    }
  }
  return changed;
}

/** Ids of keys that something is sealed with and that `sealing` does not hold. */
export async function missingKeys(database: Database, sealing: Sealing, columns: readonly SealedColumn[]): Promise<string[]> {
  const missing = new Set<string>();
  for (const { table, column } of columns) {
    for (;;) {
      const known = [...sealing.keyIds, ...missing];
      const [row] = await database.read.query<{ value: string }[]>(
        `SELECT "${column}" AS value FROM "${table}" WHERE "${column}" LIKE ${database.parameter(1)}${known.map((_, at) => ` AND "${column}" NOT LIKE ${database.parameter(at + 2)}`).join('')} LIMIT 1`,
        ['sealed:1:%', ...known.map((id) => `sealed:1:${id}:%`)]);
      const id = row?.value.split(':')[2];
      if (id === undefined) break;
      missing.add(id);
    }
  }
  return [...missing];
}
