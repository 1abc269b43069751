import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'A folder of a bank.' })
@Allow('with-parent')
export class BankFolder {
  @Field(() => ID, { description: 'The folder\'s id.' })
  id!: string;
  @Field(() => String, { description: 'What it is called.' })
  title!: string;
  @Field(() => ID, { nullable: true, description: 'The folder that it lies in; null: it lies in the bank itself.' })
  parentId!: string | null;
  @Field(() => Int, { description: 'How many items in use (not retired) lie in it, those of its folders not counted.' })
  items!: number;
}

@ObjectType({ description: 'How many items a bank has, by state.' })
@Allow('with-parent')
export class BankCounts {
  @Field(() => Int, { description: 'Items that are being written.' })
  draft!: number;
  @Field(() => Int, { description: 'Items that wait for somebody\'s approval.' })
  inReview!: number;
  @Field(() => Int, { description: 'Items that assessments may use.' })
  approved!: number;
  @Field(() => Int, { description: 'Items that no new assessment uses.' })
  retired!: number;
}

@ObjectType({ description: 'A bank of items, of an organisation.' })
@Allow('with-parent')
export class ItemBank {
  @Field(() => ID, { description: 'The bank\'s id.' })
  id!: string;
  @Field(() => String, { description: 'Its id in a course source; unique in the organisation.' })
  name!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'The unit of its course that it belongs to; null: the whole course.' })
  unit!: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: string;
  courseId!: string | null;
}
@ObjectType({ description: 'A page of banks.' })
@Allow('with-parent')
export class ItemBankConnection extends ConnectionOf(ItemBank) {}

@InputType({ description: 'A bank that is to be made.' })
export class CreateItemBankInput {
  @Field(() => String, { description: 'Its title, 1 to 120 characters.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'Its id in a course source: lower-case letters, digits and hyphens, beginning with a letter, at most 64. Left out: made of the title.' })
  name?: string | null;
  @Field(() => ID, { nullable: true, description: 'The course whose statements and lessons its items name.' })
  course?: string | null;
  @Field(() => String, { nullable: true, description: 'The unit of that course, by its id in the course.' })
  unit?: string | null;
}

@InputType({ description: 'What is to be different about a bank; what is left out stays.' })
export class ChangeItemBankInput {
  @Field(() => String, { nullable: true, description: 'Its title, 1 to 120 characters.' })
  title?: string | null;
  @Field(() => ID, { nullable: true, description: 'The course whose statements and lessons its items name; null: none.' })
  course?: string | null;
  @Field(() => String, { nullable: true, description: 'The unit of that course, by its id in the course; null: the whole course.' })
  unit?: string | null;
}

@InputType({ description: 'What is to be different about a folder; what is left out stays.' })
export class ChangeBankFolderInput {
  @Field(() => String, { nullable: true, description: 'What it is called, 1 to 80 characters.' })
  title?: string | null;
  @Field(() => ID, { nullable: true, description: 'The folder of the same bank that it is moved into; null: the bank itself.' })
  parent?: string | null;
}
