/** A value as a backup has it, the same from either engine: booleans are booleans, numbers numbers. */
export type Value = string | number | boolean | null;
export interface StoredTable {
  name: string;
  columns: { name: string; boolean: boolean; text: boolean }[];
  /** Columns of the primary key: rows are read in their order, texts by their bytes. */
  key: string[];
  /** Tables that its rows point at: they are filled before it. */
  references: string[];
}

/** A database as backup and restore see it: whole tables, one transaction. */
export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  /** Everything is read as it is at this moment, whatever is written meanwhile. */
  beginReading(): Promise<void>;
  /** Everything that is written is kept at `commit`, or nothing is. */
  beginWriting(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** All tables, each after those that it points at. */
  tables(): Promise<StoredTable[]>;
  rows(table: StoredTable): AsyncGenerator<Value[]>;
  insert(table: StoredTable, rows: Value[][]): Promise<void>;
  /** Removes all rows of a table. */
  clear(table: StoredTable): Promise<void>;
  close(): Promise<void>;
}

/** Tables in an order in which they can be filled. */
export function inOrder(tables: StoredTable[]): StoredTable[] {
  const [done, left] = [new Map<string, StoredTable>(), new Map(tables.map((table) => [table.name, table]))];
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ name, references }) => references.every((other) => other === name || !left.has(other)));
    if (ready.length === 0) throw new Error(`These tables point at each other in a circle: ${[...left.keys()].join(', ')}.`);
    for (const table of ready) {
      done.set(table.name, table);
      left.delete(table.name);
    }
  }
  return [...done.values()];
}

export function valueOf(value: unknown, isBoolean: boolean): Value {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return isBoolean ? value !== 0 : value;
  throw new Error(`A backup can't hold a value of the type ${typeof value}.`);
}

/** By what its rows are read: the key, or everything where there is none. */
export const orderOf = ({ columns, key }: Pick<StoredTable, 'columns' | 'key'>): string[] => (key.length > 0 ? key : columns.map(({ name }) => name));

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
