import { Injectable } from '@nestjs/common';
import { Brackets, type EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { nowText } from '../platform/ids.js';
import { AuditEntryRow, AuditHeadRow } from './audit.entity.js';
import { inHand } from './in-hand.js';
import { nameOf } from './mutations.js';
import { type Details, hashOf, hashOfDetails, keptText, newSalt, type Subject } from './chain.js';

/** One change that matters. `action` is `thing.happened`, such as `cohort.created`; `before` and `after` are what a person compares: no secrets, no whole courses. */
export interface Change {
  action: string; subject: Subject; before?: unknown; after?: unknown;
  /** Takes names and values out of earlier entries: those about these subjects, and those that hold one of these texts. For an erasure. */
  withholds?: Withheld;
}
export interface Withheld { subjects: readonly string[]; texts: readonly string[] }
interface Waiting extends Details { actor: Actor; action: string; subject: Subject; withholds: Withheld | null }

/**
 * The audit trail: every module that changes something that matters records it here, within the transaction of the change.
 * Rows of an organisation are chained by hash. Two transactions can't both continue the same chain: each takes the
 * organisation's row of `audit_head`, and only just before it commits, so that it is held for a moment and always as the last lock.
 */
@Injectable()
export class AuditService {
  readonly #waiting = new WeakMap<EntityManager, Waiting[]>();

  constructor(private readonly database: Database) {
    database.closing = {
      wanted: () => inHand.getStore()?.recorded === false,
      step: (manager) => this.#asAsked(manager),
      failed: () => {
        const hand = inHand.getStore();
        if (hand !== undefined) hand.recorded = false;
      },
    };
  }

  /** Records a change with everything else that `manager`'s transaction writes; nothing stays of it where that is rolled back. Values are read at once. */
  async record(manager: EntityManager, actor: Actor, { action, subject, before, after, withholds }: Change): Promise<void> {
    if (actor.organisationId === '') throw new Error(`The change ${action} belongs to no organisation: record it with an actor who has one.`);
    const hand = inHand.getStore();
    if (hand !== undefined) hand.recorded = true;
    const entry = { actor, action, subject, label: subject.label ?? null, before: keptText(before), after: keptText(after), salt: newSalt(), withholds: withholds ?? null };
    const waiting = this.#waiting.get(manager);
    if (waiting !== undefined) { waiting.push(entry); return; }
    this.#waiting.set(manager, [entry]);
    this.database.beforeCommit(manager, () => this.#append(manager));
  }

  /** Records what a mutation asked for, where the service that did it recorded nothing. */
  async #asAsked(manager: EntityManager): Promise<void> {
    const hand = inHand.getStore();
    if (hand === undefined || hand.recorded || hand.actor.organisationId === '') return;
    const { action, of, by } = nameOf(hand.mutation);
    const id = hand.args[by];
    await this.record(manager, hand.actor, { action, subject: { type: of, id: typeof id === 'string' ? id : hand.actor.organisationId }, after: hand.args });
  }

  async #append(manager: EntityManager): Promise<void> {
    const all = this.#waiting.get(manager) ?? [];
    // Always in the same order, so that two transactions over several organisations can't wait for each other.
    for (const organisationId of [...new Set(all.map(({ actor }) => actor.organisationId))].sort()) {
      await this.#continue(manager, organisationId, all.filter(({ actor }) => actor.organisationId === organisationId));
    }
  }

  async #continue(manager: EntityManager, organisationId: string, entries: Waiting[]): Promise<void> {
    await manager.createQueryBuilder().insert().into(AuditHeadRow).values({ organisationId, sequence: 0, hash: '', removedTo: 0, removedHash: '' }).orIgnore().execute();
    // Takes the row: from here to the commit nobody else adds to this chain.
    await manager.update(AuditHeadRow, { organisationId }, { sequence: () => `sequence + ${entries.length}` });
    const head = await manager.findOneByOrFail(AuditHeadRow, { organisationId });
    let [sequence, hash] = [head.sequence - entries.length, head.hash];
    const at = nowText();
    const withheld: [number, Withheld][] = [];
    const rows = entries.map(({ actor, action, subject, withholds, ...details }): Record<string, unknown> => {
      sequence += 1;
      const facts = { organisationId, sequence, at, actorKind: actor.kind, accountId: actor.accountId, action, subjectType: subject.type, subjectId: subject.id, detailsHash: hashOfDetails(details) };
      hash = hashOf(facts, hash);
      if (withholds !== null) withheld.push([sequence, withholds]);
      return {
        organisation_id: organisationId, sequence, at, actor_kind: actor.kind, account_id: actor.accountId, action, subject_type: subject.type, subject_id: subject.id,
        ...details, withheld: null, details_hash: facts.detailsHash, hash,
      };
    });
    await this.database.insertMany(manager, manager.connection.getMetadata(AuditEntryRow).tableName, rows);
    await manager.update(AuditHeadRow, { organisationId }, { hash });
    for (const [by, what] of withheld) await this.#withhold(manager, organisationId, by, what);
  }

  async #withhold(manager: EntityManager, organisationId: string, by: number, { subjects, texts }: Withheld): Promise<void> {
    const query = manager.createQueryBuilder().update(AuditEntryRow).set({ label: null, before: null, after: null, salt: null, withheld: by })
      .where('organisation_id = :organisationId AND sequence < :by AND salt IS NOT NULL', { organisationId, by });
    query.andWhere(new Brackets((any) => {
      any.where('subject_id IN (:...subjects)', { subjects });
      for (const [index, text] of texts.entries()) {
        // As it stands within JSON, and as a name by itself.
        const within = `%${JSON.stringify(text).slice(1, -1).replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
        any.orWhere(`label = :text${index} OR "before" LIKE :within${index} ESCAPE '!' OR "after" LIKE :within${index} ESCAPE '!'`, { [`text${index}`]: text, [`within${index}`]: within });
      }
    }));
    await query.execute();
  }
}
