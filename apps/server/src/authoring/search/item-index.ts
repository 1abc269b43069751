import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { ftsQuery, searchTerms, tsQuery, wordsOf } from './search-terms.js';

/** What is to be found of an item: everything that it says, in any markup. */
export interface IndexedItem { itemId: string; organisationId: string; text: string }
/** A condition on a column that holds an item's id, for a query builder. */
export interface Matching { condition: string; parameters: Record<string, string> }

/** Finds items by their words, on either engine. Written in the transaction that writes the item. */
@Injectable()
export class ItemIndex {
  constructor(private readonly database: Database) {}

  /** Makes an item findable by its text, in place of the one before. */
  put(manager: EntityManager, item: IndexedItem): Promise<void> { return this.putMany(manager, [item]); }

  /** The same for many items, each once. */
  async putMany(manager: EntityManager, items: readonly IndexedItem[]): Promise<void> {
    const rows = items.map(({ itemId, organisationId, text }) => ({ item_id: itemId, organisation_id: organisationId, words: wordsOf(text).join(' ') }));
    await this.database.insertMany(manager, 'authoring_item_text', rows, '("item_id") DO UPDATE SET "words" = excluded."words"');
  }

  /** Forgets an item. */
  remove(manager: EntityManager, itemId: string): Promise<void> { return this.removeMany(manager, [itemId]); }

  /** The same for some items. */
  async removeMany(manager: EntityManager, itemIds: readonly string[]): Promise<void> {
    if (itemIds.length > 0) await manager.query(`DELETE FROM "authoring_item_text" WHERE "item_id" IN (${itemIds.map((_, index) => this.database.parameter(index + 1)).join(', ')})`, [...itemIds]);
  }

  /**
   * What items must fulfil to say what somebody typed: every word, in any order, the last one as far as it is typed,
   * and words in quotation marks side by side. Upper case and accents count for nothing.
   * @param column the item's id in the query, such as `i.id`
   * @returns null where no word was typed: then every item does
   */
  matching(typed: string, column: string): Matching | null {
    const terms = searchTerms(typed);
    if (terms === null) return null;
    return this.database.engine === 'sqlite'
      ? {
        condition: `${column} IN (SELECT t."item_id" FROM "authoring_item_fts" f JOIN "authoring_item_text" t ON t."number" = f.rowid WHERE f."words" MATCH :searched)`,
        parameters: { searched: ftsQuery(terms) },
      }
      : {
        condition: `${column} IN (SELECT t."item_id" FROM "authoring_item_text" t WHERE t."vector" @@ to_tsquery('simple', :searched))`,
        parameters: { searched: tsQuery(terms) },
      };
  }
}
