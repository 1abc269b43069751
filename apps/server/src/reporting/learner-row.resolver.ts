import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/allow.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { Enrolment } from '../learning/learning.types.js';
import { found } from '../platform/found.js';
import { LearnerRow } from './reporting.types.js';

@Resolver(() => LearnerRow)
export class LearnerRowResolver {
  constructor(private readonly identity: IdentityService, private readonly enrolments: EnrolmentsService) {}

  @ResolveField(() => Account, { description: 'Who she is.' })
  async account(@CurrentActor() actor: Actor, @Parent() row: LearnerRow): Promise<Account> {
    return found(await this.identity.account(actor, row.accountId));
  }

  @ResolveField(() => Enrolment, { description: 'Her place in the course version.' })
  async enrolment(@CurrentActor() actor: Actor, @Parent() row: LearnerRow): Promise<Enrolment> {
    return found(await this.enrolments.find(actor, row.enrolmentId));
  }
}
