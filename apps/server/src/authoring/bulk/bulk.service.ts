import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId, newId, nowText } from '../../platform/ids.js';
import { BulkChangeRow, type BulkEntry, FolderRow, ItemRow, type ItemValues } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';
import { ItemFilter } from '../lists/item-filter.js';
import type { BankItemFilter } from '../lists/bank-items.types.js';
import { BankStatements } from './bank-statements.js';
import { type Change, needsReview, outcomeOf, type Outcome, type Refusal, takenBack } from './bulk-change.js';
import { type BulkSave, BulkWriter } from './bulk-writer.js';

/** Which items: these, or all that a filter leaves. */
export interface Selection { items?: readonly string[] | null; filter?: BankItemFilter | null }
export interface BulkPreview { items: number; changed: number; same: number; toReview: number; refused: { why: Refusal; items: number }[] }
export interface UndoOutcome { undone: number; kept: string[] }
/** Most items of one change: so many are written without keeping others who write waiting. */
export const mostItems = 2_000;

/** Changes many items at once, after saying what would change, and takes that back. */
@Injectable()
export class BulkService {
  constructor(private readonly database: Database, private readonly filter: ItemFilter, private readonly statements: BankStatements, private readonly writer: BulkWriter) {}

  async preview(actor: Actor, selection: Selection, change: Change): Promise<BulkPreview> {
    const rows = await this.#selected(actor, selection);
    const outcomes = await this.#outcomes(actor, rows, change);
    const refused = new Map<Refusal, number>();
    for (const outcome of outcomes) if (outcome.is === 'refused') refused.set(outcome.why, (refused.get(outcome.why) ?? 0) + 1);
    return {
      items: rows.length, changed: outcomes.filter(({ is }) => is === 'change').length, same: outcomes.filter(({ is }) => is === 'same').length,
      toReview: rows.filter((row, index) => { const outcome = outcomes[index]; return outcome?.is === 'change' && row.state === 'approved' && needsReview(outcome.now); }).length,
      refused: [...refused].map(([why, items]) => ({ why, items })),
    };
  }

  /** Changes what can be changed, all in one transaction. `say`: the sentence by which people know the change, for so many items. */
  async change(actor: Actor, selection: Selection, change: Change, say: (items: number) => string): Promise<BulkChangeRow> {
    await this.#checkFolder(actor, change);
    const rows = await this.#selected(actor, selection);
    const prepared = await this.writer.prepare(actor, this.#saves(rows, await this.#outcomes(actor, rows, change)));
    return this.database.write(async (manager) => {
      const locked = await this.#locked(manager, actor, rows.map(({ id }) => id));
      const saves = this.#saves(locked, await this.#outcomes(actor, locked, change));
      await this.writer.write(manager, actor, saves, prepared);
      const after = new Map((await this.#rows(manager, actor, saves.map(({ row }) => row.id))).map((row) => [row.id, row]));
      const before: Record<string, BulkEntry> = Object.fromEntries(saves.map(({ row, was, values }) => {
        const now = after.get(row.id) ?? row;
        return [row.id, { revision: now.revision, approvedVersion: now.approvedVersion, wasApproved: row.state === 'approved', was, now: values }];
      }));
      const done: BulkChangeRow = { id: newId(), organisationId: actor.organisationId, said: say(saves.length), before, accountId: actor.accountId, at: nowText(), undoneAt: null };
      if (saves.length > 0) await manager.insert(BulkChangeRow, done);
      return done;
    });
  }

  /** Takes a change back as a whole; what somebody has changed since stays, and is named. */
  async undo(actor: Actor, id: string): Promise<UndoOutcome> {
    const entries = new Map(Object.entries((await this.#standing(this.database.read, actor, id)).before));
    const prepared = await this.writer.prepare(actor, back(await this.#rows(this.database.read, actor, [...entries.keys()]), entries));
    return this.database.write(async (manager) => {
      await this.#standing(manager, actor, id, true);
      await manager.update(BulkChangeRow, { id }, { undoneAt: nowText() });
      const rows = await this.#locked(manager, actor, [...entries.keys()]);
      const saves = await this.#withFolders(manager, back(rows, entries));
      await this.writer.write(manager, actor, saves, prepared);
      const undone = new Set(saves.map(({ row }) => row.id));
      return { undone: undone.size, kept: rows.flatMap((row) => (undone.has(row.id) ? [] : [row.id])) };
    });
  }

  /** Changes of many items, newest first; one row more than asked for where more follow. */
  async page(actor: Actor, { first, after }: Page): Promise<{ rows: BulkChangeRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(BulkChangeRow, 'c').where('c.organisationId = :organisation', { organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('c.id < :id', { id: after[0] });
    return { rows: await query.orderBy('c.id', 'DESC').take(first + 1).getMany(), total };
  }

  async #standing(manager: EntityManager, actor: Actor, id: string, lock = false): Promise<BulkChangeRow> {
    const where = { id, organisationId: actor.organisationId };
    const row = isId(id) ? await manager.findOne(BulkChangeRow, { where, ...this.#lock(lock) }) : null;
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['id'] });
    if (row.undoneAt !== null) throw authoringErrors.ALREADY_UNDONE();
    return row;
  }

  async #selected(actor: Actor, { items, filter }: Selection): Promise<ItemRow[]> {
    if ((items ?? null) === null && (filter ?? null) === null) throw platformErrors.BAD_INPUT({ says: 'Say which items: name them, or give a filter.', path: ['selection'] });
    const query = await this.filter.query(actor, filter ?? {});
    if (items !== null && items !== undefined) query.andWhere('i.id IN (:...chosen)', { chosen: items.length === 0 ? [''] : items.slice(0, mostItems + 1) });
    const rows = (items?.length ?? 0) > mostItems ? [] : await query.orderBy('i.id').limit(mostItems + 1).getMany();
    if (rows.length > mostItems || (items?.length ?? 0) > mostItems) throw authoringErrors.TOO_MANY_ITEMS({ path: ['selection'] });
    return rows;
  }

  async #outcomes(actor: Actor, rows: readonly ItemRow[], change: Change): Promise<Outcome[]> {
    const known = change.is === 'statements' ? await this.statements.of(actor, [...new Set(rows.map(({ bankId }) => bankId))]) : new Map<string, ReadonlySet<string>>();
    return rows.map((row) => outcomeOf(row, change, known.get(row.bankId) ?? null));
  }

  #saves(rows: readonly ItemRow[], outcomes: readonly Outcome[]): (BulkSave & { was: ItemValues })[] {
    return rows.flatMap((row, index) => {
      const outcome = outcomes[index];
      return outcome?.is === 'change' ? [{ row, was: outcome.was, values: outcome.now, approve: row.state === 'approved' && !needsReview(outcome.now) }] : [];
    });
  }

  async #checkFolder(actor: Actor, change: Change): Promise<void> {
    if (change.is !== 'folder' || change.folderId === null) return;
    if (!isId(change.folderId) || !await this.database.read.existsBy(FolderRow, { id: change.folderId, bankId: change.bankId, organisationId: actor.organisationId })) throw platformErrors.NOT_FOUND({ path: ['change', 'folder'] });
  }

  /** A folder that is gone since takes nothing back. */
  async #withFolders(manager: EntityManager, saves: readonly BulkSave[]): Promise<BulkSave[]> {
    const wanted = [...new Set(saves.flatMap(({ values: { folderId } }) => (folderId === undefined || folderId === null ? [] : [folderId])))];
    const there = new Set((await manager.find(FolderRow, { where: { id: In(wanted) }, select: { id: true } })).map(({ id }) => id));
    return saves.filter(({ values: { folderId } }) => folderId === undefined || folderId === null || there.has(folderId));
  }

  async #rows(manager: EntityManager, actor: Actor, ids: readonly string[], lock = false): Promise<ItemRow[]> {
    const rows: ItemRow[] = [];
    for (let from = 0; from < ids.length; from += 500) {
      const where = { id: In(ids.slice(from, from + 500)), organisationId: actor.organisationId };
      rows.push(...await manager.find(ItemRow, { where, order: { id: 'ASC' }, ...this.#lock(lock) }));
    }
    return rows;
  }

  #lock(wanted: boolean): { lock?: { mode: 'pessimistic_write' } } {
    return wanted && this.database.engine === 'postgres' ? { lock: { mode: 'pessimistic_write' } } : {};
  }

  #locked(manager: EntityManager, actor: Actor, ids: readonly string[]): Promise<ItemRow[]> {
    return this.#rows(manager, actor, [...ids].sort(), true);
  }
}

function back(rows: readonly ItemRow[], entries: ReadonlyMap<string, BulkEntry>): BulkSave[] {
  return rows.flatMap((row) => {
    const entry = entries.get(row.id);
    const values = entry === undefined ? null : takenBack(row, entry.was, entry.now);
    if (entry === undefined || values === null) return [];
    // A version that a reviewer has approved since stands.
    if (needsReview(values) && row.approvedVersion !== entry.approvedVersion) return [];
    const restores = entry.wasApproved && row.state === 'draft' && row.revision === entry.revision && needsReview(values);
    return [{ row, values, approve: restores || (row.state === 'approved' && !needsReview(values)) }];
  });
}
