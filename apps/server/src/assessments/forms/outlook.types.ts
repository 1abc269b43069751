import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'How one part of a blueprint stands with the approved items there are.' })
@Allow('with-parent')
export class PartStanding {
  @Field(() => ID, { description: 'The section\'s, rule\'s or group\'s id.' })
  id!: string;
  @Field(() => Int, { description: 'Approved items that fit.' })
  available!: number;
  @Field(() => Int, { description: 'Items that all forms together need of it.' })
  needed!: number;
  @Field(() => String, { nullable: true, description: 'Why it can\'t be met; null: it could be.' })
  says!: string | null;
  @Field(() => Int, { nullable: true, description: 'The number that could be met; null: it could be met as it is.' })
  instead!: number | null;
}
@ObjectType({ description: 'A value that items have, and how many.' })
@Allow('with-parent')
export class ItemValue {
  @Field(() => String, { description: 'The value.' })
  value!: string;
  @Field(() => Int, { description: 'How many approved items have it.' })
  items!: number;
}
@ObjectType({ description: 'What can be said of a blueprint at once, part by part. Whether all of it can be met together, building tells.' })
@Allow('with-parent')
export class BlueprintOutlook {
  @Field(() => Int, { description: 'Approved items of the banks.' })
  items!: number;
  @Field(() => [PartStanding], { description: 'Each section.' })
  sections!: PartStanding[];
  @Field(() => [PartStanding], { description: 'Each rule.' })
  rules!: PartStanding[];
  @Field(() => [PartStanding], { description: 'Each group that is kept apart.' })
  apart!: PartStanding[];
  @Field(() => [ItemValue], { description: 'Units that items are of, most first, at most 200.' })
  units!: ItemValue[];
  @Field(() => [ItemValue], { description: 'Their tags, most first, at most 200.' })
  tags!: ItemValue[];
  @Field(() => [ItemValue], { description: 'Statements that they ask, most first, at most 200.' })
  statements!: ItemValue[];
  @Field(() => [ItemValue], { description: 'Their kinds.' })
  kinds!: ItemValue[];
  @Field(() => [ItemValue], { description: 'Names of their banks.' })
  banks!: ItemValue[];
}
@InputType({ description: 'A blueprint that need not be saved.' })
export class BlueprintOutlookInput {
  @Field(() => ID, { description: 'The plan.' })
  plan!: string;
  @Field(() => [ID], { nullable: true, description: 'Banks; left out: the plan\'s.' })
  banks?: string[];
  @Field(() => JsonScalar, { nullable: true, description: 'Blueprint; left out: the plan\'s.' })
  blueprint?: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'FormWish; left out: the plan\'s.' })
  wish?: unknown;
}
