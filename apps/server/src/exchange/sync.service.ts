import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BanksService } from '../authoring/banks/banks.service.js';
import { ItemStore } from '../authoring/item-store.js';
import { ItemBatches } from '../authoring/items/item-batches.js';
import { type DocumentedItem, ItemDocuments } from '../authoring/items/item-documents.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { Problem } from '../platform/problem.js';

export type PushOutcome = 'CREATED' | 'SAVED' | 'UNCHANGED' | 'CHANGED_MEANWHILE' | 'REFUSED';
export interface Pushed { name: string; outcome: PushOutcome; message: string | null }
export interface ToPush { name: string; revision: number | null; document: unknown }

const mostAtOnce = 50;

/** Banks as a course source in Git has them: read page by page, saved item by item. */
@Injectable()
export class SyncService {
  constructor(private readonly database: Database, private readonly banks: BanksService, private readonly documents: ItemDocuments, private readonly batches: ItemBatches, private readonly store: ItemStore) {}

  async page(actor: Actor, bank: string, page: Page): Promise<{ rows: DocumentedItem[]; total: number }> {
    if (await this.banks.find(actor, bank) === null) throw platformErrors.NOT_FOUND({ path: ['bank'] });
    return this.documents.page(actor, bank, page);
  }

  /** Saves what can be saved, and says of each what became of it. One that is refused holds no other up. */
  async push(actor: Actor, bank: string, items: readonly ToPush[]): Promise<Pushed[]> {
    if (items.length > mostAtOnce) throw platformErrors.TOO_LARGE({ says: `At most ${mostAtOnce} items are pushed at once.`, path: ['items'] });
    if (await this.banks.find(actor, bank) === null) throw platformErrors.NOT_FOUND({ path: ['bank'] });
    return this.database.write(async (manager) => {
      const there = await this.batches.named(manager, bank, items.map(({ name }) => name));
      const pushed: Pushed[] = [];
      for (const item of items) pushed.push(await this.#one(manager, actor, bank, item, there.get(item.name)?.id ?? null));
      return pushed;
    });
  }

  async #one(manager: EntityManager, actor: Actor, bankId: string, { name, revision, document }: ToPush, itemId: string | null): Promise<Pushed> {
    try {
      if (typeof document !== 'object' || document === null || Array.isArray(document)) throw platformErrors.BAD_INPUT({ says: 'The document of an item is an object.' });
      const whole: Record<string, unknown> = { ...document };
      if (itemId === null) {
        if (revision !== null) return { name, outcome: 'CHANGED_MEANWHILE', message: 'The server has it no more.' };
        await this.store.create(manager, actor, { bankId, name, document: whole, cause: 'pulled' });
        return { name, outcome: 'CREATED', message: null };
      }
      const before = await this.store.locked(manager, actor, itemId);
      const after = await this.store.save(manager, actor, { itemId, basedOn: revision ?? 0, document: whole, cause: 'pulled' });
      return { name, outcome: after.revision === before.revision ? 'UNCHANGED' : 'SAVED', message: null };
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault;
      return { name, outcome: fault.code === 'EDITED_MEANWHILE' || fault.code === 'NAME_TAKEN' ? 'CHANGED_MEANWHILE' : 'REFUSED', message: fault.message };
    }
  }
}
