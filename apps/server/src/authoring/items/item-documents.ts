import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ItemRow, RevisionRow } from '../authoring.entity.js';
import type { BankItemFilter } from '../lists/bank-items.types.js';
import { ItemFilter } from '../lists/item-filter.js';
import type { ItemDocument } from './read-document.js';

/** An item with what it says. */
export interface DocumentedItem { itemId: string; bankId: string; name: string; revision: number; state: ItemRow['state']; document: ItemDocument }

/** Items with their documents, for whoever carries them out of the house. */
@Injectable()
export class ItemDocuments {
  constructor(private readonly database: Database, private readonly filter: ItemFilter) {}

  /** A page of a bank's items that are not retired, by name; one more than asked for where more follow. */
  async page(actor: Actor, bankId: string, { first, after }: Page): Promise<{ rows: DocumentedItem[]; total: number }> {
    const query = this.database.read.createQueryBuilder(ItemRow, 'i').where(`i.organisationId = :organisation AND i.bankId = :bankId AND i.state <> 'retired'`, { organisation: actor.organisationId, bankId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('i.name > :name', { name: after[0] });
    return { rows: await this.#documented(await query.orderBy('i.name').take(first + 1).getMany(), 'newest'), total };
  }

  /** How many items a filter leaves. */
  async count(actor: Actor, filter: BankItemFilter): Promise<number> { return (await this.filter.query(actor, filter)).getCount(); }

  /** All items that a filter leaves, by bank and name. `approved`: as the newest approved version has them, and none without one. */
  async all(actor: Actor, filter: BankItemFilter, which: 'newest' | 'approved'): Promise<DocumentedItem[]> {
    const query = await this.filter.query(actor, which === 'approved' ? { ...filter, approved: true } : filter);
    return this.#documented(await query.orderBy('i.bankId').addOrderBy('i.name').getMany(), which);
  }

  async #documented(rows: readonly ItemRow[], which: 'newest' | 'approved'): Promise<DocumentedItem[]> {
    const wanted = new Map(rows.map((row) => [row.id, row]));
    const documents = new Map<string, ItemDocument>();
    for (let from = 0; from < rows.length; from += 500) {
      const part = rows.slice(from, from + 500);
      const revisions = which === 'newest'
        ? await this.database.read.findBy(RevisionRow, part.map(({ id, revision }) => ({ itemId: id, revision })))
        : await this.database.read.findBy(RevisionRow, part.map(({ id, approvedVersion }) => ({ itemId: id, version: approvedVersion ?? 0 })));
      for (const { itemId, document } of revisions) documents.set(itemId, document);
    }
    return [...wanted.values()].flatMap(({ id, bankId, name, revision, state }) => {
      const document = documents.get(id);
      return document === undefined ? [] : [{ itemId: id, bankId, name, revision, state, document }];
    });
  }
}
