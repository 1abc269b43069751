import { Injectable } from '@nestjs/common';
import { CohortsService } from '../cohorts/cohorts.service.js';
import type { Actor } from '../identity/actor.js';
import { NewcomersService } from '../identity/newcomers.service.js';
import { EnrollingService } from '../learning/enrolling.service.js';
import { platformErrors } from '../platform/errors.js';
import { Problem } from '../platform/problem.js';
import { InvitationsService } from '../sign-in/invitations/invitations.service.js';

/** Most who are invited at once: each gets a mail of her own. */
export const mostAtOnce = 500;

/** Invites the learners of a cohort who were brought in by others and have never been here. */
@Injectable()
export class InvitingService {
  constructor(private readonly cohorts: CohortsService, private readonly enrolling: EnrollingService, private readonly newcomers: NewcomersService, private readonly invitations: InvitationsService) {}

  /** How many learners of a cohort, which the caller has found for the actor, have no way in yet. */
  async withoutWayIn(actor: Actor, cohortId: string): Promise<number> {
    return (await this.newcomers.withoutWayIn(actor.organisationId, await this.enrolling.accountsIn(cohortId), 0)).total;
  }

  /** Mails each of them an invitation, except whom an open one waits for; says how many were invited. Called again, it goes on. */
  async invite(actor: Actor, cohortId: string): Promise<number> {
    const cohort = await this.cohorts.cohort(actor, cohortId);
    if (cohort === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    const { people } = await this.newcomers.withoutWayIn(actor.organisationId, await this.enrolling.accountsIn(cohort.id), Number.MAX_SAFE_INTEGER);
    let invited = 0;
    for (const { email, name, roles } of people) {
      if (invited >= mostAtOnce) break;
      try {
        await this.invitations.invite(actor, { email, name, roles: [...roles] });
        invited += 1;
      } catch (fault) {
        if (!(fault instanceof Problem && ['INVITED_ALREADY', 'MEMBER_ALREADY'].includes(fault.code))) throw fault;
      }
    }
    return invited;
  }
}
