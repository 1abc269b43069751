import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import type { ItemState } from '../authoring.entity.js';
import { ItemStateEnum } from '../item-states.js';

@ObjectType({ description: 'An item of a bank, as lists show it.' })
@Allow('with-parent')
export class BankItem {
  @Field(() => ID, { description: 'The item\'s id.' })
  id!: string;
  @Field(() => String, { description: 'Its id in a course source; unique in its bank.' })
  name!: string;
  @Field(() => ID, { description: 'The bank that it is in.' })
  bankId!: string;
  @Field(() => ID, { nullable: true, description: 'The folder that it lies in; null: in the bank itself.' })
  folderId!: string | null;
  @Field(() => ItemStateEnum, { description: 'Where it stands.' })
  state!: ItemState;
  @Field(() => Int, { description: 'The newest revision; every save counts.' })
  revision!: number;
  @Field(() => Int, { nullable: true, description: 'The newest approved version, which assessments use; null: none was approved yet.' })
  approvedVersion!: number | null;
  @Field(() => String, { description: 'The kind of item, such as single-choice.' })
  kind!: string;
  @Field(() => String, { nullable: true, description: 'recall, application or judgement; null: not said yet.' })
  level!: string | null;
  @Field(() => String, { nullable: true, description: 'easy, medium or hard, as its author thinks; null: not said yet.' })
  difficulty!: string | null;
  @Field(() => String, { description: 'The question as plain text.' })
  stem!: string;
  @Field(() => [String], { description: 'The statements that it asks, by their ids in the course.' })
  statements!: string[];
  @Field(() => [String], { description: 'Free labels.' })
  tags!: string[];
  @Field(() => Boolean, { description: 'Whether it can be shown and scored as it stands.' })
  sound!: boolean;
  @Field(() => Int, { description: 'How many findings of the item lint are neither mended nor waived.' })
  findings!: number;
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it was last saved.' })
  updatedAt!: string;
  authorId!: string;
}
@ObjectType({ description: 'A page of items.' })
@Allow('with-parent')
export class BankItemConnection extends ConnectionOf(BankItem) {}

@InputType({ description: 'Which items: those that fulfil all that is given. What is left out leaves out nothing.' })
export class BankItemFilter {
  @Field(() => String, { nullable: true, description: 'Words that it says, in any order, the last as far as it is typed; in quotation marks: side by side. At most 1,000 characters.' })
  text?: string | null;
  @Field(() => [String], { nullable: true, description: 'Its id in a course source is one of these.' })
  names?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'The bank that it is in.' })
  bank?: string | null;
  @Field(() => ID, { nullable: true, description: 'The folder that it lies in, or in a folder below it.' })
  folder?: string | null;
  @Field(() => [ItemStateEnum], { nullable: true, description: 'Its state is one of these.' })
  states?: ItemState[] | null;
  @Field(() => [String], { nullable: true, description: 'Its kind is one of these.' })
  kinds?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Its level is one of these; an empty text: none is said.' })
  levels?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Its difficulty is one of these; an empty text: none is said.' })
  difficulties?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'It has all of these tags.' })
  tags?: string[] | null;
  @Field(() => String, { nullable: true, description: 'It asks this statement; an empty text: it asks none.' })
  statement?: string | null;
  @Field(() => ID, { nullable: true, description: 'The account that made it.' })
  author?: string | null;
  @Field(() => ID, { nullable: true, description: 'Its bank belongs to this course.' })
  course?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the item lint has open findings about it.' })
  findings?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it can be shown and scored as it stands.' })
  sound?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether assessments may use a version of it.' })
  approved?: boolean | null;
}

export const BankItemOrder = { UPDATED: 'UPDATED', NAME: 'NAME', STATE: 'STATE', KIND: 'KIND', LEVEL: 'LEVEL', DIFFICULTY: 'DIFFICULTY', FINDINGS: 'FINDINGS' } as const;
export type BankItemOrder = keyof typeof BankItemOrder;
registerEnumType(BankItemOrder, {
  name: 'BankItemOrder', description: 'What a list of items is sorted by.',
  valuesMap: {
    UPDATED: { description: 'When it was last saved.' }, NAME: { description: 'Its name.' }, STATE: { description: 'Its state, from draft to retired.' }, KIND: { description: 'Its kind.' },
    LEVEL: { description: 'Its level: recall, application, judgement; what has none comes first.' }, DIFFICULTY: { description: 'Its difficulty: easy, medium, hard; what has none comes first.' },
    FINDINGS: { description: 'How many open findings it has.' },
  },
});

@ArgsType()
export class BankItemArgs extends PageArgs {
  @Field(() => BankItemFilter, { nullable: true, description: 'Which items; left out: all of the organisation.' })
  filter?: BankItemFilter | null;
  @Field(() => BankItemOrder, { defaultValue: 'UPDATED', description: 'What they are sorted by.' })
  sort!: BankItemOrder;
  @Field(() => Boolean, { defaultValue: true, description: 'From the last to the first: newest, most findings, Z to A.' })
  descending!: boolean;
}

@ObjectType({ description: 'How many items have a value.' })
@Allow('with-parent')
export class FacetCount {
  @Field(() => String, { description: 'The value, as the filter takes it; empty: none is said.' })
  value!: string;
  @Field(() => String, { description: 'The value for people, where it is an id: a person\'s name, a bank\'s title.' })
  label!: string;
  @Field(() => Int, { description: 'How many items have it.' })
  items!: number;
}
@ObjectType({ description: 'How many items each value of a filter would leave, the other filters kept. Most first, 100 at most.' })
@Allow('with-parent')
export class BankItemFacets {
  @Field(() => [FacetCount], { description: 'By state: the names of ItemState.' })
  states!: FacetCount[];
  @Field(() => [FacetCount], { description: 'By kind.' })
  kinds!: FacetCount[];
  @Field(() => [FacetCount], { description: 'By level.' })
  levels!: FacetCount[];
  @Field(() => [FacetCount], { description: 'By difficulty.' })
  difficulties!: FacetCount[];
  @Field(() => [FacetCount], { description: 'By tag.' })
  tags!: FacetCount[];
  @Field(() => [FacetCount], { description: 'By statement.' })
  statements!: FacetCount[];
  @Field(() => [FacetCount], { description: 'By author.' })
  authors!: FacetCount[];
}
