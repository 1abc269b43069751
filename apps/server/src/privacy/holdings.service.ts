import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Sealing } from '../platform/sealing.js';
import { type Holding, withheldColumn } from './registry.js';

/** Whose: an account, within one organisation. */
export interface Person { accountId: string; organisationId: string; /** where rows that know her by it are asked for too */ email?: string }
export type Row = Record<string, unknown>;
const atOnce = 500;

/** Reads what is kept of a person, table by table. */
@Injectable()
export class HoldingsService {
  constructor(private readonly database: Database, private readonly sealing: Sealing) {}

  /** The rows of one holding, a few hundred at a time, without what is never given away. */
  async *rows(person: Person, holding: Holding): AsyncGenerator<Row[]> {
    const { where, parameters } = this.of(person, holding);
    for (let from = 0; ; from += atOnce) {
      const rows = await this.database.read.query<Row[]>(`SELECT * FROM "${holding.table}" WHERE ${where} ORDER BY ${this.#order(holding)} LIMIT ${atOnce} OFFSET ${from}`, parameters);
      if (rows.length > 0) yield rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !withheldColumn.test(name) && holding.withheld?.includes(name) !== true).map(([name, value]) => [name, this.#opened(holding, name, value)])));
      if (rows.length < atOnce) return;
    }
  }

  /** How many rows of a holding are hers. */
  async count(person: Person, holding: Holding): Promise<number> {
    const { where, parameters } = this.of(person, holding);
    const [row] = await this.database.read.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM "${holding.table}" WHERE ${where}`, parameters);
    return Number(row?.n ?? 0);
  }

  /** The condition that picks her rows. */
  of({ accountId, organisationId, email }: Person, { account = [], enrolment, address, organisation, within }: Holding): { where: string; parameters: unknown[] } {
    const parameters: unknown[] = [];
    const given = (value: string): string => {
      parameters.push(value);
      return this.database.parameter(parameters.length);
    };
    const hers = [
      ...account.map((column) => `"${column}" = ${given(accountId)}`),
      ...(enrolment === undefined ? [] : [`"${enrolment}" IN (SELECT id FROM enrolment WHERE account_id = ${given(accountId)} AND organisation_id = ${given(organisationId)})`]),
      ...(address === undefined || email === undefined ? [] : [`"${address}" = ${given(email)}`]),
    ];
    return { where: `(${hers.length === 0 ? '1 = 0' : hers.join(' OR ')})${organisation ? ` AND organisation_id = ${given(organisationId)}` : ''}${within === undefined ? '' : ` AND "${within.column}" IN (SELECT id FROM "${within.table}" WHERE organisation_id = ${given(organisationId)})`}`, parameters };
  }

  #opened({ table, sealed = [] }: Holding, column: string, value: unknown): unknown {
    return sealed.includes(column) && typeof value === 'string' ? this.sealing.open(value, { table, column }) : value;
  }

  #order({ table }: Holding): string {
    const known = orders[table];
    return known ?? '1, 2';
  }
}

/** Where the first two columns are not the key: what makes the order of the pages sure. */
const orders: Record<string, string> = { learning_event: 'enrolment_id, ordinal', learning_response: 'enrolment_id, attempt_id, item_id', grading_regrade_attempt: '1, 2, 3', delivery_rules: '1, 2, 3', assessments_rating: '1, 2, 3, 4' };
