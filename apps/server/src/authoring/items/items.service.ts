import { Injectable } from '@nestjs/common';
import { mergeItem } from '@preceptor/course';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId } from '../../platform/ids.js';
import { Problem } from '../../platform/problem.js';
import { FolderRow, ItemRow, RevisionRow } from '../authoring.entity.js';
import { ItemStore } from '../item-store.js';
import type { CreateItemInput, ItemConflict, SaveItemInput } from './saving.types.js';

/** What an author does with an item: makes it, saves it, looks at what it was and takes that up again. */
@Injectable()
export class ItemsService {
  constructor(private readonly database: Database, private readonly store: ItemStore) {}

  /** An item of the actor's organisation; null for any other, as for one that does not exist. Batched within a request. */
  find(actor: Actor, id: string): Promise<ItemRow | null> {
    return actor.loader('authoring.item', async (ids) => {
      const rows = await this.database.read.findBy(ItemRow, { id: In(ids.filter(isId)), organisationId: actor.organisationId });
      return new Map(rows.map((row) => [row.id, row]));
    }).load(id);
  }

  create(actor: Actor, { bank, folder, kind, name, document }: CreateItemInput): Promise<ItemRow> {
    const written: unknown = document ?? {};
    if (typeof written !== 'object' || written === null || Array.isArray(written)) throw platformErrors.BAD_INPUT({ says: 'The document of an item is an object.', path: ['input', 'document'] });
    const whole = kind === null || kind === undefined ? { ...written } : { kind, ...written };
    return this.#written(async (manager) => {
      if (folder !== null && folder !== undefined && !(isId(folder) && isId(bank) && await manager.existsBy(FolderRow, { id: folder, bankId: bank, organisationId: actor.organisationId }))) throw platformErrors.NOT_FOUND({ path: ['folder'] });
      return this.store.create(manager, actor, { bankId: bank, folderId: folder ?? null, name: name ?? null, document: whole, cause: 'created' });
    });
  }

  /** Saves, or tells what somebody else saved meanwhile; then nothing is written. */
  async save(actor: Actor, { id, revision, document, editor }: SaveItemInput): Promise<{ item: ItemRow; conflict: ItemConflict | null }> {
    if (editor !== null && editor !== undefined && !isId(editor)) throw platformErrors.BAD_INPUT({ says: 'An editor is named by a UUID in lower case.', path: ['input', 'editor'] });
    try {
      return { item: await this.#written((manager) => this.store.save(manager, actor, { itemId: id, basedOn: revision, document, cause: 'edited', editor: editor ?? null })), conflict: null };
    } catch (fault) {
      if (!(fault instanceof Problem) || fault.code !== 'EDITED_MEANWHILE') throw fault;
      return this.#conflict(actor, id, revision, document);
    }
  }

  /** Makes an earlier revision the newest, by saving it again; `basedOn`: the newest that the person has seen. */
  restore(actor: Actor, itemId: string, basedOn: number, revision: number): Promise<ItemRow> {
    return this.database.write(async (manager) => {
      await this.store.locked(manager, actor, itemId);
      const wanted = await manager.findOneBy(RevisionRow, { itemId, revision });
      if (wanted === null) throw platformErrors.NOT_FOUND({ path: ['restore'] });
      return this.store.save(manager, actor, { itemId, basedOn, document: wanted.document, cause: 'restored' });
    });
  }

  /** The history that is shown, newest first: saves that followed each other within a short while are one entry, their last. One row more than asked for where more follow. */
  async history(actor: Actor, itemId: string, { first, after }: Page): Promise<{ rows: RevisionRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(RevisionRow, 'r').where('r.itemId = :itemId AND r.organisationId = :organisation AND r.folded = :folded', { itemId, organisation: actor.organisationId, folded: this.database.engine === 'sqlite' ? 0 : false });
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

  /** As `Database.write`, for mutations whose arguments stand in `input`. */
  async #written<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.database.write(work);
    } catch (fault) {
      if (!(fault instanceof Problem) || fault.inputPath === null) throw fault;
      throw new Problem(fault.code, fault.message, fault.status, ['input', ...fault.inputPath]);
    }
  }

  async #conflict(actor: Actor, itemId: string, basedOn: number, mine: unknown): Promise<{ item: ItemRow; conflict: ItemConflict }> {
    const item = await this.database.read.findOneByOrFail(ItemRow, { id: itemId, organisationId: actor.organisationId });
    const theirs = await this.database.read.findOneByOrFail(RevisionRow, { itemId, revision: item.revision });
    const ancestor = await this.database.read.findOneBy(RevisionRow, { itemId, revision: basedOn });
    const own = { ...(mine as RevisionRow['document']), id: item.name };
    const { item: joined, conflicts } = mergeItem(ancestor?.document ?? null, own, theirs.document);
    return {
      item,
      conflict: { revision: theirs.revision, document: theirs.document, ancestor: ancestor?.document ?? null, joined: joined ?? own, fields: conflicts.map(({ field }) => field), at: theirs.savedAt, savedBy: theirs.savedBy },
    };
  }
}
