import { Field, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';

@ObjectType({ description: 'One kind of data that is kept of people.' })
@Allow('with-parent')
export class HeldData {
  @Field(() => String, { description: 'What it is.' })
  what!: string;
  @Field(() => String, { description: 'Why it is kept.' })
  why!: string;
  @Field(() => String, { description: '`deleted` or `kept`: what becomes of it when its person is erased. What is kept names her by a number alone.' })
  atErasure!: string;
}
