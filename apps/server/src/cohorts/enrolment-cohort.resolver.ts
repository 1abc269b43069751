import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { Enrolment } from '../learning/learning.types.js';
import { CohortsService } from './cohorts.service.js';
import { Cohort } from './cohorts.types.js';

/** What cohorts add to an enrolment. */
@Resolver(() => Enrolment)
export class EnrolmentCohortResolver {
  constructor(private readonly cohorts: CohortsService) {}

  @ResolveField(() => Cohort, { nullable: true, description: 'The cohort that the learner is in; null: she takes the course alone.' })
  @Allow('with-parent')
  async cohort(@CurrentActor() actor: Actor, @Parent() enrolment: Enrolment): Promise<Cohort | null> {
    return enrolment.cohortId === null ? null : this.cohorts.cohort(actor, enrolment.cohortId);
  }
}
