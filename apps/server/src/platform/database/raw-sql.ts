import type { PoolClient } from 'pg';

export type Row = Record<string, unknown>;
/** Statements as they are, without the mapper: for the few that learners' events pass through. */
export interface RawSql {
  readonly engine: 'sqlite' | 'postgres';
  /** Runs a statement that is used again and again; gives its rows, none where it returns none. */
  query(text: string, parameters: readonly unknown[]): Promise<Row[]>;
}

interface Statement { reader: boolean; all(...parameters: unknown[]): unknown[]; run(...parameters: unknown[]): unknown }
/** The part of better-sqlite3's connection that is used here. */
export interface SqliteConnection { prepare(text: string): Statement }

export class SqliteRaw implements RawSql {
  readonly engine = 'sqlite';
  readonly #statements = new Map<string, Statement>();
  constructor(private readonly connection: SqliteConnection, private readonly counted: (text: string) => void) {}

  async query(text: string, parameters: readonly unknown[]): Promise<Row[]> {
    this.counted(text);
    const statement = this.#prepared(text);
    if (statement.reader) return statement.all(...parameters) as Row[];
    statement.run(...parameters);
    return [];
  }

  #prepared(text: string): Statement {
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      statement = this.connection.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }
}

export class PostgresRaw implements RawSql {
  readonly engine = 'postgres';
  constructor(private readonly client: PoolClient, private readonly counted: (text: string) => void) {}

  async query(text: string, parameters: readonly unknown[]): Promise<Row[]> {
    this.counted(text);
    const result = await this.client.query<Row>({ name: nameOf(text), text, values: [...parameters] });
    return result.rows;
  }
}

const names = new Map<string, string>();
/** PostgreSQL prepares a statement once a connection under its name. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `s${names.size}`;
    names.set(text, name);
  }
  return name;
}
