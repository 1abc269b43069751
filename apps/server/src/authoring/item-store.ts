import { Injectable } from '@nestjs/common';
import type { Item } from '@preceptor/assessment';
import { canonicalJson } from '@preceptor/course';
import { compileItemDocument } from '@preceptor/course/items';
import { type EntityManager, MoreThan } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { BankRow, DecisionRow, ItemRow, RevisionRow, WaiverRow } from './authoring.entity.js';
import { authoringErrors } from './errors.js';
import { freeName } from './items/item-names.js';
import { ItemSettings } from './items/item-settings.js';
import { boundedDocument, readDocument, type ItemDocument } from './items/read-document.js';
import { ItemIndex } from './search/item-index.js';

export type Cause = RevisionRow['cause'];
export interface NewItem { bankId: string; folderId?: string | null; /** left out: the document's id where it is free, else one made of it or of the bank's name */ name?: string | null; document: ItemDocument; cause: Cause }
/** `basedOn`: the revision that the document was made from; null: whatever is the newest. */
export interface ItemChange { itemId: string; basedOn: number | null; /** as it came in */ document: unknown; cause: Cause; /** made by the client for each editor that is opened: its own earlier saves are no conflict */ editor?: string | null }
/** The newest approved version of an item, compiled. */
export interface ApprovedItem { itemId: string; bankId: string; name: string; version: number; retired: boolean; item: Item }

/** Saves of one person within this time are shown as one entry of the history. */
const foldedFor = 10 * 60_000;
/** How long such saves can be read one by one: two days, so that a page left open over a night can still be joined. */
const keptApart = 48 * 60 * 60_000;

/** The one place where items and their revisions are written. Every call is within a transaction of the caller's. Who saves must be an account. */
@Injectable()
export class ItemStore {
  constructor(private readonly database: Database, private readonly settings: ItemSettings, private readonly index: ItemIndex) {}

  /** Makes an item. Its document may be half written. NAME_TAKEN where a name is asked for that its bank has. */
  async create(manager: EntityManager, actor: Actor, { bankId, folderId = null, name = null, document, cause }: NewItem): Promise<ItemRow> {
    // Locked, so that two who make items at once don't choose the same free name.
    const bank = isId(bankId) ? await manager.findOne(BankRow, { where: { id: bankId, organisationId: actor.organisationId }, ...this.#lock() }) : null;
    if (bank === null) throw platformErrors.NOT_FOUND({ path: ['bank'] });
    const own = await freeName(manager, bank, name, document['id']);
    const at = nowText();
    const whole = boundedDocument(document, own);
    const { text, ...fields } = readDocument(whole, await this.settings.of(manager, actor, bankId, [whole]), []);
    const row: ItemRow = {
      id: newId(), organisationId: actor.organisationId, bankId, folderId, name: own, state: 'draft', revision: 1, approvedVersion: null, ...fields,
      authorId: actor.accountId, createdAt: at, updatedAt: at, updatedBy: actor.accountId,
    };
    await manager.insert(ItemRow, row);
    await this.#insert(manager, { itemId: row.id, revision: 1, organisationId: row.organisationId, document: whole, version: null, cause, savedBy: actor.accountId, savedAt: at, beganAt: at, folded: false, editor: null });
    await this.index.put(manager, { itemId: row.id, organisationId: row.organisationId, text: `${own}\n${text}` });
    return row;
  }

  /**
   * Saves an item, durably when the transaction is. The same document again is no new revision, so that a save whose
   * answer was lost can be sent again. An approved item becomes a draft, its approved version stays in use.
   */
  async save(manager: EntityManager, actor: Actor, { itemId, basedOn, document, cause, editor = null }: ItemChange): Promise<ItemRow> {
    const row = await this.locked(manager, actor, itemId);
    const newest = await manager.findOneByOrFail(RevisionRow, { itemId, revision: row.revision });
    const whole = boundedDocument(document, row.name);
    const same = canonicalJson(whole) === canonicalJson(newest.document);
    if (same && (basedOn === null || basedOn === row.revision || newest.savedBy === actor.accountId)) return row;
    if (basedOn !== null && basedOn !== row.revision && !await this.#isOwnSave(manager, actor, row, basedOn, editor)) throw authoringErrors.EDITED_MEANWHILE({ path: ['revision'] });
    if (row.state === 'retired') throw authoringErrors.ITEM_RETIRED();
    const at = nowText();
    const beganAt = cause === 'edited' && await this.#isGoingOn(manager, actor, newest, at) ? newest.beganAt : at;
    if (beganAt !== at) await manager.update(RevisionRow, { itemId, revision: row.revision }, { folded: true });
    else await this.#forget(manager, itemId, at);
    const revision = row.revision + 1;
    await this.#insert(manager, { itemId, revision, organisationId: row.organisationId, document: whole, version: null, cause, savedBy: actor.accountId, savedAt: at, beganAt, folded: false, editor });
    const waivers = await manager.findBy(WaiverRow, { itemId });
    const { text, ...fields } = readDocument(whole, await this.settings.of(manager, actor, row.bankId, [whole]), waivers);
    const state = row.state === 'approved' ? 'draft' : row.state;
    if (state !== row.state) await manager.insert(DecisionRow, { id: newId(), itemId, organisationId: row.organisationId, revision, fromState: row.state, toState: state, note: null, accountId: actor.accountId, at });
    const changed = { ...fields, revision, state, updatedAt: at, updatedBy: actor.accountId };
    await manager.update(ItemRow, { id: itemId }, changed);
    await this.index.put(manager, { itemId, organisationId: row.organisationId, text: `${row.name}\n${text}` });
    return { ...row, ...changed };
  }

  /** Reads an item anew from its newest revision, where something beside the document has changed: a waiver, the bank, or which revision is the newest. */
  async reread(manager: EntityManager, actor: Actor, itemId: string): Promise<ItemRow> {
    const row = await this.locked(manager, actor, itemId);
    const { document } = await manager.findOneByOrFail(RevisionRow, { itemId, revision: row.revision });
    const waivers = await manager.findBy(WaiverRow, { itemId });
    const { text, ...fields } = readDocument(document, await this.settings.of(manager, actor, row.bankId, [document]), waivers);
    await manager.update(ItemRow, { id: itemId }, fields);
    await this.index.put(manager, { itemId, organisationId: row.organisationId, text: `${row.name}\n${text}` });
    return { ...row, ...fields };
  }

  /** An item of the actor's organisation as it is in this transaction; nobody else changes it until that ends. */
  async locked(manager: EntityManager, actor: Actor, itemId: string): Promise<ItemRow> {
    const where = { id: itemId, organisationId: actor.organisationId };
    const row = isId(itemId) ? await manager.findOne(ItemRow, { where, ...this.#lock() }) : null;
    if (row === null) throw platformErrors.NOT_FOUND();
    return row;
  }

  /** The newest approved versions of some items, or of those of a bank that are not retired; in no order. What has none, or is another organisation's, is left out. */
  async approved(actor: Actor, of: { itemIds: readonly string[] } | { bankId: string }): Promise<ApprovedItem[]> {
    const query = this.database.read.createQueryBuilder(ItemRow, 'i').where('i.organisationId = :organisation AND i.approvedVersion IS NOT NULL', { organisation: actor.organisationId });
    if ('bankId' in of) query.andWhere(`i.bankId = :bank AND i.state <> 'retired'`, { bank: of.bankId });
    else query.andWhere('i.id IN (:...ids)', { ids: of.itemIds.length === 0 ? [''] : [...of.itemIds] });
    const rows = await query.getMany();
    const versions = new Map<string, RevisionRow>();
    for (const part of partsOf(rows, 500)) {
      for (const revision of await this.database.read.findBy(RevisionRow, part.map(({ id, approvedVersion }) => ({ itemId: id, version: approvedVersion ?? 0 })))) versions.set(revision.itemId, revision);
    }
    const found: ApprovedItem[] = [];
    for (const bankId of new Set(rows.map((row) => row.bankId))) {
      const ofBank = rows.filter((row) => row.bankId === bankId);
      const setting = await this.settings.of(this.database.read, actor, bankId, ofBank.map(({ id }) => versions.get(id)?.document));
      for (const part of partsOf(ofBank, 50)) {
        for (const { id, name, approvedVersion, state } of part) {
          const { item } = compileItemDocument(versions.get(id)?.document, setting);
          if (item !== null && approvedVersion !== null) found.push({ itemId: id, bankId, name, version: approvedVersion, retired: state === 'retired', item });
        }
        await new Promise(setImmediate);
      }
    }
    return found;
  }

  /** On SQLite a transaction that writes is alone from its beginning. */
  #lock(): { lock?: { mode: 'pessimistic_write' } } { return this.database.engine === 'postgres' ? { lock: { mode: 'pessimistic_write' } } : {}; }

  #insert(manager: EntityManager, { itemId, revision, organisationId, document, version, cause, savedBy, savedAt, beganAt, folded, editor }: RevisionRow): Promise<void> {
    return this.database.insertMany(manager, 'authoring_revision', [{
      item_id: itemId, revision, organisation_id: organisationId, document: JSON.stringify(document), version, cause, saved_by: savedBy, saved_at: savedAt, began_at: beganAt, folded: this.database.engine === 'sqlite' ? Number(folded) : folded, editor,
    }]);
  }

  /** Forgets saves that the history shows as part of a later one, once they are too old for anybody to have begun from; those that were commented on stay. */
  async #forget(manager: EntityManager, itemId: string, now: string): Promise<void> {
    await manager.createQueryBuilder().delete().from(RevisionRow)
      .where('item_id = :itemId AND folded = :folded AND saved_at < :before', { itemId, folded: this.database.engine === 'sqlite' ? 1 : true, before: new Date(Date.parse(now) - keptApart).toISOString() })
      .andWhere('revision NOT IN (SELECT c."revision" FROM "authoring_comment" c WHERE c."item_id" = :itemId)').execute();
  }

  /** Whether all that was saved since a revision came from the same editor: answers that were lost on the way, and no conflict. */
  async #isOwnSave(manager: EntityManager, actor: Actor, row: ItemRow, basedOn: number, editor: string | null): Promise<boolean> {
    if (editor === null || basedOn > row.revision) return false;
    const own = await manager.countBy(RevisionRow, { itemId: row.id, revision: MoreThan(basedOn), editor, savedBy: actor.accountId });
    return own === row.revision - basedOn;
  }

  async #isGoingOn(manager: EntityManager, actor: Actor, before: RevisionRow, now: string): Promise<boolean> {
    if (before.cause !== 'edited' || before.savedBy !== actor.accountId || before.version !== null || Date.parse(now) - Date.parse(before.beganAt) > foldedFor) return false;
    return !await manager.existsBy(DecisionRow, { itemId: before.itemId, revision: before.revision });
  }
}

function partsOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));
}
