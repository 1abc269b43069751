import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { type MailState, mailStates } from '../mail.entity.js';

const MailStates = Object.fromEntries(mailStates.map((state) => [state, state])) as { [S in MailState]: S };
registerEnumType(MailStates, {
  name: 'MailState', description: 'What became of a mail.',
  valuesMap: {
    QUEUED: { description: 'Waits to be sent.' }, SENDING: { description: 'A server is at it.' }, SENT: { description: 'The mail server has it.' },
    UNSURE: { description: 'Handed over, and the answer was not heard: it may have arrived. It is not sent again by itself.' }, BOUNCED: { description: 'The address is refused.' },
    FAILED: { description: 'Given up, or of no use any more.' }, SUPPRESSED: { description: 'The recipient had unsubscribed.' },
    OVERTAKEN: { description: 'Not needed any more when its time had come, for instance since the learner had finished.' },
  },
});

@ObjectType({ description: 'A mail to one address, as it is to be sent or was.' })
@Allow('with-parent')
export class Mail {
  @Field(() => ID, { description: 'The mail\'s id.' })
  id!: string;
  @Field(() => String, { description: 'Its kind, such as invitation.' })
  kind!: string;
  @Field(() => String, { description: 'What its kind is called.' })
  title!: string;
  @Field(() => String, { description: 'The address it goes to, in lower case.' })
  toAddress!: string;
  @Field(() => String, { description: 'Its subject.' })
  subject!: string;
  @Field(() => String, { description: 'Its text. A link that lets whoever has it in is left out.' })
  body!: string;
  @Field(() => String, { description: 'Its language, two letters.' })
  language!: string;
  @Field(() => MailStates, { description: 'What became of it.' })
  state!: MailState;
  @Field(() => String, { nullable: true, description: 'What happened last, in a sentence or the mail server\'s words.' })
  reason!: string | null;
  @Field(() => Int, { description: 'How often a mail server was asked to take it.' })
  tries!: number;
  @Field(() => String, { description: 'When it was queued, ISO 8601 UTC.' })
  queuedAt!: string;
  @Field(() => String, { nullable: true, description: 'When it is tried next, ISO 8601 UTC; null: never.' })
  nextAt!: string | null;
  @Field(() => String, { nullable: true, description: 'When the mail server took it, ISO 8601 UTC.' })
  sentAt!: string | null;
  @Field(() => ID, { nullable: true, description: 'The cohort it is about.' })
  cohortId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The enrolment it is about.' })
  enrolmentId!: string | null;
  accountId!: string | null;
}
@ObjectType({ description: 'A page of mails.' })
@Allow('with-parent')
export class MailConnection extends ConnectionOf(Mail) {}

@InputType({ description: 'Which mails are listed; what is left out lets all through.' })
export class MailFilter {
  @Field(() => MailStates, { nullable: true, description: 'In this state.' })
  state?: MailState | null;
  @Field(() => String, { nullable: true, description: 'Of this kind.' })
  kind?: string | null;
  @Field(() => ID, { nullable: true, description: 'About this cohort.' })
  cohort?: string | null;
  @Field(() => ID, { nullable: true, description: 'To this person.' })
  account?: string | null;
  @Field(() => String, { nullable: true, description: 'To an address that begins so.' })
  address?: string | null;
}
@ArgsType()
export class MailsArgs extends PageArgs {
  @Field(() => MailFilter, { nullable: true, description: 'Which mails.' })
  filter?: MailFilter | null;
}

@ObjectType({ description: 'What a template of a kind of mail may name in braces.' })
@Allow('with-parent')
export class MailVariableView {
  @Field(() => String, { description: 'The word in braces.' })
  name!: string;
  @Field(() => String, { description: 'What it stands for.' })
  about!: string;
}
@ObjectType({ description: 'A kind of mail.' })
@Allow('with-parent')
export class MailKindView {
  @Field(() => String, { description: 'Its name in the API.' })
  name!: string;
  @Field(() => String, { description: 'What it is called.' })
  title!: string;
  @Field(() => String, { description: 'What one unsubscribes from with it: reminders or certificates; transactional: it can\'t be unsubscribed from.' })
  category!: string;
  @Field(() => [MailVariableView], { description: 'What its templates may name in braces, at most 20.' })
  variables!: MailVariableView[];
}

@ObjectType({ description: 'How the organisation\'s mails are sent.' })
@Allow('with-parent')
export class MailDelivery {
  @Field(() => Boolean, { description: 'Whether a mail server is set up; if not, mails are kept.' })
  configured!: boolean;
  @Field(() => String, { description: 'When quiet hours begin by the reader\'s clock, HH:MM.' })
  quietFrom!: string;
  @Field(() => String, { description: 'When they end, HH:MM; the same as their beginning: there are none.' })
  quietTo!: string;
  @Field(() => Int, { description: 'Which saving of them this is; 0: nobody has set any.' })
  revision!: number;
  @Field(() => [MailKindView], { description: 'Every kind of mail, at most 50.' })
  kinds!: MailKindView[];
  @Field(() => [String], { description: 'The languages in which templates are kept, at most 25.' })
  languages!: string[];
}

@ObjectType({ description: 'That an address takes no mail.' })
@Allow('with-parent')
export class MailTrouble {
  @Field(() => ID, { description: 'The mail that was refused last.' })
  mailId!: string;
  @Field(() => String, { description: 'When it was sent, ISO 8601 UTC.' })
  at!: string;
  @Field(() => String, { description: 'What the mail server said.' })
  reason!: string;
}

@ObjectType({ description: 'A category of mails that somebody does not want.' })
@Allow('with-parent')
export class Unsubscribed {
  @Field(() => String, { description: 'The category: reminders or certificates.' })
  category!: string;
  @Field(() => String, { description: 'Since when, ISO 8601 UTC.' })
  at!: string;
}
