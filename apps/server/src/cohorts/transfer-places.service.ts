import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { EnrollingService } from '../learning/enrolling.service.js';
import { learningErrors } from '../learning/errors.js';
import { CohortStore } from './cohort-store.js';
import { type CohortRow, WaitingRow } from './cohorts.entity.js';
import { cohortErrors } from './errors.js';
import { fullError, PlacesService } from './places.service.js';

/** The places of somebody who goes from one cohort to another. */
@Injectable()
export class TransferPlaces {
  constructor(private readonly store: CohortStore, private readonly places: PlacesService, private readonly enrolling: EnrollingService) {}

  /** Both cohorts as they are now, held until the transaction ends: always in one order, so that two who go opposite ways never wait for each other. Throws where she can't leave the one or enter the other. */
  async hold(manager: EntityManager, actor: Actor, fromId: string, toId: string, accountId: string, leaves: boolean): Promise<{ from: CohortRow; to: CohortRow }> {
    const held = new Map<string, CohortRow>();
    for (const id of [fromId, toId].toSorted()) held.set(id, await this.store.locked(manager, actor, id, [id === fromId ? 'enrolment' : 'cohort']));
    const [from, to] = [held.get(fromId), held.get(toId)];
    if (from === undefined || to === undefined) throw new Error('A cohort that is held is gone.');
    if (leaves && from.archivedAt !== null) throw cohortErrors.COHORT_ARCHIVED({ path: ['enrolment'] });
    if (to.archivedAt !== null) throw cohortErrors.COHORT_ARCHIVED({ path: ['cohort'] });
    const before = await this.enrolling.ofMember(manager, to.id, accountId);
    if (before.some(({ withdrawnAt }) => withdrawnAt === null)) throw learningErrors.ALREADY_ENROLLED({ says: 'This person is in that cohort already.', path: ['cohort'] });
    if (before.length > 0) throw cohortErrors.WAS_WITHDRAWN({ path: ['cohort'] });
    if (await this.places.free(manager, to) <= 0) throw fullError(to, ['cohort']);
    await manager.delete(WaitingRow, { cohortId: to.id, accountId });
    return { from, to };
  }

  /** Gives the place that she left to whoever waits longest; gives the enrolments. */
  refill(manager: EntityManager, actor: Actor, from: CohortRow): Promise<string[]> { return this.places.fill(manager, actor, from, new Date()); }
}
