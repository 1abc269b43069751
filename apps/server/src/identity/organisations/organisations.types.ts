import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Allow } from '../allow.js';
import { Organisation } from '../identity.types.js';

@ObjectType({ description: 'How long an organisation keeps what.' })
@Allow('with-parent')
export class Retention {
  @Field(() => Int, { nullable: true, description: 'Years for which learning records and certificates are kept after their course, at least six; null: for ever.' })
  recordsYears!: number | null;
  @Field(() => Int, { description: 'Years for which the audit trail is kept.' })
  auditYears!: number;
  @Field(() => Int, { description: 'Days for which the text of a sent mail is kept.' })
  mailDays!: number;
}

@ObjectType({ description: 'What an organisation\'s administrators set for it.' })
@Allow('with-parent')
export class OrganisationSettingsView {
  @Field(() => Organisation, { description: 'The organisation as everybody in it sees it.' })
  organisation!: Organisation;
  @Field(() => String, { nullable: true, description: 'The accent colour on a light ground, #rrggbb; null: Preceptor\'s own.' })
  accentLight!: string | null;
  @Field(() => String, { nullable: true, description: 'The accent colour on a dark ground, #rrggbb; null: made from the light one.' })
  accentDark!: string | null;
  @Field(() => String, { nullable: true, description: 'From whom its mails are; null: from the organisation by its name.' })
  senderName!: string | null;
  @Field(() => String, { nullable: true, description: 'From which address its mails are; null: the installation\'s.' })
  senderAddress!: string | null;
  @Field(() => Retention, { description: 'How long what is kept.' })
  retention!: Retention;
  @Field(() => Int, { description: 'Counts up whenever somebody saves; give it back to save.' })
  revision!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they were saved last; null: never.' })
  changedAt!: string | null;
  changedById!: string | null;
}

@ObjectType({ description: 'The accent colour, for each scheme, with what goes with it. All pairs can be read as WCAG AA asks.' })
@Allow('with-parent')
export class Accent {
  @Field(() => String, { description: 'On a light ground, #rrggbb.' })
  light!: string;
  @Field(() => String, { description: 'A touch of it, as a light ground.' })
  lightSoft!: string;
  @Field(() => String, { description: 'On a dark ground, #rrggbb.' })
  dark!: string;
  @Field(() => String, { description: 'A touch of it, as a dark ground.' })
  darkSoft!: string;
}

@InputType({ description: 'How long what is to be kept.' })
export class RetentionInput {
  @Field(() => Int, { nullable: true, description: 'Years for learning records and certificates, 6 to 100; null: for ever.' })
  recordsYears?: number | null;
  @Field(() => Int, { description: 'Years for the audit trail, 1 to 100.' })
  auditYears!: number;
  @Field(() => Int, { description: 'Days for the text of mails, 7 to 3650.' })
  mailDays!: number;
}

@InputType({ description: 'All settings of an organisation, as they are to be.' })
export class OrganisationSettingsInput {
  @Field(() => String, { description: 'Its name, 1 to 120 characters.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'The accent colour on a light ground, #rrggbb; it must be readable there.' })
  accentLight?: string | null;
  @Field(() => String, { nullable: true, description: 'The accent colour on a dark ground, #rrggbb; it must be readable there.' })
  accentDark?: string | null;
  @Field(() => String, { nullable: true, description: 'From whom its mails are.' })
  senderName?: string | null;
  @Field(() => String, { nullable: true, description: 'From which address its mails are.' })
  senderAddress?: string | null;
  @Field(() => String, { description: 'Its time zone, an IANA name such as America/Denver.' })
  timeZone!: string;
  @Field(() => [String], { description: 'The languages in which it writes, as BCP 47 writes them; the first is used where nobody has chosen.' })
  languages!: string[];
  @Field(() => RetentionInput, { description: 'How long what is to be kept.' })
  retention!: RetentionInput;
}

