import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { platformErrors } from '../platform/errors.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { CatalogService } from './catalog.service.js';
import { Course, CourseConnection, CourseVersion, CourseVersionConnection } from './catalog.types.js';
import { PublishingService } from './publishing.service.js';

@Resolver(() => Course)
export class CatalogResolver {
  constructor(private readonly catalog: CatalogService, private readonly publishing: PublishingService) {}

  @Query(() => CourseConnection, { description: 'The organisation\'s courses, by title.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  async courses(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<CourseConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.catalog.courses(actor, page);
    return connection(rows, page, total, ({ title, id }) => [title, id], (row) => row);
  }

  @Query(() => Course, { nullable: true, description: 'One course; null where there is none with this id.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  course(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The course\'s id.' }) id: string): Promise<Course | null> {
    return this.catalog.course(actor, id);
  }

  @Query(() => CourseVersion, { nullable: true, description: 'One version; null where there is none with this id.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  courseVersion(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The version\'s id.' }) id: string): Promise<CourseVersion | null> {
    return this.catalog.version(actor, id);
  }

  @Mutation(() => CourseVersion, { description: 'Publishes a course source of the server\'s courses folder as a new version. Publishing the same source again gives the version that is there.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'scope:courses')
  async publishCourse(@CurrentActor() actor: Actor, @Args('slug', { type: () => String, description: 'The name of the source\'s folder.' }) slug: string): Promise<CourseVersion> {
    const version = await this.catalog.version(actor, await this.publishing.publishSource(actor, slug));
    if (version === null) throw platformErrors.NOT_FOUND();
    return version;
  }

  @ResolveField(() => CourseVersion, { nullable: true, description: 'The newest version.' })
  latestVersion(@CurrentActor() actor: Actor, @Parent() course: Course): Promise<CourseVersion | null> {
    return this.catalog.latest(actor, course.id);
  }

  @ResolveField(() => CourseVersionConnection, { description: 'All versions, newest first.' })
  async versions(@CurrentActor() actor: Actor, @Parent() course: Course, @Args() args: PageArgs): Promise<CourseVersionConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.catalog.versionsOf(actor, course.id, page);
    return connection(rows, page, total, ({ number }) => [number], (row) => row);
  }
}
