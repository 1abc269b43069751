import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf, PageArgs } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';
import type { AnalysedItem as Analysed, Severity } from './analysed.js';
import { Difference, Finding, Group, Measure, Option, Point, Seen } from './measure.types.js';

@ObjectType({ description: 'An item of an assessment with what its answers show.' })
@Allow('with-parent')
export class AnalysedItem implements Analysed {
  /** For the resolver of the dismissal. */
  dismissalId!: string | null;
  @Field(() => ID, { description: 'The item\'s id within the course.' })
  item!: string;
  @Field(() => String, { description: 'The question as plain text, at most 300 characters.' })
  stem!: string;
  @Field(() => String, { description: 'The kind of item.' })
  kind!: string;
  @Field(() => ID, { nullable: true, description: 'The unit that it belongs to.' })
  unit!: string | null;
  @Field(() => Int, { description: 'How many attempts showed it and are scored.' })
  attempts!: number;
  @Field(() => String, { description: 'The gravest of its findings: serious, warning, note or none. Warnings and worse need a look.' })
  severity!: Severity;
  @Field(() => [Measure], { description: 'Its numbers.' })
  measures!: Measure[];
  @Field(() => [Finding], { description: 'What the numbers speak against, the gravest first.' })
  findings!: Finding[];
  @Field(() => [Option], { description: 'Who chose which option; empty for kinds without options.' })
  options!: Option[];
  @Field(() => [Group], { description: 'How it did in each version; empty with fewer than two.' })
  byVersion!: Group[];
  @Field(() => [Group], { description: 'How it did in each cohort; empty with fewer than two.' })
  byCohort!: Group[];
  @Field(() => Difference, { nullable: true, description: 'How it treats the two cohorts that are compared; null where there is nothing to compare.' })
  differential!: Difference | null;
  @Field(() => [Point], { description: 'Its characteristic curve by the two-parameter model, with a 95 % band; empty with fewer than 200 attempts.' })
  curve!: Point[];
  @Field(() => [Seen], { description: 'What each part of the learners earned, the weakest first.' })
  seenCurve!: Seen[];
}
@ObjectType({ description: 'A page of items, those that need a look first.' })
@Allow('with-parent')
export class AnalysedItemConnection extends ConnectionOf(AnalysedItem) {}

@ObjectType({ description: 'A cohort or version that attempts came from.' })
@Allow('with-parent')
export class StatisticsSource {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, { description: 'The cohort\'s name, or the version\'s number.' })
  name!: string;
  @Field(() => Int, { description: 'How many attempts.' })
  attempts!: number;
}
@ObjectType({ description: 'Which cohorts are compared.' })
@Allow('with-parent')
export class ComparedCohorts {
  @Field(() => String, { description: 'Name of the cohort that is compared with.' })
  reference!: string;
  @Field(() => String, { description: 'Name of the cohort that is looked at.' })
  focal!: string;
}

@ObjectType({ description: 'What the submitted attempts at an assessment show.' })
@Allow('with-parent')
export class AssessmentStatistics {
  @Field(() => ID, { description: 'The assessment\'s id within the course.' })
  assessment!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { description: 'What comes first, in a sentence: how many items need a look and what the scores are good for.' })
  headline!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was computed; null: not yet.' })
  computedAt!: string | null;
  @Field(() => Int, { description: 'From how many attempts.' })
  attempts!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last of them was submitted.' })
  lastAttemptAt!: string | null;
  @Field(() => Int, { description: 'How many attempts were submitted since and are not in it.' })
  newer!: number;
  @Field(() => Boolean, { description: 'Whether something else would come out now: attempts came, answers were graded, or an item was regraded.' })
  outOfDate!: boolean;
  @Field(() => Boolean, { description: 'Whether it is being computed: ask again.' })
  computing!: boolean;
  @Field(() => Float, { nullable: true, description: 'Which share of the attempts is read, 0 to 1, while it is being computed; null: it has not begun, or is not.' })
  progress!: number | null;
  @Field(() => String, { nullable: true, description: 'Why it could not be computed the last time; null: it could.' })
  fault!: string | null;
  @Field(() => Float, { nullable: true, description: 'Share of the points from which an attempt passes, 0 to 1.' })
  passMark!: number | null;
  @Field(() => [Measure], { description: 'The numbers of the test as a whole.' })
  measures!: Measure[];
  @Field(() => [Finding], { description: 'What they speak against.' })
  findings!: Finding[];
  @Field(() => [Int], { description: 'How many attempts earned 0, 1, …, 100 per cent of the points; empty: not computed yet.' })
  distribution!: number[];
  @Field(() => Int, { description: 'How many items there are in it.' })
  itemCount!: number;
  @Field(() => Int, { description: 'How many of them need a look.' })
  flaggedCount!: number;
  @Field(() => [StatisticsSource], { description: 'The cohorts of the attempts, the largest first.' })
  cohorts!: StatisticsSource[];
  @Field(() => [StatisticsSource], { description: 'The versions of the attempts, newest first.' })
  versions!: StatisticsSource[];
  @Field(() => ComparedCohorts, { nullable: true, description: 'The cohorts that differential functioning compares; null: there are no two.' })
  compared!: ComparedCohorts | null;
  /** For the resolver of the items. */
  analysisId!: string | null;
}

@ObjectType({ description: 'The statistics of an assessment in a line.' })
@Allow('with-parent')
export class AssessmentSummary {
  @Field(() => ID, { description: 'The assessment\'s id within the course.' })
  assessment!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => Float, { nullable: true, description: 'Share of the points from which an attempt passes.' })
  passMark!: number | null;
  @Field(() => Int, { description: 'How many learners\' first attempts are submitted.' })
  attempts!: number;
  @Field(() => Int, { description: 'How many of them are not in the numbers yet.' })
  newer!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the numbers were computed; null: not yet.' })
  computedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'What comes first, in a sentence; null: not computed yet.' })
  headline!: string | null;
  @Field(() => Measure, { nullable: true, description: 'The mean.' })
  mean!: Measure | null;
  @Field(() => Measure, { nullable: true, description: 'The reliability.' })
  reliability!: Measure | null;
  @Field(() => Int, { description: 'How many items need a look.' })
  flaggedCount!: number;
}

@ObjectType({ description: 'What one assessment\'s attempts show of an item.' })
@Allow('with-parent')
export class ItemInAssessment {
  @Field(() => ID, { description: 'The assessment\'s id within the course.' })
  assessment!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => DateTimeScalar, { description: 'When it was computed.' })
  computedAt!: string;
  @Field(() => AnalysedItem, { description: 'The item with its numbers.' })
  analysis!: AnalysedItem;
}

@InputType({ description: 'What statistics are narrowed to. Without it: the first attempts of all learners on all versions.' })
export class StatisticsFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only attempts on this course version.' })
  version?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only learners of this cohort.' })
  cohort?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what was submitted from then on.' })
  from?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what was submitted before then.' })
  to?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Every attempt, not each learner\'s first alone. Attempts of one learner are not independent: intervals come out too narrow.' })
  everyAttempt?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'The cohort that `focal` is compared with; left out, the two cohorts with the most attempts are compared.' })
  reference?: string | null;
  @Field(() => ID, { nullable: true, description: 'The cohort that is compared with `reference`.' })
  focal?: string | null;
}

@ArgsType()
export class AssessmentArgs {
  @Field(() => ID, { description: 'The course\'s id.' })
  course!: string;
  @Field(() => ID, { description: 'The assessment\'s id within the course.' })
  assessment!: string;
  @Field(() => StatisticsFilterInput, { nullable: true, description: 'What to narrow it to.' })
  filter?: StatisticsFilterInput | null;
}
@ArgsType()
export class AnalysedItemsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Only items that need a look.' })
  flagged!: boolean;
  @Field(() => ID, { nullable: true, description: 'Only this item.' })
  item?: string | null;
}
