import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { newId, nowText } from '../../platform/ids.js';
import { CommentRow, DecisionRow, ItemRow, RevisionRow, WaiverRow } from '../authoring.entity.js';
import { type Cause, ItemStore } from '../item-store.js';
import { ItemIndex } from '../search/item-index.js';
import type { ItemDocument, ReadFields } from './read-document.js';

/** An item whose document was read beforehand, in a thread of its own. The document's id is `name`. */
export interface PreparedItem { name: string; document: ItemDocument; read: ReadFields }
/** A save of a batch: the item as it is in this transaction, and what it becomes. `approve`: it is the item's next approved version at once, since nothing in it asks for a second look. */
export interface PreparedSave extends PreparedItem { row: ItemRow; approve?: boolean }
export interface NewItems { bankId: string; folderId: string | null; cause: Cause; approved?: string | null }
/** What a batch wrote of an item, so that it can be taken back. */
export interface Written { itemId: string; revision: number }

const atOnce = 250;

/** Writes many items in few statements and with nothing to compute, so that a transaction is short. The bank and the folder are the caller's to check. */
@Injectable()
export class ItemBatches {
  constructor(private readonly database: Database, private readonly store: ItemStore, private readonly index: ItemIndex) {}

  /** The items of a bank that have one of these names, by name; on PostgreSQL nobody else changes them until the transaction ends. */
  async named(manager: EntityManager, bankId: string, names: readonly string[]): Promise<Map<string, ItemRow>> {
    const found = new Map<string, ItemRow>();
    for (const part of parts(names)) {
      const rows = await manager.find(ItemRow, { where: { bankId, name: In(part) }, ...(this.database.engine === 'postgres' ? { lock: { mode: 'pessimistic_write' as const } } : {}) });
      for (const row of rows) found.set(row.name, row);
    }
    return found;
  }

  /** Every name that a bank has given. */
  async names(manager: EntityManager, bankId: string): Promise<Set<string>> {
    const rows: { name: string }[] = await manager.createQueryBuilder(ItemRow, 'i').select('i.name', 'name').where('i.bankId = :bankId', { bankId }).getRawMany();
    return new Set(rows.map(({ name }) => name));
  }

  /** Makes items whose names the bank has not given; in the order given. `approved`: they were approved elsewhere, and where, so that they are version 1. */
  async create(manager: EntityManager, actor: Actor, { bankId, folderId, cause, approved = null }: NewItems, items: readonly PreparedItem[]): Promise<Written[]> {
    const at = nowText();
    const made = items.map((item) => ({ ...item, itemId: newId(), revision: 1, version: approved === null ? null : 1 }));
    await this.database.insertMany(manager, 'authoring_item', made.map(({ itemId, name, read }) => ({
      id: itemId, organisation_id: actor.organisationId, bank_id: bankId, folder_id: folderId, name, state: approved === null ? 'draft' : 'approved', revision: 1, approved_version: approved === null ? null : 1,
      kind: read.kind, level: read.level, difficulty: read.difficulty, stem: read.stem, statements: JSON.stringify(read.statements), tags: JSON.stringify(read.tags),
      sound: this.#boolean(read.sound), findings: read.findings, author_id: actor.accountId, created_at: at, updated_at: at, updated_by: actor.accountId,
    })));
    await this.#revisions(manager, actor, made, cause, at);
    if (approved !== null) await this.database.insertMany(manager, 'authoring_decision', made.map(({ itemId }) => ({ id: newId(), item_id: itemId, organisation_id: actor.organisationId, revision: 1, from_state: 'draft', to_state: 'approved', note: approved, account_id: actor.accountId, at })));
    return made.map(({ itemId, revision }) => ({ itemId, revision }));
  }

  /** Gives items a new revision each. What was approved becomes a draft unless it is approved at once; its approved version stays in use. Which items differ, and are not retired, is the caller's to know. */
  async save(manager: EntityManager, actor: Actor, cause: Cause, saves: readonly PreparedSave[]): Promise<Written[]> {
    const at = nowText();
    const made = saves.map((save) => ({ ...save, itemId: save.row.id, revision: save.row.revision + 1, version: save.approve === true ? (save.row.approvedVersion ?? 0) + 1 : null }));
    await this.#revisions(manager, actor, made, cause, at);
    for (const { row, read: { text: _text, ...fields }, revision, version } of made) {
      const state = version !== null ? 'approved' : row.state === 'approved' ? 'draft' : row.state;
      await manager.update(ItemRow, { id: row.id }, { ...fields, revision, state, ...(version === null ? {} : { approvedVersion: version }), updatedAt: at, updatedBy: actor.accountId });
      if (state !== row.state) await manager.insert(DecisionRow, { id: newId(), itemId: row.id, organisationId: row.organisationId, revision, fromState: row.state, toState: state, note: null, accountId: actor.accountId, at });
    }
    // Findings that somebody answers for don't count.
    for (const part of parts(made.map(({ itemId }) => itemId))) {
      for (const itemId of new Set((await manager.findBy(WaiverRow, { itemId: In(part) })).map((waiver) => waiver.itemId))) await this.store.reread(manager, actor, itemId);
    }
    return made.map(({ itemId, revision }) => ({ itemId, revision }));
  }

  /** The newest documents of items, by item. */
  async documents(manager: EntityManager, rows: readonly ItemRow[]): Promise<Map<string, ItemDocument>> {
    const found = new Map<string, ItemDocument>();
    for (const part of parts(rows)) {
      for (const { itemId, document } of await manager.findBy(RevisionRow, part.map(({ id, revision }) => ({ itemId: id, revision })))) found.set(itemId, document);
    }
    return found;
  }

  /** Of what a batch wrote, the items that are as it left them: not saved again, not sent to review, not commented on. */
  async untouched(manager: EntityManager, actor: Actor, written: readonly Written[]): Promise<Map<string, ItemRow>> {
    const found = new Map<string, ItemRow>();
    for (const part of parts(written)) {
      const ids = part.map(({ itemId }) => itemId);
      const revisions = new Map(part.map(({ itemId, revision }) => [itemId, revision]));
      const talked = new Set((await manager.find(CommentRow, { where: { itemId: In(ids) }, select: { itemId: true, revision: true } })).filter((one) => one.revision >= (revisions.get(one.itemId) ?? 0)).map((one) => one.itemId));
      const decided = new Set((await manager.findBy(DecisionRow, { itemId: In(ids) })).filter((one) => one.revision >= (revisions.get(one.itemId) ?? 0) && !(one.fromState === 'approved' && one.toState === 'draft')).map((one) => one.itemId));
      const waived = new Set((await manager.findBy(WaiverRow, { itemId: In(ids) })).filter(({ itemId }) => revisions.get(itemId) === 1).map((one) => one.itemId));
      const rows = await manager.findBy(ItemRow, { id: In(ids), organisationId: actor.organisationId });
      for (const row of rows) if (row.revision === revisions.get(row.id) && !talked.has(row.id) && !decided.has(row.id) && !waived.has(row.id)) found.set(row.id, row);
    }
    return found;
  }

  /** Takes back what a batch wrote of items that are untouched: those that it made are gone, of the others its revision. */
  async takeBack(manager: EntityManager, actor: Actor, rows: readonly ItemRow[]): Promise<void> {
    const made = rows.filter(({ revision }) => revision === 1);
    for (const part of parts(made)) {
      const ids = part.map(({ id }) => id);
      await manager.delete(RevisionRow, { itemId: In(ids) });
      await this.index.removeMany(manager, ids);
      await manager.delete(ItemRow, { id: In(ids) });
      await new Promise(setImmediate);
    }
    for (const row of rows) {
      if (row.revision === 1) continue;
      await manager.delete(RevisionRow, { itemId: row.id, revision: row.revision });
      const wasApproved = await manager.findOneBy(DecisionRow, { itemId: row.id, revision: row.revision, fromState: 'approved', toState: 'draft' });
      if (wasApproved !== null) await manager.delete(DecisionRow, { id: wasApproved.id });
      await manager.update(ItemRow, { id: row.id }, { revision: row.revision - 1, ...(wasApproved === null ? {} : { state: 'approved' as const }) });
      await this.store.reread(manager, actor, row.id);
    }
  }

  async #revisions(manager: EntityManager, actor: Actor, made: readonly (PreparedItem & Written & { version: number | null })[], cause: Cause, at: string): Promise<void> {
    await this.database.insertMany(manager, 'authoring_revision', made.map(({ itemId, revision, name, document, version }) => ({
      item_id: itemId, revision, organisation_id: actor.organisationId, document: JSON.stringify({ ...document, id: name }), version, cause, saved_by: actor.accountId, saved_at: at, began_at: at, folded: this.#boolean(false),
    })));
    await this.index.putMany(manager, made.map(({ itemId, name, read }) => ({ itemId, organisationId: actor.organisationId, text: `${name}\n${read.text}` })));
  }

  #boolean(value: boolean): number | boolean { return this.database.engine === 'sqlite' ? Number(value) : value; }
}

function parts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, part) => all.slice(part * atOnce, (part + 1) * atOnce));
}
