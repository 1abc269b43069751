import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { Actor, CohortRole } from '../identity/actor.js';
import { CohortRolesService } from '../identity/cohort-roles/cohort-roles.service.js';
import { IdentityService } from '../identity/identity.service.js';
import { EnrollingService } from '../learning/enrolling.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { parseInput } from '../platform/parse.js';
import { CohortStore } from './cohort-store.js';
import type { CohortRow } from './cohorts.entity.js';
import { cohortErrors } from './errors.js';

const givable = z.array(z.enum(['COORDINATOR', 'OBSERVER'], 'Here one may be coordinator or observer; who leads the cohort is named in its settings.')).transform((list) => [...new Set(list)]);

/** Who may do what in one cohort alone. */
@Injectable()
export class CohortPeopleService {
  constructor(private readonly database: Database, private readonly store: CohortStore, private readonly identity: IdentityService, private readonly enrolling: EnrollingService, private readonly roles: CohortRolesService, private readonly audit: AuditService) {}

  /** Everybody who has a role in the cohort, which the caller has found for the actor. */
  async of(actor: Actor, cohortId: string): Promise<{ accountId: string; roles: CohortRole[] }[]> {
    return [...await this.roles.of(actor, cohortId)].map(([accountId, held]) => ({ accountId, roles: held }));
  }

  /** Gives somebody of the organisation these roles in the cohort instead of those held; none takes them away. Who leads it stays so. */
  async give(actor: Actor, cohortId: string, accountId: string, wanted: readonly string[]): Promise<CohortRow> {
    const roles = parseInput(givable, wanted, 'roles');
    const account = await this.identity.account(actor, accountId);
    if (account === null) throw platformErrors.NOT_FOUND({ path: ['account'] });
    const cohort = await this.database.write(async (manager) => {
      const found = await this.store.locked(manager, actor, cohortId);
      if (roles.length > 0 && (await this.enrolling.learnersAmong(found.id, [account.id])).size > 0) throw cohortErrors.LEARNS_HERE({ path: ['account'] });
      const before = await this.roles.give(manager, actor.organisationId, found.id, account.id, roles);
      await this.audit.record(manager, actor, { action: 'cohort.roles-changed', subject: { type: 'cohort', id: found.id, label: found.name }, before: { person: account.name, roles: before }, after: { person: account.name, roles } });
      return found;
    });
    await this.roles.forget();
    return cohort;
  }
}
