import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort } from '../identity/cohort-roles/reach.js';
import { platformErrors } from '../platform/errors.js';
import { JsonScalar } from '../platform/graphql/scalars.js';
import { CatalogService } from './catalog.service.js';
import { Course, CourseUnit, CourseVersion, StatementTrace } from './catalog.types.js';
import { statementsOf, unitsOf } from './version-view.js';

@Resolver(() => CourseVersion)
export class CourseVersionResolver {
  constructor(private readonly catalog: CatalogService) {}

  @ResolveField(() => Course, { description: 'The course of this version.' })
  async course(@CurrentActor() actor: Actor, @Parent() version: CourseVersion): Promise<Course> {
    const course = await this.catalog.course(actor, version.courseId);
    if (course === null) throw platformErrors.NOT_FOUND();
    return course;
  }

  @ResolveField(() => JsonScalar, { description: 'CourseOutline: units, lessons and assessments by id and title.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  @AllowInCohort('any', 'COORDINATOR', 'FACILITATOR', 'OBSERVER')
  async outline(@CurrentActor() actor: Actor, @Parent() version: CourseVersion): Promise<unknown> {
    return (await this.catalog.loaded(actor, version.id)).outline;
  }

  @ResolveField(() => [CourseUnit], { description: 'The units in order.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  async units(@CurrentActor() actor: Actor, @Parent() version: CourseVersion): Promise<CourseUnit[]> {
    return unitsOf(await this.catalog.loaded(actor, version.id));
  }

  @ResolveField(() => [StatementTrace], { description: 'Every statement of the guide with what teaches and what asks it.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  async statements(@CurrentActor() actor: Actor, @Parent() version: CourseVersion): Promise<StatementTrace[]> {
    return statementsOf(await this.catalog.loaded(actor, version.id));
  }
}
