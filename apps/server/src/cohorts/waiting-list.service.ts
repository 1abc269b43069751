import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import type { Page } from '../platform/graphql/connection.js';
import { WaitingRow } from './cohorts.entity.js';

export type Waiting = WaitingRow & { /** from 1 */ position: number };

/** Who waits for a place in a cohort, in the order of coming. */
@Injectable()
export class WaitingListService {
  constructor(private readonly database: Database) {}

  /** A page of those who wait, first come first; one row more than asked for where more follow. The caller has found the cohort for the actor. */
  async page(cohortId: string, { first, after }: Page): Promise<{ rows: Waiting[]; total: number }> {
    const query = this.database.read.createQueryBuilder(WaitingRow, 'w').where('w.cohortId = :cohortId', { cohortId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('w.id > :id', { id: after[0] });
    const left = after === null ? total : await query.getCount();
    const rows = await query.orderBy('w.id').take(first + 1).getMany();
    return { rows: rows.map((row, index) => ({ ...row, position: total - left + index + 1 })), total };
  }

  /** Where the actor herself waits. */
  async ofViewer(actor: Actor): Promise<Waiting[]> {
    const own = await this.database.read.find(WaitingRow, { where: { accountId: actor.accountId, organisationId: actor.organisationId }, order: { id: 'ASC' }, take: 50 });
    if (own.length === 0) return [];
    const all = await this.database.read.find(WaitingRow, { select: { id: true, cohortId: true }, where: { cohortId: In(own.map(({ cohortId }) => cohortId)) } });
    return own.map((row) => ({ ...row, position: all.filter(({ id, cohortId }) => cohortId === row.cohortId && id <= row.id).length }));
  }

  find(manager: EntityManager, cohortId: string, accountId: string): Promise<WaitingRow | null> {
    return manager.findOneBy(WaitingRow, { cohortId, accountId });
  }

  /** Who is next. */
  async first(manager: EntityManager, cohortId: string): Promise<WaitingRow | null> {
    return manager.findOne(WaitingRow, { where: { cohortId }, order: { id: 'ASC' } });
  }

  position(manager: EntityManager, { cohortId, id }: WaitingRow): Promise<number> {
    return manager.createQueryBuilder(WaitingRow, 'w').where('w.cohortId = :cohortId AND w.id <= :id', { cohortId, id }).getCount();
  }
}
