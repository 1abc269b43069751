import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { platformErrors } from '../platform/errors.js';
import { connection, largestPage, pageOf } from '../platform/graphql/connection.js';
import { AnalysesStore } from './analyses.store.js';
import { filterOf, statisticsOf, summaryOf } from './statistics-view.js';
import { StatisticsService } from './statistics.service.js';
import { AnalysedItemConnection, AnalysedItemsArgs, AssessmentArgs, AssessmentStatistics, AssessmentSummary, ItemInAssessment } from './statistics.types.js';

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

  @Query(() => [ItemInAssessment], { description: 'What the attempts at each of a course\'s assessments show of some of its items, as far as it is computed; those without anything are left out.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'COORDINATOR')
  async itemAnalyses(@CurrentActor() actor: Actor, @Args('course', { type: () => ID, description: 'The course\'s id.' }) course: string, @Args('items', { type: () => [ID], description: 'The items\' ids within the course, at most 100.' }) items: string[]): Promise<ItemInAssessment[]> {
    if (items.length > largestPage) throw platformErrors.TOO_LARGE({ path: ['items'] });
    const found = await this.store.ofItems(actor.organisationId, course, items);
    return found.map(({ analysis, row: { data, dismissalId } }) => ({ assessment: analysis.assessmentId, title: analysis.title, computedAt: analysis.computedAt, analysis: { ...data, dismissalId } }));
  }

  @ResolveField(() => AnalysedItemConnection, { description: 'The items, those that need a look first, the gravest before the others.' })
  async items(@Parent() { analysisId }: AssessmentStatistics, @Args() args: AnalysedItemsArgs): Promise<AnalysedItemConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = analysisId === null ? { rows: [], total: 0 } : await this.store.items(analysisId, { flagged: args.flagged, item: args.item ?? null }, page);
    return connection(rows, page, total, ({ place }) => [place], ({ data, dismissalId }) => ({ ...data, dismissalId }));
  }
}
