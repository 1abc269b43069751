import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { newId, nowText } from '../../platform/ids.js';
import { DecisionRow, ItemRow, type ItemState, RevisionRow } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';
import { ItemStore } from '../item-store.js';
import { type Deed, hindrance } from './hindrance.js';

const recordedAs: Partial<Record<Deed, string>> = { submit: 'item.submitted', approve: 'item.approved', giveBack: 'item.returned', retire: 'item.retired', reinstate: 'item.reinstated' };
const mostNote = 2_000;
/** Most decisions that are told of one revision. */
const mostOfRevision = 20;

/** The way of an item: draft, in review, approved, retired. Who may do what, and when, says `hindrance`. */
@Injectable()
export class ReviewService {
  constructor(private readonly database: Database, private readonly store: ItemStore, private readonly audit: AuditService) {}

  submit(actor: Actor, itemId: string, revision: number, note: string | null): Promise<ItemRow> {
    return this.#decide(actor, 'submit', itemId, revision, note, () => 'in-review');
  }

  /** Approves what somebody else wrote: the revision becomes the item's next version, which assessments use from now on. */
  approve(actor: Actor, itemId: string, revision: number, note: string | null): Promise<ItemRow> {
    return this.#decide(actor, 'approve', itemId, revision, note, async (row, manager) => {
      row.approvedVersion = (row.approvedVersion ?? 0) + 1;
      await manager.update(RevisionRow, { itemId, revision: row.revision }, { version: row.approvedVersion });
      await manager.update(ItemRow, { id: itemId }, { approvedVersion: row.approvedVersion });
      return 'approved' as const;
    });
  }

  /** Gives an item back to its author, with the reason. */
  giveBack(actor: Actor, itemId: string, revision: number, reason: string): Promise<ItemRow> {
    return this.#decide(actor, 'giveBack', itemId, revision, reasonIn(reason), () => 'draft');
  }

  retire(actor: Actor, itemId: string, reason: string): Promise<ItemRow> {
    return this.#decide(actor, 'retire', itemId, null, reasonIn(reason), () => 'retired');
  }

  /** Takes up a retired item again: approved where nothing was changed since, else a draft. */
  reinstate(actor: Actor, itemId: string): Promise<ItemRow> {
    return this.#decide(actor, 'reinstate', itemId, null, null, async (row, manager) => {
      const { version } = await manager.findOneByOrFail(RevisionRow, { itemId, revision: row.revision });
      return version !== null && version === row.approvedVersion ? 'approved' : 'draft';
    });
  }

  /** Whether the actor made the item or saved a revision of it, since its last approved version. */
  async wrote(manager: EntityManager, actor: Actor, row: Pick<ItemRow, 'id' | 'approvedVersion'>): Promise<boolean> {
    const last = row.approvedVersion === null ? null : await manager.findOne(RevisionRow, { select: { itemId: true, revision: true }, where: { itemId: row.id, version: row.approvedVersion } });
    return manager.existsBy(RevisionRow, { itemId: row.id, savedBy: actor.accountId, revision: MoreThan(last?.revision ?? 0) });
  }

  /** What was decided about an item, newest first; one row more than asked for where more follow. */
  async decisions(actor: Actor, itemId: string, { first, after }: Page): Promise<{ rows: DecisionRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(DecisionRow, 'd').where('d.itemId = :itemId AND d.organisationId = :organisation', { itemId, organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('d.id < :id', { id: after[0] });
    return { rows: await query.orderBy('d.id', 'DESC').take(first + 1).getMany(), total };
  }

  /** What was decided about one revision, oldest first; batched within a request. */
  async decisionsOn(actor: Actor, itemId: string, revision: number): Promise<DecisionRow[]> {
    const found = await actor.loader('authoring.decisions', async (keys) => {
      const wanted = keys.map((key) => key.split(' '));
      const rows = await this.database.read.find(DecisionRow, {
        where: { organisationId: actor.organisationId, itemId: In([...new Set(wanted.map(([id]) => id ?? ''))]), revision: In([...new Set(wanted.map(([, number]) => Number(number)))]) }, order: { id: 'ASC' },
      });
      return new Map(keys.map((key) => [key, rows.filter((row) => `${row.itemId} ${row.revision}` === key).slice(0, mostOfRevision)]));
    }).load(`${itemId} ${revision}`);
    return found ?? [];
  }

  #decide(actor: Actor, deed: Deed, itemId: string, revision: number | null, note: string | null, stateAfter: (row: ItemRow, manager: EntityManager) => ItemState | Promise<ItemState>): Promise<ItemRow> {
    const said = noteIn(note);
    return this.database.write(async (manager) => {
      let row = await this.store.locked(manager, actor, itemId);
      if (revision !== null && revision !== row.revision) throw authoringErrors.EDITED_MEANWHILE({ says: 'Somebody saved this question after you opened it. Look at it again first.', path: ['revision'] });
      // A picture may have come in since it was saved, or a statement may have gone.
      if (deed === 'submit' || deed === 'approve') row = await this.store.reread(manager, actor, itemId);
      const against = hindrance(deed, actor, { ...row, wrote: deed === 'approve' && await this.wrote(manager, actor, row) });
      if (against !== null) throw against;
      const { state: fromState } = row;
      const state = await stateAfter(row, manager);
      await manager.insert(DecisionRow, { id: newId(), itemId, organisationId: row.organisationId, revision: row.revision, fromState, toState: state, note: said, accountId: actor.accountId, at: nowText() });
      await manager.update(ItemRow, { id: itemId }, { state });
      await this.audit.record(manager, actor, { action: recordedAs[deed] ?? `item.${deed}`, subject: { type: 'item', id: itemId, label: row.name }, before: { state: fromState }, after: { state, revision: row.revision, note: said } });
      return { ...row, state };
    });
  }
}

function reasonIn(reason: string): string {
  if (reason.trim() === '') throw authoringErrors.REASON_MISSING({ path: ['reason'] });
  return reason;
}

function noteIn(note: string | null): string | null {
  const said = note?.trim() ?? '';
  if (said.length > mostNote) throw platformErrors.BAD_INPUT({ says: 'What is said to a decision has at most 2,000 characters.', path: ['note'] });
  return said === '' ? null : said;
}
