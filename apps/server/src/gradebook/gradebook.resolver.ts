import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Cohort } from '../cohorts/cohorts.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort, ensureReach } from '../identity/cohort-roles/reach.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { Enrolment } from '../learning/learning.types.js';
import { found } from '../platform/found.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { GradebookDesk } from './desk.service.js';
import { bookKeys, GradebookService } from './gradebook.service.js';
import { Gradebook, GradebookChange, GradebookChangeConnection, GradebookRow, GradebookRowConnection, GradebookRowsArgs, OverrideMarkInput, SaveGradebookInput } from './gradebook.types.js';
import { columnViews, rowView } from './views.js';

/** What the gradebook adds to a cohort. */
@Resolver(() => Cohort)
export class CohortGradebookResolver {
  constructor(private readonly desk: GradebookDesk) {}

  @ResolveField(() => Gradebook, { description: 'The marks of the cohort\'s learners, and the grades that they make.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  gradebook(@CurrentActor() actor: Actor, @Parent() { id }: Cohort): Promise<Gradebook> { return this.desk.gradebook(actor, id); }
}

@Resolver(() => Gradebook)
export class GradebookResolver {
  constructor(private readonly desk: GradebookDesk, private readonly books: GradebookService) {}

  @Mutation(() => Gradebook, { description: 'Sets how a cohort\'s marks make a grade. Refused where somebody else has changed it since.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('input.cohort', 'COORDINATOR')
  saveGradebook(@CurrentActor() actor: Actor, @Args('input', { type: () => SaveGradebookInput, description: 'All settings.' }) input: SaveGradebookInput): Promise<Gradebook> {
    return this.desk.save(actor, input);
  }

  @Mutation(() => GradebookRow, { description: 'Puts another mark in the place of one, or excuses from it, or puts it off: in the gradebook alone, what was answered and scored stays. The reason stays in the history.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('input.cohort', 'COORDINATOR', 'FACILITATOR')
  async overrideMark(@CurrentActor() actor: Actor, @Args('input', { type: () => OverrideMarkInput, description: 'Whose mark, what, and why.' }) input: OverrideMarkInput): Promise<GradebookRow> {
    return rowView(await this.desk.override(actor, input));
  }

  @Mutation(() => GradebookRow, { description: 'Takes back the last change of a mark; done again, it is in force again.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('cohort', 'COORDINATOR', 'FACILITATOR')
  async undoMark(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('enrolment', { type: () => ID, description: 'The enrolment.' }) enrolment: string,
    @Args('column', { type: () => ID, description: 'The column.' }) column: string,
    @Args('revision', { type: () => Int, description: 'The cell\'s revision that was seen.' }) revision: number,
  ): Promise<GradebookRow> {
    return rowView(await this.desk.undo(actor, cohort, { enrolmentId: enrolment, columnId: column }, revision));
  }

  @Query(() => GradebookChangeConnection, { description: 'What staff changed of one mark: who, when, why, before and after.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  @AllowInCohort('checked', 'COORDINATOR', 'FACILITATOR', 'OBSERVER')
  async markChanges(
    @CurrentActor() actor: Actor, @Args() args: PageArgs,
    @Args('enrolment', { type: () => ID, description: 'The enrolment.' }) enrolment: string,
    @Args('column', { type: () => ID, description: 'The column.' }) column: string,
  ): Promise<GradebookChangeConnection> {
    const page = pageOf(args, 1);
    ensureReach(actor, await this.desk.cohortOf(actor, enrolment), { everywhere: ['COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR'], here: ['COORDINATOR', 'FACILITATOR', 'OBSERVER'] });
    const { rows, total } = await this.desk.changes(actor, { enrolmentId: enrolment, columnId: column }, page);
    return connection(rows, page, total, ({ id }) => [id], (row) => row);
  }

  @ResolveField(() => GradebookRowConnection, { description: 'The learners with their marks.' })
  async rows(@CurrentActor() actor: Actor, @Parent() { cohortId, courseVersionId }: Gradebook, @Args() args: GradebookRowsArgs): Promise<GradebookRowConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = this.books.page(await this.books.book(actor, cohortId, courseVersionId), { ...args, search: args.search ?? null }, page);
    return connection(rows, page, total, (row) => bookKeys(row, args.sort), rowView);
  }

  @ResolveField('columns')
  async columns(@CurrentActor() actor: Actor, @Parent() { cohortId, courseVersionId }: Gradebook): Promise<Gradebook['columns']> {
    return columnViews(await this.books.book(actor, cohortId, courseVersionId));
  }
}

@Resolver(() => GradebookRow)
export class GradebookRowResolver {
  constructor(private readonly identity: IdentityService, private readonly enrolments: EnrolmentsService) {}

  @ResolveField(() => Account, { description: 'Who she is.' })
  async account(@CurrentActor() actor: Actor, @Parent() row: GradebookRow): Promise<Account> { return found(await this.identity.account(actor, row.accountId)); }

  @ResolveField(() => Enrolment, { description: 'Her place in the cohort; in the first of its courses where there are several.' })
  async enrolment(@CurrentActor() actor: Actor, @Parent() row: GradebookRow): Promise<Enrolment> { return found(await this.enrolments.find(actor, row.enrolmentId)); }
}

@Resolver(() => GradebookChange)
export class GradebookChangeResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who did it; null: is here no more.' })
  by(@CurrentActor() actor: Actor, @Parent() { accountId }: GradebookChange): Promise<Account | null> { return this.identity.account(actor, accountId); }
}
