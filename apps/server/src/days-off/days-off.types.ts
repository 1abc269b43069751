import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';

@ObjectType({ description: 'A day on which the organisation does not work.' })
@Allow('with-parent')
export class DayOff {
  @Field(() => String, { description: 'The calendar day, YYYY-MM-DD.' })
  day!: string;
  @Field(() => String, { description: 'What it is, such as "Thanksgiving".' })
  name!: string;
}

@InputType({ description: 'A day on which the organisation is not to work.' })
export class DayOffInput {
  @Field(() => String, { description: 'The calendar day, YYYY-MM-DD.' })
  day!: string;
  @Field(() => String, { description: 'What it is, 1 to 80 characters.' })
  name!: string;
}
