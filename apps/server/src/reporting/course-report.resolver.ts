import { Args, ArgsType, Field, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CourseLesson, CourseUnit, CourseVersion } from '../catalog/catalog.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { CourseFiguresService } from './course-figures.service.js';
import { ItemReportService } from './item-report.service.js';
import { ItemStatisticsConnection } from './reporting.types.js';

@ArgsType()
class ItemsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only items of this unit.' })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only this item.' })
  item?: string | null;
}

/** What reporting adds to a course version. */
@Resolver(() => CourseVersion)
export class CourseReportResolver {
  constructor(private readonly items: ItemReportService) {}

  @ResolveField(() => ItemStatisticsConnection, { description: 'The items in the order of the course, with how they were answered.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  async itemStatistics(@CurrentActor() actor: Actor, @Parent() version: CourseVersion, @Args() args: ItemsArgs): Promise<ItemStatisticsConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.items.statistics(actor, version.id, { unit: args.unit ?? null, item: args.item ?? null }, page);
    return connection(rows, page, total, ({ item }) => [item.id], (row) => row);
  }
}

@Resolver(() => CourseUnit)
export class UnitReportResolver {
  constructor(private readonly course: CourseFiguresService) {}

  @ResolveField(() => Int, { description: 'How many learners have their next lesson in this unit.' })
  async learnersHere(@CurrentActor() actor: Actor, @Parent() unit: CourseUnit): Promise<number> {
    return (await this.course.figures(actor, unit.versionId)).learnersHere.get(unit.id) ?? 0;
  }
}

@Resolver(() => CourseLesson)
export class LessonReportResolver {
  constructor(private readonly course: CourseFiguresService) {}

  @ResolveField(() => Int, { description: 'How many learners have completed this lesson.' })
  async completedBy(@CurrentActor() actor: Actor, @Parent() lesson: CourseLesson): Promise<number> {
    return (await this.course.figures(actor, lesson.versionId)).completedBy.get(lesson.id) ?? 0;
  }
}
