import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { BankItemFilter } from '../lists/bank-items.types.js';
import type { Refusal } from './bulk-change.js';

@InputType({ description: 'Items that are to be changed together, 2,000 at most: those that are named, or all that a filter leaves.' })
export class BankItemSelection {
  @Field(() => [ID], { nullable: true, description: 'The items by id; those of others are left out.' })
  items?: string[] | null;
  @Field(() => BankItemFilter, { nullable: true, description: 'All that this leaves; with `items`: those among them.' })
  filter?: BankItemFilter | null;
}

@InputType({ description: 'A folder of a bank, or the bank itself.' })
export class BankPlaceInput {
  @Field(() => ID, { description: 'The bank.' })
  bank!: string;
  @Field(() => ID, { nullable: true, description: 'The folder; left out: the bank itself.' })
  folder?: string | null;
}

@InputType({ description: 'What is done to every item of a selection: one of the fields; tags and statements may be added and taken away in one go.' })
export class BankItemsChangeInput {
  @Field(() => [String], { nullable: true, description: 'Tags that are added.' })
  addTags?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Tags that are taken away.' })
  removeTags?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Statements that are added, by their ids in the course.' })
  addStatements?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Statements that are taken away.' })
  removeStatements?: string[] | null;
  @Field(() => String, { nullable: true, description: 'recall, application or judgement.' })
  level?: string | null;
  @Field(() => String, { nullable: true, description: 'easy, medium or hard.' })
  difficulty?: string | null;
  @Field(() => BankPlaceInput, { nullable: true, description: 'Where they are put, within their bank.' })
  move?: BankPlaceInput | null;
  @Field(() => Boolean, { nullable: true, description: 'true: they are retired.' })
  retire?: boolean | null;
}

export const BulkRefusal = { RETIRED: 'retired', IN_REVIEW: 'in-review', OTHER_BANK: 'other-bank', UNKNOWN_STATEMENT: 'unknown-statement', TOO_MANY: 'too-many' } as const satisfies Record<string, Refusal>;
registerEnumType(BulkRefusal, {
  name: 'BulkRefusal', description: 'Why a change of many items leaves one out.',
  valuesMap: {
    RETIRED: { description: 'It is retired.' }, IN_REVIEW: { description: 'It is in review: give it back before it is retired.' }, OTHER_BANK: { description: 'It lies in another bank.' },
    UNKNOWN_STATEMENT: { description: 'The course of its bank has no such statement.' }, TOO_MANY: { description: 'It would have more than 50 tags or statements.' },
  },
});

@ObjectType({ description: 'How many items are left out for a reason.' })
@Allow('with-parent')
export class BulkRefused {
  @Field(() => BulkRefusal, { description: 'The reason.' })
  why!: Refusal;
  @Field(() => Int, { description: 'How many items.' })
  items!: number;
}

@ObjectType({ description: 'What a change of many items would do.' })
@Allow('with-parent')
export class BulkChangePreview {
  @Field(() => Int, { description: 'How many items are selected.' })
  items!: number;
  @Field(() => Int, { description: 'How many would change.' })
  changed!: number;
  @Field(() => Int, { description: 'How many are so already.' })
  same!: number;
  @Field(() => Int, { description: 'How many of those that would change are approved and would need approval again; their approved versions stay in use until then.' })
  toReview!: number;
  @Field(() => [BulkRefused], { description: 'How many are left out, by reason.' })
  refused!: BulkRefused[];
}

@ObjectType({ description: 'A change of many items.' })
@Allow('with-parent')
export class BulkChange {
  @Field(() => ID, { description: 'The change\'s id.' })
  id!: string;
  @Field(() => String, { description: 'What was done, as a sentence.' })
  said!: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back; null: it stands.' })
  undoneAt!: string | null;
  before!: Record<string, unknown>;
  accountId!: string;
}
@ObjectType({ description: 'A page of changes of many items.' })
@Allow('with-parent')
export class BulkChangeConnection extends ConnectionOf(BulkChange) {}

@ObjectType({ description: 'What taking a change back has done.' })
@Allow('with-parent')
export class BulkUndo {
  @Field(() => Int, { description: 'How many items are as they were before the change.' })
  undone!: number;
  @Field(() => [ID], { description: 'Items that somebody has changed since: they stay as they are.' })
  kept!: string[];
}
