import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'How people register themselves, for a cohort or for the organisation.' })
@Allow('with-parent')
export class RegistrationWay {
  @Field(() => Boolean, { description: 'Whether anybody can.' })
  open!: boolean;
  @Field(() => Boolean, { description: 'Whether staff let each in.' })
  approval!: boolean;
  @Field(() => String, { description: 'The code that people type.' })
  code!: string;
  @Field(() => String, { description: 'The path of the page that knows the code.' })
  path!: string;
}

@ObjectType({ description: 'For what a code is.' })
@Allow('with-parent')
export class OpenRegistration {
  @Field(() => String, { description: 'The organisation.' })
  organisation!: string;
  @Field(() => String, { nullable: true, description: 'The cohort in which one gets a place; null: none, one belongs to the organisation.' })
  cohort!: string | null;
  @Field(() => String, { nullable: true, description: 'The first day of the cohort, YYYY-MM-DD.' })
  startsOn!: string | null;
  @Field(() => Boolean, { description: 'Whether staff let each in.' })
  approval!: boolean;
}

@ObjectType({ description: 'Somebody who has registered herself, whose address is confirmed.' })
@Allow('with-parent')
export class Registration {
  @Field(() => ID, { description: 'The registration\'s id.' })
  id!: string;
  @Field(() => String, { description: 'The name that she gave.' })
  name!: string;
  @Field(() => String, { description: 'Her address.' })
  email!: string;
  @Field(() => DateTimeScalar, { description: 'When she registered.' })
  createdAt!: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether she was let in; null: nobody has decided.' })
  admitted!: boolean | null;
}

@ObjectType({ description: 'A page of registrations.' })
@Allow('with-parent')
export class RegistrationConnection extends ConnectionOf(Registration) {}

export const RegistrationOutcome = { IN: 'IN', WAITING: 'WAITING', SIGN_IN: 'SIGN_IN' } as const;
registerEnumType(RegistrationOutcome, {
  name: 'RegistrationOutcome', description: 'What came of confirming an address.',
  valuesMap: { IN: { description: 'One is signed in.' }, WAITING: { description: 'Staff decide; a mail says it.' }, SIGN_IN: { description: 'One is in, and signs in as usual.' } },
});

@InputType({ description: 'Who registers herself.' })
export class RegisterInput {
  @Field(() => String, { description: 'Her name, 1 to 120 characters.' })
  name!: string;
  @Field(() => String, { description: 'Her e-mail address.' })
  email!: string;
}
