import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Cohort } from '../cohorts/cohorts.types.js';
import { type RulesKey, RulesService, subjectOf } from '../delivery/rules.service.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { AttemptsService } from '../learning/attempts.service.js';
import { ChangingService } from '../learning/changing.service.js';
import { Enrolment } from '../learning/learning.types.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { DeliveryDeskService } from './delivery-desk.service.js';
import { DeliveryChange, DeliveryChangeConnection, DeliverySetting, GrantedAccommodation, SaveAccommodationInput, SaveDeliveryRulesInput } from './delivery-desk.types.js';

@Resolver(() => DeliverySetting)
export class DeliveryDeskResolver {
  constructor(private readonly desk: DeliveryDeskService, private readonly rules: RulesService) {}

  @Query(() => DeliverySetting, { description: 'How an assessment of a course is delivered, to a cohort or to all.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  deliverySetting(
    @CurrentActor() actor: Actor,
    @Args('course', { type: () => ID, description: 'The course.' }) course: string,
    @Args('assessment', { type: () => ID, description: 'The assessment\'s id within the course.' }) assessment: string,
    @Args('cohort', { type: () => ID, nullable: true, description: 'Left out: for all without rules of their own.' }) cohort?: string | null,
  ): Promise<DeliverySetting> {
    return this.desk.setting(actor, { courseId: course, assessmentId: assessment, cohortId: cohort ?? null });
  }

  @Mutation(() => DeliverySetting, { description: 'Sets the rules of an assessment and puts them in force, for attempts that are open too; of submitted ones it changes only when their results are shown.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR', 'scope:courses')
  saveDeliveryRules(@CurrentActor() actor: Actor, @Args('input', { type: () => SaveDeliveryRulesInput, description: 'All rules.' }) input: SaveDeliveryRulesInput): Promise<DeliverySetting> {
    const { course, assessment, cohort, rules, networks, password, revision } = input;
    return this.desk.save(actor, { courseId: course, assessmentId: assessment, cohortId: cohort ?? null }, { rules, networks, password: password ?? null, revision });
  }

  @Mutation(() => DeliverySetting, { description: 'Removes what is set: from now on what is set for all holds, else what the course source says.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR', 'scope:courses')
  removeDeliveryRules(
    @CurrentActor() actor: Actor,
    @Args('course', { type: () => ID, description: 'The course.' }) course: string,
    @Args('assessment', { type: () => ID, description: 'The assessment\'s id within the course.' }) assessment: string,
    @Args('revision', { type: () => Int, description: 'The revision that was read.' }) revision: number,
    @Args('cohort', { type: () => ID, nullable: true, description: 'Left out: what is set for all.' }) cohort?: string | null,
  ): Promise<DeliverySetting> {
    return this.desk.remove(actor, { courseId: course, assessmentId: assessment, cohortId: cohort ?? null }, revision);
  }

  @Mutation(() => GrantedAccommodation, { description: 'Grants a learner or a cohort more time, attempts, breaks or other dates, in force at once, for open attempts too.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  saveAccommodation(@CurrentActor() actor: Actor, @Args('input', { type: () => SaveAccommodationInput, description: 'For whom, what, and why.' }) input: SaveAccommodationInput): Promise<GrantedAccommodation> {
    const { id, enrolment, cohort, assessment, reason, timeFactor, extraAttempts, breakSeconds, opensAt, closesAt } = input;
    const granted = { timeFactor, extraAttempts, breakSeconds, opensAt: opensAt ?? null, closesAt: closesAt ?? null };
    return this.desk.grant(actor, { enrolment: enrolment ?? null, cohort: cohort ?? null }, { id: id ?? null, assessmentId: assessment ?? null, granted, reason });
  }

  @Mutation(() => ID, { description: 'Withdraws an accommodation; gives its id.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async removeAccommodation(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The accommodation.' }) id: string): Promise<string> {
    await this.desk.withdraw(actor, id);
    return id;
  }

  @ResolveField(() => DeliveryChangeConnection, { description: 'What was changed here, newest first.' })
  async changes(@CurrentActor() actor: Actor, @Parent() { courseId, assessment, cohortId }: DeliverySetting, @Args() args: PageArgs): Promise<DeliveryChangeConnection> {
    const key: RulesKey = { courseId, assessmentId: assessment, cohortId };
    const page = pageOf(args, 1);
    const { rows, total } = await this.rules.changes(actor, subjectOf(key), page);
    return connection(rows, page, total, ({ id }) => [id], changeView);
  }
}

@Resolver(() => DeliveryChange)
export class DeliveryChangeResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who did it; null: is here no more.' })
  by(@CurrentActor() actor: Actor, @Parent() { accountId }: DeliveryChange): Promise<Account | null> { return this.identity.account(actor, accountId); }
}

const changeView = ({ id, at, before, after, accountId }: { id: string; at: string; before: string | null; after: string | null; accountId: string }): DeliveryChange => ({
  id, at, accountId, before: before === null ? null : JSON.parse(before) as unknown, after: after === null ? null : JSON.parse(after) as unknown,
});

/** What delivery adds to an enrolment, for staff. */
@Resolver(() => Enrolment)
export class EnrolmentAccommodationsResolver {
  constructor(private readonly desk: DeliveryDeskService, private readonly rules: RulesService, private readonly attempts: AttemptsService) {}

  @ResolveField(() => [GrantedAccommodation], { description: 'What the learner herself is granted, at most 50; what her cohort is granted holds too.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  accommodations(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<GrantedAccommodation[]> { return this.desk.granted(actor, 'enrolmentId', id); }

  @ResolveField(() => Int, { description: 'Attempts of hers that are open and that an accommodation would touch.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  openAttempts(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<number> { return this.attempts.openOf(actor, id); }

  @ResolveField(() => DeliveryChangeConnection, { description: 'What was granted and withdrawn, newest first.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  async accommodationChanges(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment, @Args() args: PageArgs): Promise<DeliveryChangeConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.rules.changes(actor, `enrolment/${id}`, page);
    return connection(rows, page, total, (row) => [row.id], changeView);
  }
}

/** What delivery adds to a cohort, for staff. */
@Resolver(() => Cohort)
export class CohortAccommodationsResolver {
  constructor(private readonly desk: DeliveryDeskService, private readonly changing: ChangingService) {}

  @ResolveField(() => [GrantedAccommodation], { description: 'What the whole cohort is granted, at most 50.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  accommodations(@CurrentActor() actor: Actor, @Parent() { id }: Cohort): Promise<GrantedAccommodation[]> { return this.desk.granted(actor, 'cohortId', id); }

  @ResolveField(() => Int, { description: 'Learners of the cohort in the middle of an attempt.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  openAttempts(@CurrentActor() actor: Actor, @Parent() { id }: Cohort): Promise<number> { return this.changing.openInCohort(actor, id); }
}
