import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CatalogService } from '../catalog/catalog.service.js';
import { Course } from '../catalog/catalog.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { AnalysesStore } from './analyses.store.js';
import { filterOf, statisticsOf, summaryOf } from './statistics-view.js';
import { StatisticsService } from './statistics.service.js';
import { AnalysedItemConnection, AnalysedItemsArgs, AssessmentArgs, AssessmentStatistics, AssessmentSummary, FlaggedItem, FlaggedItemConnection, ItemInAssessment } from './statistics.types.js';

@Resolver(() => AssessmentStatistics)
export class StatisticsResolver {
  constructor(private readonly statistics: StatisticsService, private readonly store: AnalysesStore) {}

  @Query(() => AssessmentStatistics, { nullable: true, description: 'What the submitted attempts at an assessment show, over the versions of its course; null where there is no such course or assessment. Computed where it never was, and anew in the background where more was submitted and what there is is three minutes old: `computing` says so.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'COORDINATOR')
  async assessmentStatistics(@CurrentActor() actor: Actor, @Args() { course, assessment, filter }: AssessmentArgs): Promise<AssessmentStatistics | null> {
    const known = await this.statistics.statistics(actor, course, assessment, filterOf(filter));
    return known === null ? null : statisticsOf(known);
  }

  @Mutation(() => AssessmentStatistics, { description: 'Computes an assessment\'s statistics anew from all that is submitted. Answers within some eight seconds; until then `computing` is true.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'scope:authoring')
  async recomputeStatistics(@CurrentActor() actor: Actor, @Args() { course, assessment, filter }: AssessmentArgs): Promise<AssessmentStatistics> {
    return statisticsOf(await this.statistics.recompute(actor, course, assessment, filterOf(filter)));
  }

  @Query(() => [AssessmentSummary], { nullable: true, description: 'A course\'s assessments with the statistics of each in a line, in the order of the course; null where there is no such course.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'COORDINATOR')
  async courseStatistics(@CurrentActor() actor: Actor, @Args('course', { type: () => ID, description: 'The course\'s id.' }) course: string): Promise<AssessmentSummary[] | null> {
    return (await this.statistics.course(actor, course))?.map(summaryOf) ?? null;
  }

  @Query(() => [ItemInAssessment], { description: 'What the attempts at each of a course\'s assessments show of one item, as far as it is computed; empty where nothing is.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'COORDINATOR')
  async itemAnalyses(@CurrentActor() actor: Actor, @Args('course', { type: () => ID, description: 'The course\'s id.' }) course: string, @Args('item', { type: () => ID, description: 'The item\'s id within the course.' }) item: string): Promise<ItemInAssessment[]> {
    const found = await this.store.ofItem(actor.organisationId, course, item);
    return found.map(({ analysis, row }) => ({ assessment: analysis.assessmentId, title: analysis.title, computedAt: analysis.computedAt, analysis: row.data }));
  }

  @ResolveField(() => AnalysedItemConnection, { description: 'The items, those that need a look first, the gravest before the others.' })
  async items(@Parent() { analysisId }: AssessmentStatistics, @Args() args: AnalysedItemsArgs): Promise<AnalysedItemConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = analysisId === null ? { rows: [], total: 0 } : await this.store.items(analysisId, { flagged: args.flagged, item: args.item ?? null }, page);
    return connection(rows, page, total, ({ place }) => [place], ({ data }) => data);
  }
}

@Resolver(() => FlaggedItem)
export class FlaggedItemsResolver {
  constructor(private readonly store: AnalysesStore, private readonly catalog: CatalogService) {}

  @Query(() => FlaggedItemConnection, { description: 'The items of the organisation\'s courses that their answers speak against, the gravest first, as far as statistics are computed: in the background, once 30 learners have submitted.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'COORDINATOR')
  async flaggedItems(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<FlaggedItemConnection> {
    const page = pageOf(args, 3);
    const { rows, total } = await this.store.flagged(actor.organisationId, page);
    return connection(rows, page, total, ({ row }) => [row.rank, row.analysisId, row.itemId], ({ analysis, row: { data } }) => ({
      item: data.item, stem: data.stem, course: null, courseId: analysis.courseId, assessment: analysis.assessmentId, assessmentTitle: analysis.title, attempts: data.attempts, finding: data.findings[0] ?? null,
    }));
  }

  @ResolveField(() => Course, { nullable: true, description: 'The course.' })
  course(@CurrentActor() actor: Actor, @Parent() { courseId }: FlaggedItem): Promise<Course | null> {
    return this.catalog.course(actor, courseId);
  }
}
