import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';

/** `ReleaseMoment` of libs/assessment, as GraphQL spells it. */
export enum Release { AT_ONCE = 'AT_ONCE', AFTER_CLOSING = 'AFTER_CLOSING', NEVER = 'NEVER' }
registerEnumType(Release, {
  name: 'Release', description: 'When a learner is shown something of a submitted attempt: at once, once the assessment is closed for her, or never.',
  valuesMap: { AT_ONCE: { description: 'At once.' }, AFTER_CLOSING: { description: 'Once the assessment is closed for her.' }, NEVER: { description: 'Never.' } },
});
export enum Counting { BEST = 'BEST', LAST = 'LAST', FIRST = 'FIRST', MEAN = 'MEAN' }
registerEnumType(Counting, {
  name: 'Counting', description: 'Which of several submitted attempts counts.',
  valuesMap: { BEST: { description: 'The best.' }, LAST: { description: 'The last.' }, FIRST: { description: 'The first.' }, MEAN: { description: 'The mean of all.' } },
});

@ObjectType({ description: 'What is in force for one learner\'s attempt: delivery rules, with what she is granted.' })
@Allow('with-parent')
export class SittingConditions {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it opens for her; null: it is open.' })
  opensAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it closes for her; null: never.' })
  closesAt!: string | null;
  @Field(() => Int, { nullable: true, description: 'Seconds that she has, extra time included; null: no limit.' })
  timeLimitSeconds!: number | null;
  @Field(() => Int, { nullable: true, description: 'Seconds that others have; null: no limit.' })
  usualTimeLimitSeconds!: number | null;
  @Field(() => Float, { description: 'By what the time limit is multiplied for her; 1: no extra time.' })
  timeFactor!: number;
  @Field(() => Int, { description: 'Seconds by which an answer may be late.' })
  graceSeconds!: number;
  @Field(() => Int, { description: 'Seconds of break that she may take in one attempt.' })
  breakSeconds!: number;
  @Field(() => Int, { nullable: true, description: 'Attempts that she has in all; null: as many as she likes.' })
  maxAttempts!: number | null;
  @Field(() => Int, { description: 'Seconds from submitting one attempt to beginning the next.' })
  waitSeconds!: number;
  @Field(() => Counting, { description: 'Which attempt counts.' })
  counts!: Counting;
  @Field(() => String, { description: '`free` or `linear`: without going back.' })
  navigation!: string;
  @Field(() => String, { description: 'How many questions a page shows: `one` or `all`.' })
  pages!: string;
  @Field(() => Boolean, { description: 'Whether what was right is shown after each answer, which then stands.' })
  eachAnswer!: boolean;
  @Field(() => Boolean, { description: 'Whether a password is asked for to begin.' })
  passwordAsked!: boolean;
  @Field(() => Boolean, { description: 'Whether it can be taken from certain networks only.' })
  networksLimited!: boolean;
  @Field(() => Boolean, { description: 'Whether leaving the page is recorded.' })
  focusRecorded!: boolean;
  @Field(() => Release, { description: 'When points and pass are shown.' })
  scoreRelease!: Release;
  @Field(() => Release, { description: 'When feedback is shown.' })
  feedbackRelease!: Release;
  @Field(() => Release, { description: 'When is shown what was right.' })
  keyRelease!: Release;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When more of a submitted attempt will be shown than now; null: nothing more will.' })
  moreShownAt!: string | null;
}

@ObjectType({ description: 'How a learner stands with an assessment before she begins.' })
@Allow('with-parent')
export class Sitting {
  @Field(() => ID, { description: 'The assessment\'s id within the course.' })
  assessment!: string;
  @Field(() => DateTimeScalar, { description: 'Now, by the server\'s clock.' })
  now!: string;
  @Field(() => Int, { description: 'Attempts begun so far.' })
  used!: number;
  @Field(() => Boolean, { description: 'Whether one of them is open.' })
  open!: boolean;
  @Field(() => String, { nullable: true, description: 'Why none can begin now: NOT_OPEN, CLOSED, WAIT or ATTEMPTS_USED_UP; null: one can.' })
  refused!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When one can begin, where that is known.' })
  until!: string | null;
  @Field(() => SittingConditions, { description: 'What is in force: of the open attempt, else of the next.' })
  conditions!: SittingConditions;
}
