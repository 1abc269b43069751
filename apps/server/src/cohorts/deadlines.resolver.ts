import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort, ensureReach } from '../identity/cohort-roles/reach.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { enrolmentView } from '../learning/enrolments.resolver.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { Enrolment } from '../learning/learning.types.js';
import { found } from '../platform/found.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { Cohort } from './cohorts.types.js';
import { DeadlinesService } from './deadlines.service.js';
import { CohortDeadline, Extension, ExtensionConnection, ExtensionInput, LearnerDeadline, PartDayInput } from './deadlines.types.js';

@Resolver(() => Cohort)
export class DeadlinesResolver {
  constructor(private readonly deadlinesService: DeadlinesService) {}

  @Mutation(() => Cohort, { description: 'Sets by when the units and assessments of a cohort\'s course are due: all of them; what is not named has no day of its own.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('cohort', 'COORDINATOR')
  setCohortDeadlines(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('revision', { type: () => Int, description: 'The revision that was seen.' }) revision: number,
    @Args('deadlines', { type: () => [PartDayInput], description: 'The days.' }) deadlines: PartDayInput[],
  ): Promise<Cohort> {
    return this.deadlinesService.set(actor, cohort, revision, deadlines);
  }

  @ResolveField(() => [CohortDeadline], { description: 'The units and assessments of its course, and by when each is due.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  deadlines(@Parent() cohort: Cohort): Promise<CohortDeadline[]> {
    return this.deadlinesService.ofCohort(cohort);
  }
}

/** What deadlines add to an enrolment. */
@Resolver(() => Enrolment)
export class EnrolmentDeadlinesResolver {
  constructor(private readonly deadlinesService: DeadlinesService, private readonly enrolments: EnrolmentsService) {}

  @Mutation(() => Enrolment, { description: 'Gives one learner another day for the course, a unit or an assessment. What was given before is kept in the history.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('checked', 'COORDINATOR')
  async extendDeadline(
    @CurrentActor() actor: Actor,
    @Args('enrolment', { type: () => ID, description: 'Her enrolment.' }) enrolment: string,
    @Args('input', { type: () => ExtensionInput, description: 'Which day for what, and why.' }) input: ExtensionInput,
  ): Promise<Enrolment> {
    ensureReach(actor, (await this.enrolments.find(actor, enrolment))?.cohortId ?? null, { everywhere: ['COORDINATOR', 'ADMINISTRATOR'], here: ['COORDINATOR'], changing: true });
    await this.deadlinesService.extend(actor, enrolment, input);
    return enrolmentView({ ...found(await this.enrolments.find(actor, enrolment)), ...(input.part === '' ? { dueOn: input.dueOn } : {}) });
  }

  @ResolveField(() => [LearnerDeadline], { description: 'What is due by when for this learner, the first day first.' })
  @Allow('with-parent')
  deadlines(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<LearnerDeadline[]> {
    return this.deadlinesService.ofLearner(actor, id);
  }

  @ResolveField(() => ExtensionConnection, { description: 'Which other days this learner was given, by whom and why, the last first.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async extensions(@Parent() { id }: Enrolment, @Args() args: PageArgs): Promise<ExtensionConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.deadlinesService.history(id, page);
    return connection(rows, page, total, (row) => [row.id], (row) => row);
  }
}

@Resolver(() => Extension)
export class ExtensionResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who gave it; null: somebody who is here no more.' })
  @Allow('with-parent')
  by(@CurrentActor() actor: Actor, @Parent() { accountId }: Extension): Promise<Account | null> {
    return this.identity.account(actor, accountId);
  }
}
