import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { Cohort } from '../cohorts/cohorts.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { Enrolment } from '../learning/learning.types.js';
import type { TransferRow } from './transfers.entity.js';
import { TransfersService } from './transfers.service.js';
import { Transfer, TransferInput, TransferKind, TransferPreview } from './transfers.types.js';

@Resolver(() => Transfer)
export class TransfersResolver {
  constructor(private readonly transfers: TransfersService, private readonly cohorts: CohortsService, private readonly identity: IdentityService) {}

  @Query(() => TransferPreview, { description: 'What transferLearner would do: what is kept, what becomes other, or why it can\'t be done.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  transferPreview(@CurrentActor() actor: Actor, @Args('input', { type: () => TransferInput, description: 'Who goes where.' }) input: TransferInput): Promise<TransferPreview> {
    return this.transfers.preview(actor, input);
  }

  @Query(() => [Cohort], { description: 'Cohorts to which a learner can be moved or copied, newest first, at most 50: of her course, in her version or a newer one.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  transferTargets(@CurrentActor() actor: Actor, @Args('enrolment', { type: () => ID, description: 'Her enrolment.' }) enrolment: string): Promise<Cohort[]> {
    return this.transfers.targets(actor, enrolment);
  }

  @Mutation(() => Transfer, { description: 'Takes a learner to another cohort of her course with all that she has done. Moved, she leaves the one that she is in; copied, she is in both, and the same work is certified once.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async transferLearner(@CurrentActor() actor: Actor, @Args('input', { type: () => TransferInput, description: 'Who goes where.' }) input: TransferInput): Promise<Transfer> {
    return view(await this.transfers.transfer(actor, input));
  }

  @ResolveField(() => Cohort, { nullable: true, description: 'The cohort that she was in.' })
  @Allow('with-parent')
  from(@CurrentActor() actor: Actor, @Parent() { fromCohortId }: Transfer): Promise<Cohort | null> { return this.cohorts.cohort(actor, fromCohortId); }

  @ResolveField(() => Cohort, { nullable: true, description: 'The cohort that she went to.' })
  @Allow('with-parent')
  to(@CurrentActor() actor: Actor, @Parent() { toCohortId }: Transfer): Promise<Cohort | null> { return this.cohorts.cohort(actor, toCohortId); }

  @ResolveField(() => Account, { nullable: true, description: 'Who did it; null: somebody who is here no more.' })
  @Allow('with-parent')
  by(@CurrentActor() actor: Actor, @Parent() { doneBy }: Transfer): Promise<Account | null> { return this.identity.account(actor, doneBy); }
}

/** What transfers add to an enrolment. */
@Resolver(() => Enrolment)
export class EnrolmentTransfersResolver {
  constructor(private readonly transfers: TransfersService) {}

  @ResolveField(() => [Transfer], { description: 'Between which cohorts she went, newest first.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async transferred(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<Transfer[]> {
    return (await this.transfers.of(actor, id)).map(view);
  }
}

const view = ({ id, kind, enrolmentId, reason, at, fromCohortId, toCohortId, doneBy }: TransferRow): Transfer => ({ id, kind: TransferKind[kind], enrolmentId, reason, at, fromCohortId, toCohortId, doneBy });
