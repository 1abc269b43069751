import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../platform/graphql/scalars.js';
import type { MarkRow, TaskRow, TaskState } from './grading.entity.js';
import type { GraderAgreement } from './agreement.js';
import type { QueueCounts } from './queues.service.js';

export const GradingState = { WAITING: 'WAITING', SECOND: 'SECOND', MODERATION: 'MODERATION', DONE: 'DONE', VOID: 'VOID' } as const satisfies { [S in TaskState]: S };
registerEnumType(GradingState, {
  name: 'GradingState', description: 'How far an answer is.',
  valuesMap: {
    WAITING: { description: 'Nobody has graded it.' }, SECOND: { description: 'Waits for a second grader.' }, MODERATION: { description: 'Two graders are too far apart: somebody else decides.' },
    DONE: { description: 'Graded: the learner\'s score follows.' }, VOID: { description: 'Needs no grading: its question was left out or gives full marks.' },
  },
});
export const GradingTurn = { FIRST: 'FIRST', SECOND: 'SECOND', MODERATION: 'MODERATION' } as const;
registerEnumType(GradingTurn, { name: 'GradingTurn', description: 'As which grader somebody marks an answer.', valuesMap: { FIRST: { description: 'The first.' }, SECOND: { description: 'The second, who does not see the first one\'s marks.' }, MODERATION: { description: 'Who decides between both.' } } });

@ObjectType({ description: 'How the answers of an assessment are graded.' })
@Allow('with-parent')
export class GradingSettings {
  @Field(() => Boolean, { description: 'Whether graders are not told whose answer it is.' })
  anonymous!: boolean;
  @Field(() => Int, { description: '0: one grader; 1: a second one for each answer; n: for every n-th.' })
  doubleEvery!: number;
  @Field(() => Float, { description: 'Largest difference of two graders whose mean counts, as a share of the points, 0 to 1. Beyond it somebody else decides.' })
  largestDifference!: number;
}
@InputType({ description: 'How the answers of an assessment are to be graded.' })
export class GradingSettingsInput {
  @Field(() => Boolean, { description: 'Graders are not told whose answer it is.' })
  anonymous!: boolean;
  @Field(() => Int, { description: '0: one grader; 1: a second one for each answer; n: for every n-th. At most 100.' })
  doubleEvery!: number;
  @Field(() => Float, { description: 'Largest difference of two graders whose mean counts, 0 to 1 of the points.' })
  largestDifference!: number;
}

@ObjectType({ description: 'How far two graders agree on one criterion.' })
@Allow('with-parent')
export class CriterionAgreement {
  @Field(() => ID, { description: 'The criterion.' })
  id!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => Float, { description: 'Share of answers for which both chose the same level.' })
  exact!: number;
  @Field(() => Float, { nullable: true, description: 'Cohen\'s kappa, unweighted; null: not defined.' })
  kappa!: number | null;
  @Field(() => Float, { nullable: true, description: 'Its standard error.' })
  standardError!: number | null;
  @Field(() => Float, { nullable: true, description: 'Kappa with disagreement weighted by the square of the distance between levels.' })
  weighted!: number | null;
}
@ObjectType('GraderAgreement', { description: 'How far first and second graders agree.' })
@Allow('with-parent')
export class GraderAgreementView implements GraderAgreement {
  @Field(() => Int, { description: 'Answers that both graded.' })
  answers!: number;
  @Field(() => Float, { nullable: true, description: 'Share of levels on which both agree; null: no answer has two gradings.' })
  exact!: number | null;
  @Field(() => Float, { nullable: true, description: 'Cohen\'s kappa over all criteria, weighted by the square of the distance; null: not defined.' })
  kappa!: number | null;
  @Field(() => Float, { nullable: true, description: 'Its standard error.' })
  standardError!: number | null;
  @Field(() => Float, { nullable: true, description: 'Lower end of its 95 % interval.' })
  low!: number | null;
  @Field(() => Float, { nullable: true, description: 'Upper end of it.' })
  high!: number | null;
  @Field(() => String, { description: 'What that says, and what to do.' })
  sentence!: string;
  @Field(() => [CriterionAgreement], { description: 'By criterion.' })
  criteria!: CriterionAgreement[];
}

@ObjectType({ description: 'All answers to one item of one assessment that people grade.' })
@Allow('with-parent')
export class GradingQueue {
  @Field(() => ID, { description: 'The queue\'s id.' })
  id!: string;
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;
  @Field(() => ID, { description: 'The assessment\'s id within the course.' })
  assessmentId!: string;
  @Field(() => ID, { description: 'The item\'s id within the course.' })
  itemId!: string;
  @Field(() => Int, { description: 'Answers that nobody has graded.' })
  waiting!: number;
  @Field(() => Int, { description: 'Answers that wait for a second grader.' })
  second!: number;
  @Field(() => Int, { description: 'Those of them that you may grade as the second.' })
  secondMine!: number;
  @Field(() => Int, { description: 'Answers between whose graders somebody has to decide.' })
  moderation!: number;
  @Field(() => Int, { description: 'Answers that are graded.' })
  done!: number;
  @Field(() => Int, { description: 'All of them.' })
  total!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the oldest answer that waits was submitted; null: none waits.' })
  oldestAt!: string | null;
  row!: QueueCounts;
}
@ObjectType({ description: 'A page of queues.' })
@Allow('with-parent')
export class GradingQueueConnection extends ConnectionOf(GradingQueue) {}

@ObjectType({ description: 'One level of a criterion.' })
@Allow('with-parent')
export class GradingLevel {
  @Field(() => Float, { description: 'Points of the rubric.' })
  points!: number;
  @Field(() => String, { description: 'What an answer of this level is like.' })
  description!: string;
}
@ObjectType({ description: 'One criterion of a rubric.' })
@Allow('with-parent')
export class GradingCriterion {
  @Field(() => ID, { description: 'Its id within the item.' })
  id!: string;
  @Field(() => String, { description: 'What is judged.' })
  title!: string;
  @Field(() => [GradingLevel], { description: 'Its levels in the rubric\'s order; a mark names them by their place, from 0.' })
  levels!: GradingLevel[];
}

@ObjectType({ description: 'One judgement of one answer.' })
@Allow('with-parent')
export class GradingMark {
  @Field(() => ID, { description: 'The mark\'s id, made by the client that gave it.' })
  id!: string;
  @Field(() => GradingTurn, { description: 'As which grader.' })
  turn!: MarkRow['turn'];
  @Field(() => JsonScalar, { description: 'Criterion id -> place of the level chosen, from 0.' })
  levels!: Record<string, number>;
  @Field(() => String, { description: 'What is said to the learner; may be empty.' })
  comment!: string;
  @Field(() => Float, { description: 'Points that it earns.' })
  raw!: number;
  @Field(() => Float, { description: 'Points that could be earned.' })
  max!: number;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  graderId!: string;
}

@ObjectType({ description: 'One answer that people grade. Where grading is anonymous nothing of it says whose it is.' })
@Allow('with-parent')
export class GradingAnswer {
  @Field(() => ID, { description: 'The answer\'s id.' })
  id!: string;
  @Field(() => ID, { description: 'The queue that it is in.' })
  queue!: string;
  @Field(() => GradingState, { description: 'How far it is.' })
  state!: TaskState;
  @Field(() => DateTimeScalar, { description: 'When it was submitted.' })
  submittedAt!: string;
  @Field(() => GradingTurn, { nullable: true, description: 'As which grader you would mark it; null: it is not yours to mark.' })
  turn!: MarkRow['turn'] | null;
  @Field(() => Boolean, { description: 'Whether somebody else has it open.' })
  held!: boolean;
  row!: TaskRow;
}
@ObjectType({ description: 'A page of answers.' })
@Allow('with-parent')
export class GradingAnswerConnection extends ConnectionOf(GradingAnswer) {}

@ObjectType({ description: 'A text that graders write again and again.' })
@Allow('with-parent')
export class GradingSnippet {
  @Field(() => ID, { description: 'The snippet\'s id.' })
  id!: string;
  @Field(() => String, { description: 'The text.' })
  text!: string;
  @Field(() => Boolean, { description: 'Whether all graders of the organisation have it.' })
  shared!: boolean;
  @Field(() => Boolean, { description: 'Whether it is yours, so that you may delete it.' })
  own!: boolean;
}
@ObjectType({ description: 'A page of snippets.' })
@Allow('with-parent')
export class GradingSnippetConnection extends ConnectionOf(GradingSnippet) {}
