import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';
import { Allow } from './allow.js';

@ObjectType({ description: 'A new API key. The key itself is shown this once.' })
@Allow('with-parent')
export class CreatedApiKey {
  @Field(() => ID, { description: 'The id by which the key is listed and revoked.' })
  id!: string;
  @Field(() => String, { description: 'The name it was given.' })
  name!: string;
  @Field(() => [String], { description: 'What it may do.' })
  scopes!: string[];
  @Field(() => String, { description: 'The secret: send it as `Authorization: Bearer …`.' })
  key!: string;
}

@ObjectType({ description: 'An API key, without its secret: nobody can read that again.' })
@Allow('with-parent')
export class ApiKey {
  @Field(() => ID, { description: 'The key\'s id.' })
  id!: string;
  @Field(() => String, { description: 'The name it was given.' })
  name!: string;
  @Field(() => [String], { description: 'What it may do.' })
  scopes!: string[];
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null: it can be used.' })
  revokedAt!: string | null;
  accountId!: string;
}

@ObjectType({ description: 'A page of API keys.' })
@Allow('with-parent')
export class ApiKeyConnection extends ConnectionOf(ApiKey) {}
