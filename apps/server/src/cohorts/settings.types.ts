import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { WaitingRule } from './cohorts.types.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';

@InputType({ description: 'What of a cohort is changed. What is left out stays as it is; null takes away.' })
export class UpdateCohortInput {
  @Field(() => String, { nullable: true, description: 'Its name, 1 to 120 characters.' })
  name?: string;
  @Field(() => String, { nullable: true, description: 'The day on which it starts, YYYY-MM-DD.' })
  startsOn?: string | null;
  @Field(() => String, { nullable: true, description: 'The day by which it ends, YYYY-MM-DD. It becomes the due day of every learner who had the old one.' })
  endsOn?: string | null;
  @Field(() => String, { nullable: true, description: 'The zone of its dates, an IANA name.' })
  timeZone?: string;
  @Field(() => Int, { nullable: true, description: 'Most learners at once, 1 to 5,000; whoever comes later waits. null: no limit.' })
  capacity?: number | null;
  @Field(() => String, { nullable: true, description: 'What it costs, in words, at most 120 characters. Nothing is charged.' })
  price?: string | null;
  @Field(() => String, { nullable: true, description: 'Where the organisation has its discussion: an address with https:// or http://.' })
  discussionUrl?: string | null;
  @Field(() => WaitingRule, { nullable: true, description: 'Who gets a place that frees.' })
  fills?: WaitingRule;
  @Field(() => [ID], { nullable: true, description: 'The accounts of all who lead it: people of the organisation who do not learn in it, at most 30. In this cohort they may do what leading it takes.' })
  facilitators?: string[];
}

@ObjectType({ description: 'One setting of a cohort that became other.' })
@Allow('with-parent')
export class CohortSettingChange {
  @Field(() => String, { description: 'Which: a field of UpdateCohortInput, or `archived`, `courseVersion`, `release`, `deadlines` or `courses`.' })
  field!: string;
  @Field(() => String, { nullable: true, description: 'As it was, in words; null: nothing.' })
  before!: string | null;
  @Field(() => String, { nullable: true, description: 'As it is since, in words; null: nothing.' })
  after!: string | null;
}

@ObjectType({ description: 'A change of a cohort: it made this revision.' })
@Allow('with-parent')
export class CohortChange {
  @Field(() => Int, { description: 'The revision that it led to.' })
  revision!: number;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  @Field(() => [CohortSettingChange], { description: 'What became other.' })
  changes!: CohortSettingChange[];
  accountId!: string;
}
@ObjectType({ description: 'A page of changes of a cohort.' })
@Allow('with-parent')
export class CohortChangeConnection extends ConnectionOf(CohortChange) {}
