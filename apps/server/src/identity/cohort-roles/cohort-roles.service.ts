import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { type Actor, type CohortRole, cohortRoles } from '../actor.js';
import { MembershipRow } from '../identity.entity.js';
import { SessionsService } from '../sessions.service.js';
import { CohortRoleRow } from './cohort-roles.entity.js';

/** Roles that hold in one cohort alone. Which cohorts there are, and who may give them, the caller has checked. */
@Injectable()
export class CohortRolesService {
  constructor(private readonly database: Database, private readonly sessions: SessionsService) {}

  /** Who has a role in a cohort of the actor's organisation, by account; each with her roles there. */
  async of(actor: Actor, cohortId: string): Promise<Map<string, CohortRole[]>> {
    const rows = await this.database.read.find(CohortRoleRow, { where: { cohortId, organisationId: actor.organisationId }, order: { accountId: 'ASC' }, take: 500 });
    const found = new Map<string, CohortRole[]>();
    for (const { accountId, role } of rows) found.set(accountId, [...found.get(accountId) ?? [], role]);
    return new Map([...found].map(([id, held]) => [id, held.toSorted((one, other) => cohortRoles.indexOf(one) - cohortRoles.indexOf(other))]));
  }

  /** These people, and nobody else, have the role in the cohort; `forget` is to be called after the commit. Who does not belong to the organisation is left out. */
  async set(manager: EntityManager, organisationId: string, cohortId: string, role: CohortRole, accounts: readonly string[]): Promise<void> {
    await manager.delete(CohortRoleRow, { cohortId, organisationId, role });
    await this.#insert(manager, organisationId, cohortId, accounts.map((accountId) => ({ accountId, role })));
  }

  /** Somebody has these roles in the cohort instead of those held, except what she is by leading it. */
  async give(manager: EntityManager, organisationId: string, cohortId: string, accountId: string, roles: readonly CohortRole[]): Promise<CohortRole[]> {
    const before = (await manager.findBy(CohortRoleRow, { cohortId, organisationId, accountId })).map(({ role }) => role).filter((role) => role !== 'FACILITATOR');
    if (before.length > 0) await manager.delete(CohortRoleRow, { cohortId, organisationId, accountId, role: In(before) });
    await this.#insert(manager, organisationId, cohortId, roles.map((role) => ({ accountId, role })));
    return before;
  }

  /** Has every server ask anew who may what. */
  forget(): Promise<void> { return this.sessions.forget(); }

  async #insert(manager: EntityManager, organisationId: string, cohortId: string, people: readonly { accountId: string; role: CohortRole }[]): Promise<void> {
    const ids = people.map(({ accountId }) => accountId);
    const members = new Set(ids.length === 0 ? [] : (await manager.findBy(MembershipRow, { organisationId, accountId: In(ids) })).map(({ accountId }) => accountId));
    const rows = people.filter(({ accountId }) => members.has(accountId)).map((each) => ({ ...each, cohortId, organisationId }));
    if (rows.length > 0) await manager.insert(CohortRoleRow, rows);
  }
}
