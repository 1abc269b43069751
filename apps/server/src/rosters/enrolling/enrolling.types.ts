import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { RosterOutcomeEnum } from '../importing/imports.types.js';
import type { Outcome } from '../placing/plan.js';

@InputType({ description: 'Somebody who is to take a course, as a program sends her. What is left out or empty says nothing and changes nothing.' })
export class EnrolRowInput {
  @Field(() => ID, { description: 'The program\'s own name for the row; the answer has it again.' })
  clientId!: string;
  @Field(() => String, { description: 'The e-mail address. Whoever of the organisation has it is enrolled; if nobody has, a learner\'s account is made.' })
  email!: string;
  @Field(() => String, { nullable: true, description: 'The name of somebody who has no account yet; it changes no account that there is.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'The name or id of a cohort, instead of the call\'s.' })
  cohort?: string | null;
  @Field(() => String, { nullable: true, description: 'The day by which it is to be done, YYYY-MM-DD; the cohort\'s last day unless said.' })
  dueOn?: string | null;
  @Field(() => String, { nullable: true, description: 'What the program calls the person: whoever comes again under it is the same person, whatever her address.' })
  externalId?: string | null;
  @Field(() => String, { nullable: true, description: 'The type of licence.' })
  licenceType?: string | null;
  @Field(() => String, { nullable: true, description: 'Its number.' })
  licenceNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'The state that gave it.' })
  licenceState?: string | null;
  @Field(() => String, { nullable: true, description: 'The last day on which it is valid, YYYY-MM-DD.' })
  licenceExpiresOn?: string | null;
}

@ObjectType({ description: 'What became of a row.' })
@Allow('with-parent')
export class EnrolRowResult {
  @Field(() => ID, { description: 'The program\'s own name for the row.' })
  clientId!: string;
  @Field(() => RosterOutcomeEnum, { description: 'What became of it.' })
  outcome!: Outcome;
  @Field(() => ID, { nullable: true, description: 'The person\'s account; null: refused.' })
  accountId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The place in the cohort; null: there is none.' })
  enrolmentId!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was refused; null: it was not.' })
  message!: string | null;
  @Field(() => String, { nullable: true, description: 'The field of the row at fault.' })
  field!: string | null;
}
