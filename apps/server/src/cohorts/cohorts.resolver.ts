import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CatalogService } from '../catalog/catalog.service.js';
import { CourseVersion } from '../catalog/catalog.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort } from '../identity/cohort-roles/reach.js';
import { enrolmentView } from '../learning/enrolments.resolver.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { Enrolment } from '../learning/learning.types.js';
import { platformErrors } from '../platform/errors.js';
import { connection, pageOf } from '../platform/graphql/connection.js';
import { CohortsService } from './cohorts.service.js';
import { PlacesService } from './places.service.js';
import { Cohort, CohortConnection, CohortsArgs, CreateCohortInput, EnrolInput } from './cohorts.types.js';

@Resolver(() => Cohort)
export class CohortsResolver {
  constructor(private readonly cohortsService: CohortsService, private readonly catalog: CatalogService, private readonly enrolments: EnrolmentsService, private readonly places: PlacesService) {}

  @Query(() => CohortConnection, { description: 'The organisation\'s cohorts, newest first, without those that are archived.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  @AllowInCohort('any', 'COORDINATOR', 'FACILITATOR', 'OBSERVER')
  async cohorts(@CurrentActor() actor: Actor, @Args() args: CohortsArgs): Promise<CohortConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.cohortsService.cohorts(actor, page, args.archived);
    return connection(rows, page, total, ({ id }) => [id], (row) => row);
  }

  @Query(() => Cohort, { nullable: true, description: 'One cohort; null where there is none with this id.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  @AllowInCohort('id', 'COORDINATOR', 'FACILITATOR', 'OBSERVER')
  cohort(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The cohort\'s id.' }) id: string): Promise<Cohort | null> {
    return this.cohortsService.cohort(actor, id);
  }

  @Mutation(() => Cohort, { description: 'Makes a cohort on a course version.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  createCohort(@CurrentActor() actor: Actor, @Args('input', { type: () => CreateCohortInput, description: 'What it is to be.' }) input: CreateCohortInput): Promise<Cohort> {
    return this.cohortsService.create(actor, input);
  }

  @Mutation(() => Cohort, { description: 'Makes a cohort take another version of its course: whoever is enrolled from now on takes that. Who is enrolled already is moved by moveEnrolments.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  setCohortVersion(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('version', { type: () => ID, description: 'A version of the same course.' }) version: string,
  ): Promise<Cohort> {
    return this.cohortsService.setVersion(actor, cohort, version);
  }

  @Mutation(() => Enrolment, { description: 'Gives somebody a place in a cohort, or alone in a course version.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('input.cohort', 'COORDINATOR')
  async enrol(@CurrentActor() actor: Actor, @Args('input', { type: () => EnrolInput, description: 'Who takes what.' }) input: EnrolInput): Promise<Enrolment> {
    const enrolment = await this.enrolments.find(actor, await this.places.enrol(actor, input));
    if (enrolment === null) throw platformErrors.NOT_FOUND();
    return enrolmentView(enrolment);
  }

  @ResolveField(() => CourseVersion, { description: 'The course version that the cohort takes.' })
  async courseVersion(@CurrentActor() actor: Actor, @Parent() cohort: Cohort): Promise<CourseVersion> {
    const version = await this.catalog.version(actor, cohort.courseVersionId);
    if (version === null) throw platformErrors.NOT_FOUND();
    return version;
  }
}
