import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { Account } from '../../identity/identity.types.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'Somebody on a panel, with what her ratings come to.' })
@Allow('with-parent')
export class Panelist {
  @Field(() => ID, { description: 'Her account\'s id.' })
  id!: string;
  @Field(() => Account, { nullable: true, description: 'Who it is; null: is here no more.' })
  account!: Account | null;
  @Field(() => Int, { description: 'How many items she has rated in this round.' })
  rated!: number;
  @Field(() => Float, { nullable: true, description: 'The pass mark that she alone would set, 0 to 1; null: she has not rated every item.' })
  cut!: number | null;
  @Field(() => Float, { nullable: true, description: 'Correlation of her ratings with the means of the others, -1 to 1; null: not defined yet.' })
  agreement!: number | null;
  @Field(() => String, { nullable: true, description: '`cut`: her pass mark is far from the others\'; `order`: she finds other items hard than they do; null: neither.' })
  outlying!: string | null;
}
@ObjectType({ description: 'How a panel rated one item.' })
@Allow('with-parent')
export class RatedItem {
  @Field(() => ID, { description: 'The item\'s id in its bank.' })
  id!: string;
  @Field(() => String, { description: 'The item\'s id in courses.' })
  name!: string;
  @Field(() => Float, { nullable: true, description: 'Mean rating, 0 to 1; null: nobody rated it.' })
  mean!: number | null;
  @Field(() => Float, { nullable: true, description: 'Standard deviation between panelists; null: fewer than two rated it.' })
  sd!: number | null;
  @Field(() => Int, { description: 'How many rated it.' })
  ratings!: number;
}
@ObjectType({ description: 'A panel that sets a pass mark by Angoff\'s method.' })
@Allow('with-parent')
export class AngoffPanel {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => Int, { description: 'The round that it is in, from 1 on.' })
  round!: number;
  @Field(() => Boolean, { description: 'Whether ratings are taken.' })
  open!: boolean;
  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  openedAt!: string;
  @Field(() => Boolean, { description: 'Whether the forms hold the items that it rates, and no others.' })
  current!: boolean;
  @Field(() => [Panelist], { description: 'Who is on it, at most 50.' })
  panelists!: Panelist[];
  @Field(() => [RatedItem], { description: 'The items of all forms, in order.' })
  items!: RatedItem[];
  @Field(() => Int, { description: 'Panelists who have rated every item: those who count.' })
  counted!: number;
  @Field(() => Float, { nullable: true, description: 'The pass mark that the panel sets, 0 to 1; null: nobody is through yet.' })
  cut!: number | null;
  @Field(() => Float, { nullable: true, description: 'Standard error of the cut for panels of this size; null: fewer than two are through.' })
  standardError!: number | null;
  @Field(() => Float, { nullable: true, description: 'Standard error if the items too are taken as a sample; null: fewer than two panelists or items.' })
  standardErrorOverItems!: number | null;
  @Field(() => [Float], { description: 'The cuts of the rounds before, the first first.' })
  earlierCuts!: number[];
}

@ObjectType({ description: 'An item as a panelist rates it.' })
@Allow('with-parent')
export class ItemToRate {
  @Field(() => ID, { description: 'The item\'s id in its bank.' })
  id!: string;
  @Field(() => JsonScalar, { description: 'Item of libs/assessment with its key, as it was when the panel was opened.' })
  item!: unknown;
  @Field(() => Int, { nullable: true, description: 'What you rated it, in percent; null: not yet.' })
  percent!: number | null;
  @Field(() => Float, { nullable: true, description: 'What the others thought on average in the round before; null: this is the first.' })
  others!: number | null;
}
@ObjectType({ description: 'A page of items to rate.' })
@Allow('with-parent')
export class ItemToRateConnection extends ConnectionOf(ItemToRate) {}

@ObjectType({ description: 'A panel that waits for your ratings.' })
@Allow('with-parent')
export class RatingTask {
  @Field(() => ID, { description: 'The panel\'s id.' })
  id!: string;
  @Field(() => String, { description: 'The assessment\'s title.' })
  title!: string;
  @Field(() => Int, { description: 'The round.' })
  round!: number;
  @Field(() => Boolean, { description: 'Whether ratings are taken.' })
  open!: boolean;
  @Field(() => Int, { description: 'How many items there are.' })
  itemCount!: number;
  @Field(() => Int, { description: 'How many of them you have rated in this round.' })
  rated!: number;
}
@InputType({ description: 'A rating.' })
export class RatingInput {
  @Field(() => ID, { description: 'The item\'s id.' })
  item!: string;
  @Field(() => Int, { nullable: true, description: 'How many of a hundred learners who are just good enough get it right, 0 to 100; null takes the rating back.' })
  percent?: number | null;
}
