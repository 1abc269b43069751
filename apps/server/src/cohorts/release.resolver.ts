import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort } from '../identity/cohort-roles/reach.js';
import { Cohort } from './cohorts.types.js';
import { ReleaseService } from './release.service.js';
import { CohortRelease, ReleaseKind, UnitDayInput } from './release.types.js';

@Resolver(() => Cohort)
export class ReleaseResolver {
  constructor(private readonly releasing: ReleaseService) {}

  @Mutation(() => Cohort, { description: 'Sets when the units of a cohort\'s course open. What a learner has begun stays open to her.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('cohort', 'COORDINATOR')
  setCohortRelease(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('revision', { type: () => Int, description: 'The revision that was seen.' }) revision: number,
    @Args('kind', { type: () => ReleaseKind, description: 'The rule.' }) kind: ReleaseKind,
    @Args('opensOn', { type: () => [UnitDayInput], defaultValue: [], description: 'For DATES: the day of each unit that has one.' }) opensOn: UnitDayInput[],
  ): Promise<Cohort> {
    return this.releasing.set(actor, cohort, revision, kind, opensOn);
  }

  @ResolveField(() => CohortRelease, { description: 'When the units of its course open.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  release(@Parent() cohort: Cohort): Promise<CohortRelease> {
    return this.releasing.of(cohort);
  }
}
