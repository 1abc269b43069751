import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'Two items that say nearly the same.' })
@Allow('with-parent')
export class AlikeItems {
  @Field(() => Float, { description: 'How alike their words are, 0 to 1: the Jaccard index of their three-letter runs.' })
  likeness!: number;
  firstId!: string;
  secondId!: string;
}
@ObjectType({ description: 'A page of pairs of items.' })
@Allow('with-parent')
export class AlikeItemsConnection extends ConnectionOf(AlikeItems) {}

@ArgsType()
export class AlikeItemsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'One of them lies in this bank; left out: any.' })
  bank?: string | null;
}

@ObjectType({ description: 'A comparison of all items of an organisation.' })
@Allow('with-parent')
export class ItemComparison {
  @Field(() => DateTimeScalar, { description: 'When it ended.' })
  at!: string;
  @Field(() => Int, { description: 'How many items were compared.' })
  items!: number;
  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  milliseconds!: number;
}
