import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { Counting, Release } from '../learning/sitting.types.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'How one assessment of a course is delivered: what is set for a cohort or for all, else what the course source says.' })
@Allow('with-parent')
export class DeliverySetting {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;
  @Field(() => ID, { description: 'The assessment\'s id within the course.' })
  assessment!: string;
  @Field(() => String, { description: 'The assessment\'s title in the newest version.' })
  title!: string;
  @Field(() => ID, { nullable: true, description: 'The cohort that these rules are for; null: all without rules of their own.' })
  cohortId!: string | null;
  @Field(() => Int, { description: 'Revision of what is set; 0: nothing is set here. Give it back when saving.' })
  revision!: number;
  @Field(() => String, { description: '`course`: the course source decides; `all`: what is set for all holds for this cohort; `own`: set here.' })
  source!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it opens; null: it is open.' })
  opensAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it closes; null: never.' })
  closesAt!: string | null;
  @Field(() => Int, { nullable: true, description: 'Seconds; null: no limit.' })
  timeLimitSeconds!: number | null;
  @Field(() => Int, { description: 'Seconds by which an answer may be late.' })
  graceSeconds!: number;
  @Field(() => Int, { nullable: true, description: 'null: as many as one likes.' })
  maxAttempts!: number | null;
  @Field(() => Int, { description: 'Seconds from submitting one attempt to beginning the next.' })
  waitSeconds!: number;
  @Field(() => Counting, { description: 'Which attempt counts.' })
  counts!: Counting;
  @Field(() => String, { description: '`free` or `linear`.' })
  navigation!: string;
  @Field(() => String, { description: '`one` or `all`.' })
  pages!: string;
  @Field(() => Boolean, { nullable: true, description: 'Questions of a section in random order; null: as the course says of each section.' })
  shuffle!: boolean | null;
  @Field(() => Boolean, { description: 'What was right is shown after each answer, which then stands.' })
  eachAnswer!: boolean;
  @Field(() => Release, { description: 'When points and pass are shown.' })
  scoreRelease!: Release;
  @Field(() => Release, { description: 'When feedback is shown.' })
  feedbackRelease!: Release;
  @Field(() => Release, { description: 'When is shown what was right.' })
  keyRelease!: Release;
  @Field(() => Boolean, { description: 'Whether leaving the page is recorded.' })
  recordFocus!: boolean;
  @Field(() => Boolean, { description: 'Whether a password is asked for. It is never told again.' })
  passwordSet!: boolean;
  @Field(() => [String], { description: 'Addresses and ranges from which it may be taken; empty: any.' })
  networks!: string[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last saved here; null: nothing is set here.' })
  savedAt!: string | null;
  @Field(() => Int, { description: 'Learners in the middle of an attempt that a change would touch.' })
  openAttempts!: number;
}

@InputType({ description: 'All rules of one assessment of a course.' })
export class SaveDeliveryRulesInput {
  @Field(() => ID, { description: 'The course.' })
  course!: string;
  @Field(() => ID, { description: 'The assessment\'s id within the course.' })
  assessment!: string;
  @Field(() => ID, { nullable: true, description: 'For one cohort; null: for all without rules of their own.' })
  cohort?: string | null;
  @Field(() => Int, { description: 'The revision that was read: another change meanwhile refuses this one.' })
  revision!: number;
  @Field(() => JsonScalar, { description: 'DeliveryRules of libs/assessment: all of them.' })
  rules!: unknown;
  @Field(() => String, { nullable: true, description: 'Another password; empty: none from now on; null: as it was.' })
  password?: string | null;
  @Field(() => [String], { description: 'Addresses and ranges such as 192.0.2.0/24 or 2001:db8::/32; empty: any.' })
  networks!: string[];
}

@ObjectType({ description: 'What one learner or cohort is granted.' })
@Allow('with-parent')
export class GrantedAccommodation {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => ID, { nullable: true, description: 'The assessment that it is for; null: every one.' })
  assessment!: string | null;
  @Field(() => Float, { description: 'By what the time limit is multiplied; 1: no extra time.' })
  timeFactor!: number;
  @Field(() => Int, { description: 'Attempts beside those of the rules.' })
  extraAttempts!: number;
  @Field(() => Int, { description: 'Seconds of break in one attempt, during which its clock stands.' })
  breakSeconds!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'In place of the date of the rules; null: theirs.' })
  opensAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'In place of the date of the rules; null: theirs.' })
  closesAt!: string | null;
  @Field(() => String, { description: 'Why; learners never see it.' })
  reason!: string;
  @Field(() => DateTimeScalar, { description: 'When it was last saved.' })
  savedAt!: string;
}

@InputType({ description: 'What one learner or cohort is to be granted.' })
export class SaveAccommodationInput {
  @Field(() => ID, { nullable: true, description: 'To change one; null: another.' })
  id?: string | null;
  @Field(() => ID, { nullable: true, description: 'For one learner; else name a cohort.' })
  enrolment?: string | null;
  @Field(() => ID, { nullable: true, description: 'For a whole cohort.' })
  cohort?: string | null;
  @Field(() => ID, { nullable: true, description: 'The assessment\'s id within the course; null: every one.' })
  assessment?: string | null;
  @Field(() => Float, { defaultValue: 1, description: 'By what the time limit is multiplied, 1 to 10.' })
  timeFactor!: number;
  @Field(() => Int, { defaultValue: 0, description: 'Attempts beside those of the rules.' })
  extraAttempts!: number;
  @Field(() => Int, { defaultValue: 0, description: 'Seconds of break in one attempt.' })
  breakSeconds!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'In place of the date of the rules.' })
  opensAt?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'In place of the date of the rules.' })
  closesAt?: string | null;
  @Field(() => String, { description: 'Why, for staff alone.' })
  reason!: string;
}

@ObjectType({ description: 'One change of delivery rules or accommodations.' })
@Allow('with-parent')
export class DeliveryChange {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'What stood before; null: nothing. Of a password only whether there was one.' })
  before!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'What stood after; null: it was removed.' })
  after!: unknown;
  /** Account of whoever did it. */
  accountId!: string;
}

@ObjectType({ description: 'A page of changes.' })
@Allow('with-parent')
export class DeliveryChangeConnection extends ConnectionOf(DeliveryChange) {}
