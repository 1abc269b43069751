import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CatalogService } from '../../catalog/catalog.service.js';
import { Course, CourseVersion } from '../../catalog/catalog.types.js';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Account } from '../../identity/identity.types.js';
import { connection, PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { PlansService } from './plans.service.js';
import { AssessmentPlan, AssessmentPlanConnection, ChangeAssessmentPlanInput, CreateAssessmentPlanInput, PlanPublication } from './plans.types.js';

@ArgsType()
class PlansArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Those of one course.' })
  course?: string | null;
}

@Resolver(() => AssessmentPlan)
export class PlansResolver {
  constructor(private readonly plans: PlansService, private readonly catalog: CatalogService, private readonly identity: IdentityService) {}

  @Query(() => AssessmentPlanConnection, { description: 'The organisation\'s assessments as they are planned, those changed last first.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  async assessmentPlans(@CurrentActor() actor: Actor, @Args() args: PlansArgs): Promise<AssessmentPlanConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.plans.page(actor, args.course ?? null, page);
    return connection(rows, page, total, ({ updatedAt, id }) => [updatedAt, id], (row) => row);
  }

  @Query(() => AssessmentPlan, { nullable: true, description: 'One plan; null where there is none with this id.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  assessmentPlan(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The plan\'s id.' }) id: string): Promise<AssessmentPlan | null> {
    return this.plans.find(actor, id);
  }

  @Mutation(() => AssessmentPlan, { description: 'Plans an assessment of a course\'s unit. Learners meet it once it is published.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  createAssessmentPlan(@CurrentActor() actor: Actor, @Args('input', { type: () => CreateAssessmentPlanInput, description: 'The plan.' }) input: CreateAssessmentPlanInput): Promise<AssessmentPlan> {
    return this.plans.create(actor, input);
  }

  @Mutation(() => AssessmentPlan, { description: 'Changes a plan.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  changeAssessmentPlan(
    @CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The plan\'s id.' }) id: string,
    @Args('revision', { type: () => Int, description: 'The revision that the caller knows.' }) revision: number,
    @Args('input', { type: () => ChangeAssessmentPlanInput, description: 'What is to be different.' }) input: ChangeAssessmentPlanInput,
  ): Promise<AssessmentPlan> {
    return this.plans.change(actor, id, revision, input);
  }

  @Mutation(() => ID, { description: 'Removes a plan with its forms and panels; gives its id. What was published of it stays.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async deleteAssessmentPlan(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The plan\'s id.' }) id: string): Promise<string> {
    await this.plans.remove(actor, id);
    return id;
  }

  @ResolveField(() => Course, { nullable: true, description: 'The course that it is for.' })
  course(@CurrentActor() actor: Actor, @Parent() { courseId }: AssessmentPlan): Promise<Course | null> { return this.catalog.course(actor, courseId); }

  @ResolveField(() => Int, { description: 'How many forms it has.' })
  async formCount(@CurrentActor() actor: Actor, @Parent() plan: AssessmentPlan): Promise<number> { return (await this.plans.size(actor, plan)).forms; }

  @ResolveField(() => Int, { description: 'How many items each form has; where there are none yet, how many its blueprint asks for.' })
  async itemCount(@CurrentActor() actor: Actor, @Parent() plan: AssessmentPlan): Promise<number> {
    const { forms, items, wanted } = await this.plans.size(actor, plan);
    return forms === 0 ? wanted : items;
  }

  @ResolveField(() => PlanPublication, { nullable: true, description: 'What was last published of it; null: nothing yet.' })
  async published(@CurrentActor() actor: Actor, @Parent() { id, revision, formsRevision }: AssessmentPlan): Promise<PlanPublication | null> {
    const row = await this.plans.published(actor, id);
    return row === null ? null : { ...row, current: row.revision === revision && row.formsRevision === formsRevision };
  }

  @ResolveField('updatedBy', () => Account, { nullable: true, description: 'Who changed it last; null: is here no more.' })
  changedBy(@CurrentActor() actor: Actor, @Parent() { updatedBy }: AssessmentPlan): Promise<Account | null> { return this.identity.account(actor, updatedBy); }
}

@Resolver(() => PlanPublication)
export class PlanPublicationResolver {
  constructor(private readonly catalog: CatalogService, private readonly identity: IdentityService) {}

  @ResolveField(() => CourseVersion, { nullable: true, description: 'The version of the course that it became part of.' })
  courseVersion(@CurrentActor() actor: Actor, @Parent() { courseVersionId }: PlanPublication): Promise<CourseVersion | null> { return this.catalog.version(actor, courseVersionId); }

  @ResolveField(() => Account, { nullable: true, description: 'Who published it; null: is here no more.' })
  by(@CurrentActor() actor: Actor, @Parent() { accountId }: PlanPublication): Promise<Account | null> { return this.identity.account(actor, accountId); }
}
