import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';

const partSays = '`unit:ID` or `assessment:ID` of the course; empty: the course itself.';

@InputType({ description: 'The day by which a part of a course is due.' })
export class PartDayInput {
  @Field(() => String, { description: '`unit:ID` or `assessment:ID` of the course.' })
  part!: string;
  @Field(() => String, { description: 'The day, YYYY-MM-DD in the cohort\'s zone.' })
  dueOn!: string;
}

@InputType({ description: 'Another day for one person.' })
export class ExtensionInput {
  @Field(() => String, { defaultValue: '', description: partSays })
  part!: string;
  @Field(() => String, { description: 'The new day, YYYY-MM-DD in the cohort\'s zone.' })
  dueOn!: string;
  @Field(() => String, { description: 'Why, 1 to 500 characters: only staff see it.' })
  reason!: string;
}

@ObjectType({ description: 'A part of a cohort\'s course that can be due.' })
@Allow('with-parent')
export class CohortDeadline {
  @Field(() => String, { description: '`unit:ID` or `assessment:ID`.' })
  part!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'By which day it is due; null: by none of its own.' })
  dueOn!: string | null;
}

@ObjectType({ description: 'Something that is due for a learner.' })
@Allow('with-parent')
export class LearnerDeadline {
  @Field(() => String, { description: partSays })
  part!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { description: 'By which day, YYYY-MM-DD in the cohort\'s zone.' })
  dueOn!: string;
  @Field(() => String, { nullable: true, description: 'Everybody else\'s day, where hers is another.' })
  usualDueOn!: string | null;
  @Field(() => Boolean, { description: 'Whether it is done.' })
  done!: boolean;
  @Field(() => Boolean, { description: 'Whether its day is over and it is not done.' })
  late!: boolean;
}

@ObjectType({ description: 'A day that somebody gave one person.' })
@Allow('with-parent')
export class Extension {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, { description: partSays })
  part!: string;
  @Field(() => String, { nullable: true, description: 'The day before; null: none.' })
  before!: string | null;
  @Field(() => String, { description: 'The day since.' })
  dueOn!: string;
  @Field(() => String, { description: 'Why.' })
  reason!: string;
  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  at!: string;
  accountId!: string;
}
@ObjectType({ description: 'A page of extensions.' })
@Allow('with-parent')
export class ExtensionConnection extends ConnectionOf(Extension) {}
