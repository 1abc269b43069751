import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';

@ObjectType({ description: 'How many items ask something at a level.' })
@Allow('with-parent')
export class LevelCoverage {
  @Field(() => String, { description: 'recall, application or judgement; empty: items that say none.' })
  level!: string;
  @Field(() => Int, { description: 'Items in use.' })
  items!: number;
  @Field(() => Int, { description: 'Of them, those with an approved version.' })
  approved!: number;
}

@ObjectType({ description: 'A statement of a course, and how many items ask it.' })
@Allow('with-parent')
export class StatementCoverage {
  @Field(() => ID, { description: 'Its id in the course.' })
  id!: string;
  @Field(() => String, { description: 'What it states.' })
  text!: string;
  @Field(() => String, { description: 'The section of the guide that it stands in.' })
  section!: string;
  @Field(() => Int, { description: 'Items in use that ask it.' })
  items!: number;
  @Field(() => Int, { description: 'Of them, those with an approved version.' })
  approved!: number;
  @Field(() => [LevelCoverage], { description: 'The same by level: recall, application, judgement, none said.' })
  levels!: LevelCoverage[];
}

@ObjectType({ description: 'The statements that a unit is the first to teach, and how many items ask them; an item that asks several counts once.' })
@Allow('with-parent')
export class UnitCoverage {
  @Field(() => ID, { nullable: true, description: 'The unit\'s id in the course; null: statements that no unit teaches.' })
  id!: string | null;
  @Field(() => String, { description: 'The unit\'s title.' })
  title!: string;
  @Field(() => Int, { description: 'Items in use that ask any of its statements.' })
  items!: number;
  @Field(() => Int, { description: 'Of them, those with an approved version.' })
  approved!: number;
  @Field(() => [LevelCoverage], { description: 'The same by level: recall, application, judgement, none said.' })
  levels!: LevelCoverage[];
  @Field(() => [StatementCoverage], { description: 'Its statements, in the course\'s order.' })
  statements!: StatementCoverage[];
}
