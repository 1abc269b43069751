import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'What somebody says about a place of an item, or answers to that.' })
@Allow('with-parent')
export class ItemComment {
  @Field(() => ID, { description: 'The comment\'s id.' })
  id!: string;
  @Field(() => Int, { description: 'The revision that it was written of.' })
  revision!: number;
  @Field(() => String, { description: 'JSON Pointer (RFC 6901) into the document, such as /options/2/text; empty: the item as a whole.' })
  place!: string;
  @Field(() => ID, { nullable: true, description: 'The comment that it answers; null: it begins.' })
  replyTo!: string | null;
  @Field(() => String, { description: 'What is said, plain text.' })
  text!: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was dealt with; null: it is open, or an answer.' })
  resolvedAt!: string | null;
  itemId!: string;
  accountId!: string;
  resolvedBy!: string | null;
}
@ObjectType({ description: 'A page of comments.' })
@Allow('with-parent')
export class ItemCommentConnection extends ConnectionOf(ItemComment) {}

@ArgsType()
export class ItemCommentArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only those that are open and their answers; left out: all.' })
  open?: boolean | null;
}

@InputType({ description: 'A comment that is to be made.' })
export class CommentOnItemInput {
  @Field(() => ID, { description: 'The item.' })
  item!: string;
  @Field(() => String, { description: 'What is said, 1 to 4,000 characters of plain text.' })
  text!: string;
  @Field(() => String, { nullable: true, description: 'JSON Pointer into the document, such as /options/2/text; left out: the item as a whole. An answer has the place of what it answers.' })
  place?: string | null;
  @Field(() => ID, { nullable: true, description: 'The comment that it answers.' })
  replyTo?: string | null;
}
