import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'A key of a device or a password manager that signs its owner in.' })
@Allow('with-parent')
export class Passkey {
  @Field(() => ID, { description: 'The passkey\'s id.' })
  id!: string;
  @Field(() => String, { description: 'What its owner calls it.' })
  name!: string;
  @Field(() => Boolean, { description: 'Whether it is kept in several places, so that it survives the loss of one device.' })
  backedUp!: boolean;
  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  createdAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it signed somebody in last; null: never.' })
  usedAt!: string | null;
}
