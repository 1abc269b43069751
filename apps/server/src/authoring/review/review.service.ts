import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Page } from '../../platform/graphql/connection.js';
import { newId, nowText } from '../../platform/ids.js';
import { DecisionRow, ItemRow, type ItemState, RevisionRow } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';
import { ItemStore } from '../item-store.js';

const mostNote = 2_000;

/** The way of an item: draft, in review, approved, retired. Who may do what by role is the resolver's; that nobody approves her own work is decided here. */
@Injectable()
export class ReviewService {
  constructor(private readonly database: Database, private readonly store: ItemStore) {}

  submit(actor: Actor, itemId: string, revision: number, note: string | null): Promise<ItemRow> {
    return this.#decide(actor, itemId, revision, 'in-review', note, (row) => {
      if (row.state !== 'draft') throw authoringErrors.WRONG_STATE({ says: 'Only a draft can be sent to review.' });
      if (!row.sound) throw authoringErrors.NOT_SOUND();
    });
  }

  /** Approves what somebody else wrote: the revision becomes the item's next version, which assessments use from now on. */
  approve(actor: Actor, itemId: string, revision: number, note: string | null): Promise<ItemRow> {
    return this.#decide(actor, itemId, revision, 'approved', note, async (row, manager) => {
      if (row.state !== 'in-review') throw authoringErrors.WRONG_STATE({ says: 'Only a question that is in review can be approved.' });
      if (!row.sound) throw authoringErrors.NOT_SOUND();
      if (await this.#wrote(manager, actor, row)) throw authoringErrors.OWN_WORK();
      const approvedVersion = (row.approvedVersion ?? 0) + 1;
      await manager.update(RevisionRow, { itemId, revision: row.revision }, { version: approvedVersion });
      await manager.update(ItemRow, { id: itemId }, { approvedVersion });
      return { approvedVersion };
    });
  }

  /** Gives an item back to its author, with the reason. */
  giveBack(actor: Actor, itemId: string, revision: number, note: string): Promise<ItemRow> {
    if (note.trim() === '') throw authoringErrors.REASON_MISSING({ path: ['note'] });
    return this.#decide(actor, itemId, revision, 'draft', note, (row) => {
      if (row.state !== 'in-review') throw authoringErrors.WRONG_STATE({ says: 'Only a question that is in review can be given back.' });
    });
  }

  retire(actor: Actor, itemId: string, note: string | null): Promise<ItemRow> {
    return this.#decide(actor, itemId, null, 'retired', note, (row) => {
      if (row.state === 'in-review') throw authoringErrors.WRONG_STATE({ says: 'This question is in review. Give it back first.' });
      if (row.state === 'retired') throw authoringErrors.WRONG_STATE({ says: 'This question is retired already.' });
    });
  }

  /** Takes up a retired item again: approved where nothing was changed since, else a draft. */
  revive(actor: Actor, itemId: string): Promise<ItemRow> {
    return this.database.write(async (manager) => {
      const row = await this.store.locked(manager, actor, itemId);
      if (row.state !== 'retired') throw authoringErrors.WRONG_STATE({ says: 'This question is not retired.' });
      const { version } = await manager.findOneByOrFail(RevisionRow, { itemId, revision: row.revision });
      return this.#note(manager, actor, row, version !== null && version === row.approvedVersion ? 'approved' : 'draft', null);
    });
  }

  /** Why the actor can't approve an item that is in review, as a sentence; null: nothing stands against it. */
  async hindrance(actor: Actor, row: ItemRow): Promise<string | null> {
    if (!actor.has('REVIEWER', 'ADMINISTRATOR')) return 'Approving is for reviewers and administrators.';
    if (await this.#wrote(this.database.read, actor, row)) return 'You wrote on it, so somebody else must approve it.';
    return row.sound ? null : 'It can’t be scored as it stands.';
  }

  /** What was decided about an item, newest first; one row more than asked for where more follow. */
  async decisions(itemId: string, { first, after }: Page): Promise<{ rows: DecisionRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(DecisionRow, 'd').where('d.itemId = :itemId', { itemId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('d.id < :id', { id: after[0] });
    return { rows: await query.orderBy('d.id', 'DESC').take(first + 1).getMany(), total };
  }

  #decide(actor: Actor, itemId: string, revision: number | null, to: ItemState, note: string | null, allowed: (row: ItemRow, manager: EntityManager) => Promise<Partial<ItemRow>> | void): Promise<ItemRow> {
    return this.database.write(async (manager) => {
      const row = await this.store.locked(manager, actor, itemId);
      if (revision !== null && revision !== row.revision) throw authoringErrors.EDITED_MEANWHILE({ says: 'Somebody saved this question after you opened it. Look at it again first.', path: ['revision'] });
      const more = await allowed(row, manager);
      return this.#note(manager, actor, { ...row, ...more }, to, note);
    });
  }

  async #note(manager: EntityManager, actor: Actor, row: ItemRow, to: ItemState, note: string | null): Promise<ItemRow> {
    await manager.insert(DecisionRow, {
      id: newId(), itemId: row.id, organisationId: row.organisationId, revision: row.revision, fromState: row.state, toState: to, note: note === null ? null : note.trim().slice(0, mostNote) || null, accountId: actor.accountId, at: nowText(),
    });
    await manager.update(ItemRow, { id: row.id }, { state: to });
    return { ...row, state: to };
  }

  /** Whether the actor made the item, or saved a revision of it since its last approved version. */
  async #wrote(manager: EntityManager, actor: Actor, row: ItemRow): Promise<boolean> {
    if (row.authorId === actor.accountId) return true;
    const last = row.approvedVersion === null ? null : await manager.findOneBy(RevisionRow, { itemId: row.id, version: row.approvedVersion });
    return manager.existsBy(RevisionRow, { itemId: row.id, savedBy: actor.accountId, revision: MoreThan(last?.revision ?? 0) });
  }
}
