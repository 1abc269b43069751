import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf, PageArgs } from '../platform/graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'One change that matters, as it was recorded when it happened.' })
@Allow('with-parent')
export class AuditEntry {
  @Field(() => ID, { description: 'Its place in the organisation\'s trail, as an id.' })
  id!: string;
  @Field(() => Int, { description: 'Its place in the organisation\'s trail: 1, 2, 3, …' })
  sequence!: number;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  @Field(() => String, { description: '`account`: a person; `key`: a program, with a key of that person; `system`: the server itself.' })
  actorKind!: string;
  @Field(() => String, { description: 'What happened, such as `roles.changed`.' })
  action!: string;
  @Field(() => String, { description: 'What kind of thing was changed, such as `cohort`.' })
  subjectType!: string;
  @Field(() => ID, { description: 'Which one.' })
  subjectId!: string;
  @Field(() => String, { nullable: true, description: 'What it was called then; null: it has no name, or the details were taken out.' })
  subjectLabel!: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'What was before, in the shape of the action; null: nothing.' })
  before!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'What is since; null: nothing.' })
  after!: unknown;
  @Field(() => Int, { nullable: true, description: 'The later entry by which name, before and after were taken out, for instance when somebody was erased; null: they are here.' })
  withheldBy!: number | null;
  @Field(() => String, { description: 'SHA-256, hex: of this entry and of the hash of the one before it.' })
  hash!: string;
}
@ObjectType({ description: 'A page of the trail, newest first.' })
@Allow('with-parent')
export class AuditEntryConnection extends ConnectionOf(AuditEntry) {}

@ObjectType({ description: 'Whether the trail is as it was written.' })
@Allow('with-parent')
export class AuditCheck {
  @Field(() => Boolean, { description: 'Whether each entry is as it was written, and none is missing.' })
  holds!: boolean;
  @Field(() => Int, { description: 'The last entry up to which all is as it was written; 0: there is none.' })
  holdsTo!: number;
  @Field(() => String, { description: 'The hash of that entry. Note it elsewhere: whoever can rewrite the whole database could rewrite the whole trail.' })
  hash!: string;
  @Field(() => Int, { nullable: true, description: 'The first entry that is not as it was written; null: there is none.' })
  brokenAt!: number | null;
  @Field(() => String, { nullable: true, description: 'What is wrong with it; null: nothing.' })
  says!: string | null;
  @Field(() => Int, { description: 'How many entries were looked at.' })
  entries!: number;
  @Field(() => Int, { description: 'Of how many of them the details were taken out, for a reason that the trail names.' })
  withheld!: number;
  @Field(() => Int, { description: 'Entries up to this one were past their retention and are gone; 0: none.' })
  removedTo!: number;
}

@ArgsType()
export class AuditTrailArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of the name or address of whoever did it, or an account\'s id.' })
  who?: string | null;
  @Field(() => String, { nullable: true, description: 'What happened: `roles.changed`, or `roles` for all that happened to roles.' })
  action?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of the name of what was changed, or its id.' })
  subject?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'From this moment on.' })
  from?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this moment.' })
  until?: string | null;
}
