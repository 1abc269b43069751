import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'What staff wrote about a learner for each other. She never gets it.' })
@Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
export class Note {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, { description: 'What was written; plain text.' })
  body!: string;
  @Field(() => Int, { description: 'Give it with a change: a change of what was changed meanwhile is refused.' })
  revision!: number;
  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  writtenAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was changed last; null: never.' })
  changedAt!: string | null;
  authorId!: string;
}
@ObjectType({ description: 'A page of notes.' })
@Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
export class NoteConnection extends ConnectionOf(Note) {}
