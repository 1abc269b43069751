import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';
import type { Role } from './actor.js';
import { Allow } from './allow.js';
import { Account, RoleEnum } from './identity.types.js';

@ObjectType({ description: 'A person of the organisation, and what they are in it.' })
@Allow('with-parent')
export class Member {
  @Field(() => Account, { description: 'The person\'s account.' })
  account!: Account;
  @Field(() => [RoleEnum], { description: 'What the person is in the organisation.' })
  roles!: Role[];
  @Field(() => DateTimeScalar, { description: 'When the person was given the account.' })
  joinedAt!: string;
}

@ObjectType({ description: 'A page of the organisation\'s people.' })
@Allow('with-parent')
export class MemberConnection extends ConnectionOf(Member) {}
