import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';

@ObjectType({ description: 'What publishing a planned assessment into its course would do.' })
@Allow('with-parent')
export class AssessmentPublication {
  @Field(() => ID, { description: 'The plan.' })
  plan!: string;
  @Field(() => Int, { description: 'The plan\'s revision that this is of.' })
  revision!: number;
  @Field(() => Int, { description: 'The revision of its forms that this is of.' })
  formsRevision!: number;
  @Field(() => ID, { description: 'The course version that the new one is made of.' })
  version!: string;
  @Field(() => Int, { description: 'That version\'s number.' })
  versionNumber!: number;
  @Field(() => String, { description: 'The unit\'s title; its id where the course has it no more.' })
  unitTitle!: string;
  @Field(() => ID, { nullable: true, description: 'Id of the unit\'s assessment so far; null: it has none.' })
  replacesId!: string | null;
  @Field(() => String, { nullable: true, description: 'Its title.' })
  replacesTitle!: string | null;
  @Field(() => Int, { description: 'Items of all forms.' })
  items!: number;
  @Field(() => Int, { description: 'How many of them the course does not have.' })
  newItems!: number;
  @Field(() => [String], { description: 'Items that the course has otherwise: they change wherever it asks them.' })
  changedItems!: string[];
  @Field(() => [String], { description: 'Why it can\'t be published.' })
  problems!: string[];
  @Field(() => [String], { description: 'What to think of; it can be published all the same.' })
  warnings!: string[];
  @Field(() => Boolean, { description: 'The newest version has all of it already.' })
  unchanged!: boolean;
  @Field(() => String, { description: 'The assessment as an `assessment.yaml` for the course source, which says nothing of its items.' })
  source!: string;
}
