import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId } from '../../platform/ids.js';
import { FolderRow, type ItemRow, RevisionRow } from '../authoring.entity.js';
import { ItemStore } from '../item-store.js';
import type { ItemDocument } from './read-document.js';

export interface CreateItem { bank: string; folder?: string | null; name?: string | null; document: ItemDocument }

/** What an author does with an item: makes it, saves it, looks at what it was and takes that up again. */
@Injectable()
export class ItemsService {
  constructor(private readonly database: Database, private readonly store: ItemStore) {}

  create(actor: Actor, { bank, folder = null, name = null, document }: CreateItem): Promise<ItemRow> {
    return this.database.write(async (manager) => {
      if (folder !== null && !(isId(folder) && await manager.existsBy(FolderRow, { id: folder, bankId: bank, organisationId: actor.organisationId }))) throw platformErrors.NOT_FOUND({ path: ['input', 'folder'] });
      return this.store.create(manager, actor, { bankId: bank, folderId: folder, name, document, cause: 'created' });
    });
  }

  save(actor: Actor, itemId: string, basedOn: number, document: ItemDocument): Promise<ItemRow> {
    return this.database.write((manager) => this.store.save(manager, actor, { itemId, basedOn, document, cause: 'edited' }));
  }

  /** Makes an earlier revision the newest, by saving it again; `basedOn`: the newest that the person has seen. */
  restore(actor: Actor, itemId: string, basedOn: number, revision: number): Promise<ItemRow> {
    return this.database.write(async (manager) => {
      await this.store.locked(manager, actor, itemId);
      const wanted = await manager.findOneBy(RevisionRow, { itemId, revision });
      if (wanted === null) throw platformErrors.NOT_FOUND({ path: ['revision'] });
      return this.store.save(manager, actor, { itemId, basedOn, document: wanted.document, cause: 'restored' });
    });
  }

  /** The history that is shown, newest first: saves that followed each other within a short while are one entry, their last. One row more than asked for where more follow. */
  async history(itemId: string, { first, after }: Page): Promise<{ rows: RevisionRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(RevisionRow, 'r').where('r.itemId = :itemId AND r.folded = :folded', { itemId, folded: this.database.engine === 'sqlite' ? 0 : false });
    const total = await query.getCount();
    if (after !== null) query.andWhere('r.revision < :revision', { revision: after[0] });
    return { rows: await query.orderBy('r.revision', 'DESC').take(first + 1).getMany(), total };
  }

  /** One revision of an item that the actor has been given; batched within a request. */
  revision(actor: Actor, itemId: string, revision: number): Promise<RevisionRow | null> {
    return actor.loader('authoring.revision', async (keys) => {
      const wanted = keys.map((key) => key.split(' ')).map(([id = '', number]) => ({ itemId: id, revision: Number(number), organisationId: actor.organisationId }));
      const rows = await this.database.read.findBy(RevisionRow, wanted);
      return new Map(rows.map((row) => [`${row.itemId} ${row.revision}`, row]));
    }).load(`${itemId} ${revision}`);
  }
}
