import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Database } from '../../platform/database/database.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId } from '../../platform/ids.js';
import { ItemRow } from '../authoring.entity.js';
import { ItemStateEnum } from '../item-states.js';
import type { BankItemFacets, BankItemFilter, BankItemOrder, FacetCount } from './bank-items.types.js';
import { ItemFilter, type FilterName } from './item-filter.js';

const ranked = (column: string, values: readonly string[]) => `CASE ${column} ${values.map((value, rank) => `WHEN '${value}' THEN ${rank + 1}`).join(' ')} ELSE 0 END`;
/** What a list is sorted by, and what a row has there. Written here alone, never by a caller. */
const orders: Record<BankItemOrder, { sql: string; of: (row: ItemRow) => string | number }> = {
  UPDATED: { sql: 'i.updatedAt', of: (row) => row.updatedAt },
  NAME: { sql: 'i.name', of: (row) => row.name },
  STATE: byRank('i.state', ['draft', 'in-review', 'approved', 'retired'], (row) => row.state),
  KIND: { sql: 'i.kind', of: (row) => row.kind },
  LEVEL: byRank('i.level', ['recall', 'application', 'judgement'], (row) => row.level),
  DIFFICULTY: byRank('i.difficulty', ['easy', 'medium', 'hard'], (row) => row.difficulty),
  FINDINGS: { sql: 'i.findings', of: (row) => row.findings },
};
function byRank(column: string, values: readonly string[], of: (row: ItemRow) => string | null): { sql: string; of: (row: ItemRow) => number } {
  return { sql: ranked(column, values), of: (row) => values.indexOf(of(row) ?? '') + 1 };
}

const mostValues = 100;

/** Items as lists and filters show them. */
@Injectable()
export class ItemListsService {
  constructor(private readonly database: Database, private readonly filter: ItemFilter, private readonly identity: IdentityService) {}

  /** A page of the items that a filter leaves; one row more than asked for where more follow. */
  async page(actor: Actor, wanted: BankItemFilter, sort: BankItemOrder, descending: boolean, { first, after }: Page): Promise<{ rows: ItemRow[]; total: number }> {
    const { sql } = orders[sort];
    const query = await this.filter.query(actor, wanted);
    const total = await query.getCount();
    const beyond = descending ? '<' : '>';
    // A row comparison, which both engines answer from an index.
    if (after !== null) query.andWhere(`(${sql}, i.id) ${beyond} (:value, :id)`, { value: after[0], id: after[1] });
    const page = query.orderBy(sql, descending ? 'DESC' : 'ASC').addOrderBy('i.id', descending ? 'DESC' : 'ASC').limit(first + 1);
    return { rows: await page.getMany(), total };
  }

  /** What a cursor of a list in this order holds. */
  keysOf(sort: BankItemOrder): (row: ItemRow) => (string | number)[] {
    return (row) => [orders[sort].of(row), row.id];
  }

  /** An item of the actor's organisation; batched within a request. */
  find(actor: Actor, id: string): Promise<ItemRow | null> {
    return actor.loader('authoring.bankItem', async (ids) => {
      const rows = await this.database.read.findBy(ItemRow, { id: In(ids.filter(isId)), organisationId: actor.organisationId });
      return new Map(rows.map((row) => [row.id, row]));
    }).load(id);
  }

  /** How many items each value of a filter would leave, the other filters kept. */
  async facets(actor: Actor, wanted: BankItemFilter): Promise<BankItemFacets> {
    const states = await this.#counted(actor, wanted, 'states', 'i.state');
    return {
      states: states.map((one) => ({ ...one, value: nameOfState(one.value) })),
      kinds: await this.#counted(actor, wanted, 'kinds', 'i.kind'),
      levels: await this.#counted(actor, wanted, 'levels', `COALESCE(i.level, '')`),
      difficulties: await this.#counted(actor, wanted, 'difficulties', `COALESCE(i.difficulty, '')`),
      tags: await this.#counted(actor, wanted, null, 'e.value', 'i.tags'),
      statements: await this.#counted(actor, wanted, 'statement', 'e.value', 'i.statements'),
      authors: await this.#named(actor, await this.#counted(actor, wanted, 'author', 'i.authorId')),
    };
  }

  /** Groups by an expression; `list`: over the entries of a column that holds a JSON list. */
  async #counted(actor: Actor, wanted: BankItemFilter, without: FilterName | null, sql: string, list?: string): Promise<FacetCount[]> {
    const query = await this.filter.query(actor, wanted, without ?? undefined);
    query.select(sql, 'value').addSelect('COUNT(*)', 'items');
    const rows: { value: string; items: number | string }[] = list === undefined
      ? await query.groupBy(sql).orderBy('2', 'DESC').addOrderBy('1', 'ASC').limit(mostValues).getRawMany()
      : await this.#overEntries(query.select(list, 'list').getQueryAndParameters());
    return rows.map(({ value, items }) => ({ value, label: value, items: Number(items) }));
  }

  #overEntries([inner, parameters]: [string, unknown[]]): Promise<{ value: string; items: number | string }[]> {
    return this.database.read.query(`SELECT e.value AS "value", COUNT(*) AS "items" FROM (${inner}) q, ${this.filter.entriesOf('q."list"')} GROUP BY e.value ORDER BY 2 DESC, 1 LIMIT ${mostValues}`, parameters);
  }

  #named(actor: Actor, counts: readonly FacetCount[]): Promise<FacetCount[]> {
    return Promise.all(counts.map(async (one) => ({ ...one, label: (await this.identity.account(actor, one.value))?.name ?? 'Somebody who left' })));
  }
}

function nameOfState(state: string): string {
  return Object.entries(ItemStateEnum).find(([, value]) => value === state)?.[0] ?? state;
}
