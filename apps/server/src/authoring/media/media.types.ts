import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'A picture or sound that items of the organisation may name. `POST /authoring/media?name=…` takes one; it never changes.' })
@Allow('with-parent')
export class AuthoringMedium {
  @Field(() => ID, { description: 'The medium\'s id.' })
  id!: string;
  @Field(() => String, { description: 'What documents name it by: media/NAME.' })
  path!: string;
  @Field(() => String, { description: 'Where it is fetched, on this server.' })
  url!: string;
  @Field(() => String, { description: 'Its media type, such as image/png.' })
  mediaType!: string;
  @Field(() => Int, { description: 'Its bytes.' })
  bytes!: number;
  @Field(() => Int, { nullable: true, description: 'Width in pixels; null: no picture.' })
  width!: number | null;
  @Field(() => Int, { nullable: true, description: 'Height in pixels; null: no picture.' })
  height!: number | null;
  @Field(() => DateTimeScalar, { description: 'When it came in.' })
  createdAt!: string;
}
@ObjectType({ description: 'A page of media.' })
@Allow('with-parent')
export class AuthoringMediumConnection extends ConnectionOf(AuthoringMedium) {}

@ArgsType()
export class AuthoringMediaArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'A part of the name; left out: all. At most 200 characters.' })
  name?: string | null;
}
