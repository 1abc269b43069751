import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';

@ObjectType({ description: 'When a unit of a course opens for a learner.' })
@Allow('with-parent')
export class UnitOpening {
  @Field(() => ID, { description: 'The unit\'s id within the course.' })
  unit!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => Boolean, { description: 'Whether it is open now. What was begun before it was closed stays open.' })
  open!: boolean;
  @Field(() => String, { nullable: true, description: 'The day on which it opens or opened, YYYY-MM-DD in the cohort\'s zone; null: it waits for no day.' })
  opensOn!: string | null;
  @Field(() => String, { nullable: true, description: 'The title of the unit that is completed first; null: none.' })
  after!: string | null;
}
