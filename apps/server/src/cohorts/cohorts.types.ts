import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { AllowInCohort } from '../identity/cohort-roles/reach.js';
import { ConnectionOf, PageArgs } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';

export enum WaitingRule { FIRST = 'FIRST', STAFF = 'STAFF' }
registerEnumType(WaitingRule, { name: 'WaitingRule', description: 'Who gets a place that frees in a cohort.', valuesMap: { FIRST: { description: 'Who waits longest, at once.' }, STAFF: { description: 'Whom staff choose from the waiting list.' } } });

@ObjectType({ description: 'A group that takes a course version on dates.' })
@Allow('with-parent')
@AllowInCohort('parent.id', 'COORDINATOR', 'FACILITATOR', 'OBSERVER')
export class Cohort {
  @Field(() => ID, { description: 'The cohort\'s id.' })
  id!: string;
  @Field(() => String, { description: 'The cohort\'s name.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'The calendar day on which it starts, YYYY-MM-DD, in its zone.' })
  startsOn!: string | null;
  @Field(() => String, { nullable: true, description: 'The calendar day by which it ends, YYYY-MM-DD, in its zone.' })
  endsOn!: string | null;
  @Field(() => String, { description: 'The zone of its dates, an IANA name such as America/Denver.' })
  timeZone!: string;
  @Field(() => Int, { description: 'Grows with each change of it: give it to updateCohort.' })
  revision!: number;
  @Field(() => Int, { nullable: true, description: 'Most learners at once; null: no limit.' })
  capacity!: number | null;
  @Field(() => WaitingRule, { description: 'Who gets a place that frees.' })
  fills!: 'FIRST' | 'STAFF';
  @Field(() => String, { nullable: true, description: 'What it costs, in words.' })
  price!: string | null;
  @Field(() => String, { nullable: true, description: 'The address where the organisation has its discussion.' })
  discussionUrl!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is archived: read only; null: it is not.' })
  archivedAt!: string | null;
  courseVersionId!: string;
}

@ArgsType()
export class CohortsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Those that are archived, instead of those that are not.' })
  archived!: boolean;
}
@ObjectType({ description: 'A page of cohorts.' })
@Allow('with-parent')
export class CohortConnection extends ConnectionOf(Cohort) {}

@InputType({ description: 'A cohort that is to be made.' })
export class CreateCohortInput {
  @Field(() => String, { description: 'Its name, 1 to 120 characters.' })
  name!: string;
  @Field(() => ID, { description: 'The course version that it takes.' })
  courseVersion!: string;
  @Field(() => String, { nullable: true, description: 'The day on which it starts, YYYY-MM-DD.' })
  startsOn?: string | null;
  @Field(() => String, { nullable: true, description: 'The day by which it ends, YYYY-MM-DD.' })
  endsOn?: string | null;
  @Field(() => String, { nullable: true, description: 'The zone of its dates, an IANA name; UTC unless said.' })
  timeZone?: string | null;
}

@InputType({ description: 'Somebody who is to take a course: in a cohort, or alone in a version.' })
export class EnrolInput {
  @Field(() => ID, { nullable: true, description: 'The account of the learner; or else give `email`.' })
  account?: string | null;
  @Field(() => String, { nullable: true, description: 'The e-mail address of the learner, instead of `account`. Whoever of the organisation has it is enrolled; if nobody has, a learner\'s account is made.' })
  email?: string | null;
  @Field(() => String, { nullable: true, description: 'The name, 1 to 120 characters, of somebody who has no account yet; it changes no account that there is.' })
  name?: string | null;
  @Field(() => ID, { nullable: true, description: 'The cohort that the learner joins.' })
  cohort?: string | null;
  @Field(() => ID, { nullable: true, description: 'The course version, for a learner without a cohort.' })
  courseVersion?: string | null;
  @Field(() => String, { nullable: true, description: 'The day by which it is to be done, YYYY-MM-DD; the cohort\'s last day unless said.' })
  dueOn?: string | null;
}
