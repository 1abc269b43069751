import { ArgsType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ItemDetail } from '../catalog/catalog.types.js';
import { Allow } from '../identity/allow.js';
import { ConnectionOf, PageArgs } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';

export enum LearnerSort { NAME = 'NAME', PROGRESS = 'PROGRESS', LAST_ACTIVITY = 'LAST_ACTIVITY', SCORE = 'SCORE' }
registerEnumType(LearnerSort, {
  name: 'LearnerSort', description: 'What a list of learners is sorted by.',
  valuesMap: { NAME: { description: 'By name.' }, PROGRESS: { description: 'By how much is done.' }, LAST_ACTIVITY: { description: 'By when something was last done; who did nothing comes first.' }, SCORE: { description: 'By score; who has none comes first.' } },
});
export enum LearnerStatus { NOT_STARTED = 'NOT_STARTED', ON_TRACK = 'ON_TRACK', BEHIND = 'BEHIND', COMPLETED = 'COMPLETED', STUCK = 'STUCK' }
registerEnumType(LearnerStatus, {
  name: 'LearnerStatus', description: 'How a learner stands against the plan.',
  valuesMap: {
    NOT_STARTED: { description: 'Nothing was done yet, and nothing is late.' }, ON_TRACK: { description: 'Begun, and within 15 % of an even pace.' },
    BEHIND: { description: 'Past the due day, or more than 15 % behind an even pace.' }, COMPLETED: { description: 'All that completion asks for is done.' },
    STUCK: { description: 'Failed, or begun and then silent for a week.' },
  },
});

@ObjectType({ description: 'A learner of a cohort, as its coordinator sees her.' })
@Allow('with-parent')
export class LearnerRow {
  @Field(() => LearnerStatus, { description: 'How she stands against the plan.' })
  status!: LearnerStatus;
  @Field(() => String, { nullable: true, description: 'Why, in a sentence, where there is something to say.' })
  reason!: string | null;
  @Field(() => Float, { description: 'How much of what completion asks for is done, 0 to 1.' })
  fraction!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When she last did something; null: never.' })
  lastActivityAt!: string | null;
  @Field(() => Float, { nullable: true, description: 'Her score, 0 to 1; null before the first attempt that counts.' })
  score!: number | null;
  @Field(() => String, { description: 'not-started, incomplete or completed.' })
  completion!: string;
  @Field(() => String, { description: 'unknown, passed or failed.' })
  success!: string;
  @Field(() => [ID], { description: 'The lessons that she has completed.' })
  lessonsCompleted!: string[];
  enrolmentId!: string;
  accountId!: string;
  name!: string;
  email!: string;
  enrolledAt!: string;
  seconds!: number;
  groupId!: string | null;
}
@ObjectType({ description: 'A page of learners.' })
@Allow('with-parent')
export class LearnerRowConnection extends ConnectionOf(LearnerRow) {}

@ArgsType()
export class LearnersArgs extends PageArgs {
  @Field(() => LearnerSort, { defaultValue: LearnerSort.NAME, description: 'What to sort by.' })
  sort!: LearnerSort;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the last come first.' })
  descending!: boolean;
  @Field(() => String, { nullable: true, description: 'Part of a name or an e-mail address.' })
  search?: string | null;
  @Field(() => LearnerStatus, { nullable: true, description: 'Only learners who stand so.' })
  status?: LearnerStatus | null;
  @Field(() => ID, { nullable: true, description: 'Only learners of this group; `none`: who is in none.' })
  group?: string | null;
}

@ObjectType({ description: 'A cohort in figures, and who needs its coordinator today: three lists of at most ten.' })
@Allow('with-parent')
export class CohortSummary {
  @Field(() => Int, { description: 'How many learners the cohort has.' })
  learners!: number;
  @Field(() => Int, { description: 'How many have done nothing yet.' })
  notStarted!: number;
  @Field(() => Int, { description: 'How many are in the middle.' })
  inProgress!: number;
  @Field(() => Int, { description: 'How many have completed.' })
  completed!: number;
  @Field(() => Int, { description: 'How many have passed.' })
  passed!: number;
  @Field(() => [LearnerRow], { description: 'Begun and then silent for a week.' })
  stuck!: LearnerRow[];
  @Field(() => [LearnerRow], { description: 'Past the due day, or behind the plan.' })
  late!: LearnerRow[];
  @Field(() => [LearnerRow], { description: 'Waiting for somebody of the staff: they have failed what decides.' })
  waiting!: LearnerRow[];
}

@ObjectType({ description: 'Something that a learner did.' })
@Allow('with-parent')
export class TimelineEntry {
  @Field(() => ID, { description: 'The id of the event.' })
  id!: string;
  @Field(() => DateTimeScalar, { description: 'When, by the learner\'s clock.' })
  at!: string;
  @Field(() => String, { description: 'The type of event.' })
  kind!: string;
  @Field(() => String, { description: 'What happened, in a sentence.' })
  text!: string;
}
@ObjectType({ description: 'A page of a timeline.' })
@Allow('with-parent')
export class TimelineEntryConnection extends ConnectionOf(TimelineEntry) {}

@ObjectType({ description: 'How often a choice was made.' })
@Allow('with-parent')
export class OptionCount {
  @Field(() => ID, { description: 'The choice\'s id; for kinds with several places, place and choice.' })
  id!: string;
  @Field(() => String, { description: 'What the choice says, as plain text.' })
  label!: string;
  @Field(() => Int, { description: 'How many answers have it.' })
  count!: number;
  @Field(() => Boolean, { description: 'Whether the key has it.' })
  correct!: boolean;
}
@ObjectType({ description: 'How an item was answered.' })
@Allow('INSTRUCTOR', 'ADMINISTRATOR')
export class ItemStatistics {
  @Field(() => ItemDetail, { description: 'The item.' })
  item!: ItemDetail;
  @Field(() => Int, { description: 'How many answers count.' })
  answered!: number;
  @Field(() => Float, { nullable: true, description: 'Facility: the mean scaled score, 0 to 1; null while nobody has answered.' })
  facility!: number | null;
  @Field(() => [OptionCount], { description: 'How often each choice was made.' })
  options!: OptionCount[];
}
@ObjectType({ description: 'A page of items with their statistics.' })
@Allow('with-parent')
export class ItemStatisticsConnection extends ConnectionOf(ItemStatistics) {}
