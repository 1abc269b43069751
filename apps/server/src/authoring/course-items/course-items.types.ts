import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';

@ObjectType({ description: 'What was brought of a course\'s items.' })
@Allow('with-parent')
export class BroughtItems {
  @Field(() => Int, { description: 'The number of the course version that they are of.' })
  version!: number;
  @Field(() => Int, { description: 'How many items the banks of that version have.' })
  items!: number;
  @Field(() => Int, { description: 'How many this call has brought.' })
  brought!: number;
  @Field(() => Int, { description: 'How many are left for further calls.' })
  left!: number;
  bankIds!: string[];
}
