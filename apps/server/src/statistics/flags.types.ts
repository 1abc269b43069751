import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Course } from '../catalog/catalog.types.js';
import { Allow } from '../identity/allow.js';
import { ConnectionOf, PageArgs } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';
import { Finding } from './measure.types.js';

@ObjectType({ description: 'That somebody looked at a flagged item and let it be.' })
@Allow('with-parent')
export class FlagDismissal {
  @Field(() => String, { description: 'Why, in her own words.' })
  reason!: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  @Field(() => [String], { description: 'What was found then: anything else, or anything graver, flags the item again.' })
  codes!: string[];
  /** For the resolver of who did it. */
  accountId!: string;
}

@ObjectType({ description: 'An item that needs a look, for the instructor\'s home.' })
@Allow('with-parent')
export class FlaggedItem {
  @Field(() => ID, { description: 'The item\'s id within the course.' })
  item!: string;
  @Field(() => String, { description: 'The question as plain text.' })
  stem!: string;
  @Field(() => Course, { nullable: true, description: 'The course.' })
  course!: Course | null;
  @Field(() => ID, { description: 'The assessment\'s id within the course.' })
  assessment!: string;
  @Field(() => String, { description: 'The assessment\'s title.' })
  assessmentTitle!: string;
  @Field(() => Int, { description: 'How many attempts showed it.' })
  attempts!: number;
  @Field(() => Finding, { nullable: true, description: 'The gravest finding, with the evidence and what to do.' })
  finding!: Finding | null;
  courseId!: string;
  /** For the resolver of the dismissal. */
  dismissalId!: string | null;
}
@ObjectType({ description: 'A page of items that need a look.' })
@Allow('with-parent')
export class FlaggedItemConnection extends ConnectionOf(FlaggedItem) {}

@ArgsType()
export class FlaggedItemsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only of this course.' })
  course?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Those that somebody looked at and let be, in place of those that wait for a look.' })
  dismissed!: boolean;
}
@ArgsType()
export class FlagItemArgs {
  @Field(() => ID, { description: 'The course\'s id.' })
  course!: string;
  @Field(() => ID, { description: 'The item\'s id within the course.' })
  item!: string;
}
