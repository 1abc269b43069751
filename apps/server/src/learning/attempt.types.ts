import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../platform/graphql/scalars.js';
import type { AttemptRow } from './learning.entity.js';

@ObjectType({ description: 'What graders chose of one criterion of a rubric.' })
@Allow('with-parent')
export class CriterionMarks {
  @Field(() => ID, { description: 'The criterion.' })
  id!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => [String], { description: 'What is said of the level chosen; two where two graders chose different ones and the mean counts.' })
  levels!: string[];
  @Field(() => Float, { description: 'Points earned.' })
  points!: number;
  @Field(() => Float, { description: 'Points that could be earned.' })
  most!: number;
}

@ObjectType({ description: 'How people graded an answer.' })
@Allow('with-parent')
export class Marks {
  @Field(() => [CriterionMarks], { description: 'By criterion, in the order of the rubric.' })
  criteria!: CriterionMarks[];
  @Field(() => [String], { description: 'What they wrote to the learner.' })
  comments!: string[];
}

@ObjectType({ description: 'What one item of a submitted attempt earned, as far as it is released.' })
@Allow('with-parent')
export class ItemResult {
  @Field(() => ID, { description: 'The item.' })
  item!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'Score of libs/assessment; null: not released.' })
  score!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'EarnedFeedback of libs/assessment; null: not released.' })
  feedback!: unknown;
  @Field(() => Marks, { nullable: true, description: 'How people graded it; null: nobody has, or it is not released.' })
  marks!: Marks | null;
  @Field(() => String, { nullable: true, description: 'What was done about the item since: `key` (another key holds), `drop` (it does not count) or `full-marks` (all earn all of it); null: nothing.' })
  correction!: string | null;
}

@ObjectType({ description: 'What was earned of one unit\'s items.' })
@Allow('with-parent')
export class ObjectiveResult {
  @Field(() => ID, { description: 'The unit.' })
  unit!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => Float, { description: 'Points earned.' })
  raw!: number;
  @Field(() => Float, { description: 'Points that could be earned.' })
  max!: number;
}

@ObjectType({ description: 'What a submitted attempt amounts to.' })
@Allow('with-parent')
export class AttemptResult {
  @Field(() => Float, { description: 'Points earned.' })
  raw!: number;
  @Field(() => Float, { description: 'Points that could be earned.' })
  max!: number;
  @Field(() => Float, { description: 'Share of the points, 0 to 1.' })
  scaled!: number;
  @Field(() => Boolean, { nullable: true, description: 'Whether it passes; null: there is nothing to pass, or a person has still to score.' })
  passed!: boolean | null;
  @Field(() => Boolean, { description: 'Whether a person has still to score some of it.' })
  pending!: boolean;
  @Field(() => Int, { description: 'How many of its answers a person has yet to grade.' })
  waiting!: number;
  @Field(() => [ItemResult], { description: 'Each item in the order of the form.' })
  items!: ItemResult[];
  @Field(() => [ObjectiveResult], { description: 'By unit, in the order of the course.' })
  objectives!: ObjectiveResult[];
  @Field(() => [ID], { description: 'Lessons that teach what was not right, in the order of the course.' })
  lessonsToReadAgain!: string[];
  @Field(() => Int, { nullable: true, description: 'Attempts that are left at the assessment; null: as many as one likes.' })
  attemptsLeft!: number | null;
}

@ObjectType({ description: 'One learner\'s go at one assessment.' })
@Allow('with-parent')
export class Attempt {
  @Field(() => ID, { description: 'The attempt\'s id, made by the client that began it.' })
  id!: string;
  @Field(() => ID, { description: 'The assessment\'s id within the course.' })
  assessment!: string;
  @Field(() => Int, { description: 'Which attempt at the assessment it is, from 1.' })
  number!: number;
  @Field(() => DateTimeScalar, { description: 'When it began, by the server\'s clock.' })
  startedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was submitted; null: it is open.' })
  submittedAt!: string | null;
  @Field(() => Int, { nullable: true, description: 'Seconds left to answer, by the server\'s clock; null: no limit, or submitted.' })
  secondsLeft!: number | null;
  @Field(() => DateTimeScalar, { description: 'Now, by the server\'s clock.' })
  now!: string;
  @Field(() => Boolean, { description: 'Whether its clock stands for a break.' })
  onBreak!: boolean;
  @Field(() => Float, { description: 'Seconds of break that can still be taken.' })
  breakSecondsLeft!: number;
  @Field(() => ID, { nullable: true, description: 'The device that holds it; null: none does.' })
  device!: string | null;
  /** For the resolvers of the fields below. */
  row!: AttemptRow;
}

@ObjectType({ description: 'A page of attempts.' })
@Allow('with-parent')
export class AttemptConnection extends ConnectionOf(Attempt) {}
