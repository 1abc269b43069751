import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

/** Column types that mean the same on SQLite and PostgreSQL. Times are ISO 8601 UTC texts, JSON is text. */
type ColumnType = 'text' | 'integer' | 'bigint' | 'double precision' | 'boolean';
export interface ColumnSpec { type: ColumnType; nullable: boolean; default?: string; references?: string }
type Options = { nullable?: boolean; default?: string | number; references?: string };
const column = (type: ColumnType) => (options: Options = {}): ColumnSpec => ({
  type,
  nullable: options.nullable ?? false,
  ...(options.default === undefined ? {} : { default: typeof options.default === 'string' ? `'${options.default}'` : String(options.default) }),
  ...(options.references === undefined ? {} : { references: options.references }),
});
export const text = column('text');
export const integer = column('integer');
export const double = column('double precision');
export const boolean = column('boolean');

export interface TableSpec {
  name: string;
  columns: Record<string, ColumnSpec>;
  primary: string[];
  unique?: string[][];
  indexes?: string[][];
}

function tableOf(spec: TableSpec): Table {
  return new Table({
    name: spec.name,
    columns: Object.entries(spec.columns).map(([name, { type, nullable, default: value }]) => ({
      name, type, isNullable: nullable, isPrimary: spec.primary.includes(name), ...(value === undefined ? {} : { default: value }),
    })),
    indices: [
      ...(spec.unique ?? []).map((columnNames) => new TableIndex({ name: `u_${spec.name}_${columnNames.join('_')}`, columnNames, isUnique: true })),
      ...(spec.indexes ?? []).map((columnNames) => new TableIndex({ name: `i_${spec.name}_${columnNames.join('_')}`, columnNames })),
    ],
    foreignKeys: Object.entries(spec.columns).flatMap(([name, { references }]) => references === undefined ? [] : [new TableForeignKey({
      name: `f_${spec.name}_${name}`, columnNames: [name], referencedTableName: references, referencedColumnNames: ['id'],
    })]),
  });
}

export type Migration = new () => MigrationInterface;

/** A migration of one module, the same on both engines. `at` (YYYYMMDDhhmm) orders the migrations of all modules. */
export function migration(at: string, module: string, up: (runner: QueryRunner) => Promise<void>): Migration {
  return class implements MigrationInterface {
    name = `${module}${Date.UTC(+at.slice(0, 4), +at.slice(4, 6) - 1, +at.slice(6, 8), +at.slice(8, 10), +at.slice(10, 12))}`;
    async up(runner: QueryRunner): Promise<void> { await up(runner); }
    async down(): Promise<void> { throw new Error('Going back is done by restoring a backup.'); }
  };
}

/** A migration that makes tables. */
export const createTables = (at: string, module: string, specs: TableSpec[]): Migration => migration(at, module, async (runner) => {
  for (const spec of specs) await runner.createTable(tableOf(spec), false, true, true);
});
