import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf, PageArgs } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';
import { placeholders } from './template/design.js';

export enum CertificateStatus { VALID = 'VALID', EXPIRED = 'EXPIRED', REVOKED = 'REVOKED', REPLACED = 'REPLACED' }
registerEnumType(CertificateStatus, { name: 'CertificateStatus', description: 'How a certificate stands today.',
  valuesMap: { VALID: { description: 'It holds.' }, EXPIRED: { description: 'Its last day is over; it can be renewed.' }, REVOKED: { description: 'It was taken back, for good.' }, REPLACED: { description: 'Another stands in its place.' } },
});
export enum CertificateStanding { OFF = 'OFF', NOT_EARNED = 'NOT_EARNED', READY = 'READY', WAITING = 'WAITING', ISSUED = 'ISSUED', EXPIRED = 'EXPIRED', REVOKED = 'REVOKED' }
registerEnumType(CertificateStanding, {
  name: 'CertificateStanding', description: 'How a learner stands with her certificate.',
  valuesMap: {
    OFF: { description: 'None are issued here.' }, NOT_EARNED: { description: 'Something is left to do.' }, READY: { description: 'Earned, and issued as soon as she asks or within minutes.' }, WAITING: { description: 'Earned, and waiting for approval.' },
    ISSUED: { description: 'She has a valid one.' }, EXPIRED: { description: 'Hers has expired.' }, REVOKED: { description: 'Hers was revoked: only a person issues another.' },
  },
});
export enum IssueMode { OFF = 'OFF', AT_ONCE = 'AT_ONCE', APPROVAL = 'APPROVAL' }
registerEnumType(IssueMode, { name: 'IssueMode', description: 'When a cohort\'s certificates are issued: never, as soon as they are earned, or once somebody approves.',
  valuesMap: { OFF: { description: 'Never.' }, AT_ONCE: { description: 'As soon as they are earned.' }, APPROVAL: { description: 'Once somebody approves.' } },
});
export enum HoursKind { NONE = 'NONE', FIXED = 'FIXED', MEASURED = 'MEASURED' }
registerEnumType(HoursKind, { name: 'HoursKind', description: 'Which hours a certificate states: none, so many, or the minutes of lessons that were completed.',
  valuesMap: { NONE: { description: 'None are stated.' }, FIXED: { description: 'As many as are set.' }, MEASURED: { description: 'The minutes of the lessons that were completed.' } },
});
export enum CertificatePaper { A4 = 'A4', LETTER = 'LETTER' }
registerEnumType(CertificatePaper, { name: 'CertificatePaper', description: 'The paper of a certificate, landscape.',
  valuesMap: { A4: { description: '297 x 210 mm.' }, LETTER: { description: '11 x 8.5 inches.' } },
});
export enum CertificateBorder { NONE = 'NONE', LINE = 'LINE', DOUBLE = 'DOUBLE' }
registerEnumType(CertificateBorder, { name: 'CertificateBorder', description: 'The frame of a certificate.',
  valuesMap: { NONE: { description: 'No frame.' }, LINE: { description: 'One line.' }, DOUBLE: { description: 'Two lines, one within the other.' } },
});

@ObjectType({ description: 'A certificate: what it says was frozen when it was issued.' })
@Allow('with-parent')
export class Certificate {
  @Field(() => ID, { description: 'The certificate\'s id.' })
  id!: string;
  @Field(() => CertificateStatus, { description: 'How it stands today.' })
  status!: CertificateStatus;
  @Field(() => String, { description: 'The learner\'s name on it.' })
  learner!: string;
  @Field(() => String, { nullable: true, description: 'The licence on it; null: none.' })
  licence!: string | null;
  @Field(() => String, { description: 'The course\'s title on it.' })
  course!: string;
  @Field(() => Int, { description: 'The number of the course version.' })
  version!: number;
  @Field(() => Float, { nullable: true, description: 'The hours on it; null: none are stated.' })
  hours!: number | null;
  @Field(() => String, { description: 'The day of the award, YYYY-MM-DD in the cohort\'s zone.' })
  awardedOn!: string;
  @Field(() => String, { nullable: true, description: 'Its last day, YYYY-MM-DD; null: it does not expire.' })
  expiresOn!: string | null;
  @Field(() => String, { description: 'The organisation on it.' })
  organisation!: string;
  @Field(() => DateTimeScalar, { description: 'When it was issued.' })
  issuedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked or replaced.' })
  endedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was revoked or replaced.' })
  reason!: string | null;
  @Field(() => ID, { nullable: true, description: 'The certificate in its place.' })
  replacedBy!: string | null;
  @Field(() => String, { description: 'Path of the page on which anybody can check it.' })
  verifyPath!: string;
  @Field(() => String, { description: 'Path of the PDF, for whoever is signed in and may see it.' })
  pdfPath!: string;
  @Field(() => String, { description: 'Path of the Open Badge, for anybody.' })
  badgePath!: string;
}
@ObjectType({ description: 'A page of certificates.' })
@Allow('with-parent')
export class CertificateConnection extends ConnectionOf(Certificate) {}

@ObjectType({ description: 'What a learner is asked to declare, and whether she has.' })
@Allow('with-parent')
export class Attestation {
  @Field(() => String, { description: 'The words that she signs.' })
  statement!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When she signed these words; null: not yet.' })
  signedAt!: string | null;
}
@ObjectType({ description: 'How the learner of an enrolment stands with her certificate.' })
@Allow('with-parent')
export class Certification {
  @Field(() => CertificateStanding, { description: 'How she stands.' })
  standing!: CertificateStanding;
  @Field(() => [String], { description: 'What is left to do for it.' })
  left!: string[];
  @Field(() => Attestation, { nullable: true, description: 'What she has to declare; null: nothing.' })
  attestation!: Attestation | null;
}
@ObjectType({ description: 'A learner of a cohort, and her certificate.' })
@Allow('with-parent')
export class CertificateCase {
  @Field(() => ID, { description: 'Her enrolment.' })
  enrolment!: string;
  @Field(() => CertificateStanding, { description: 'How she stands.' })
  standing!: CertificateStanding;
  @Field(() => [String], { description: 'What is left to do for it.' })
  left!: string[];
  @Field(() => Boolean, { description: 'Whether a regrade took away the pass on which her valid certificate rests, and nobody has settled it. It is not revoked by itself.' })
  atStake!: boolean;
  @Field(() => Certificate, { nullable: true, description: 'Her newest certificate.' })
  certificate!: Certificate | null;
  accountId!: string;
}
@ObjectType({ description: 'A page of a cohort\'s learners and their certificates.' })
@Allow('with-parent')
export class CertificateCaseConnection extends ConnectionOf(CertificateCase) {}
@ArgsType()
export class CertificateCasesArgs extends PageArgs {
  @Field(() => CertificateStanding, { nullable: true, description: 'Only those who stand so.' })
  standing?: CertificateStanding | null;
}
@ObjectType({ description: 'How many learners of a cohort stand so.' })
@Allow('with-parent')
export class CertificateCount {
  @Field(() => CertificateStanding, { description: 'How they stand.' })
  standing!: CertificateStanding;
  @Field(() => Int, { description: 'How many.' })
  count!: number;
}
@ObjectType({ description: 'What became of one learner\'s certificate.' })
@Allow('with-parent')
export class IssuedCertificate {
  @Field(() => ID, { description: 'Her enrolment.' })
  enrolment!: string;
  @Field(() => Certificate, { nullable: true, description: 'The certificate; null: it was not issued.' })
  certificate!: Certificate | null;
  @Field(() => String, { nullable: true, description: 'Why it was not issued, in a sentence.' })
  why!: string | null;
}

@ObjectType({ description: 'A board that recognises hours.' })
@Allow('with-parent')
export class AccreditingBody {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => String, { description: 'The organisation\'s number as a provider; may be empty.' })
  providerNumber!: string;
  @Field(() => String, { description: 'The statement that it asks for on certificates; may be empty.' })
  statement!: string;
}
@ObjectType({ description: 'A page of accrediting bodies.' })
@Allow('with-parent')
export class AccreditingBodyConnection extends ConnectionOf(AccreditingBody) {}
@InputType({ description: 'An accrediting body that is to be made or changed.' })
export class AccreditingBodyInput {
  @Field(() => ID, { nullable: true, description: 'Which; left out: a new one.' })
  id?: string | null;
  @Field(() => String, { description: 'Its name, at most 160 characters.' })
  name!: string;
  @Field(() => String, { description: 'The organisation\'s number as a provider.' })
  providerNumber!: string;
  @Field(() => String, { description: 'The statement that it asks for on certificates, at most 1,500 characters.' })
  statement!: string;
}

@ObjectType({ description: 'How a cohort\'s certificates come about.' })
@Allow('with-parent')
export class CertificateSettings {
  @Field(() => IssueMode, { description: 'When they are issued.' })
  mode!: IssueMode;
  @Field(() => HoursKind, { description: 'Which hours they state.' })
  hoursKind!: HoursKind;
  @Field(() => Float, { nullable: true, description: 'FIXED: how many.' })
  hours!: number | null;
  @Field(() => Float, { nullable: true, description: 'MEASURED: at most so many a day.' })
  hoursMostADay!: number | null;
  @Field(() => Int, { nullable: true, description: 'For how many months they are valid; null: for good.' })
  validMonths!: number | null;
  @Field(() => Boolean, { description: 'Whether a licence number is needed.' })
  licenceRequired!: boolean;
  @Field(() => String, { nullable: true, description: 'What the learner declares first; null: nothing.' })
  attestation!: string | null;
  @Field(() => AccreditingBody, { nullable: true, description: 'The body that recognises the hours.' })
  body!: AccreditingBody | null;
  @Field(() => ID, { nullable: true, description: 'The assessment that is the pre-test: its score is kept apart and decides nothing.' })
  preTest!: string | null;
  @Field(() => ID, { nullable: true, description: 'The assessment that is the post-test.' })
  postTest!: string | null;
  @Field(() => Float, { nullable: true, description: 'What the post-test must reach, 0 to 1.' })
  postTestMark!: number | null;
}
@InputType({ description: 'How a cohort\'s certificates are to come about.' })
export class CertificateSettingsInput {
  @Field(() => IssueMode, { description: 'When they are issued.' })
  mode!: IssueMode;
  @Field(() => HoursKind, { description: 'Which hours they state.' })
  hoursKind!: HoursKind;
  @Field(() => Float, { nullable: true, description: 'FIXED: how many, in quarters.' })
  hours?: number | null;
  @Field(() => Float, { nullable: true, description: 'MEASURED: at most so many a day; left out: no cap.' })
  hoursMostADay?: number | null;
  @Field(() => Int, { nullable: true, description: 'For how many months they are valid; left out: for good.' })
  validMonths?: number | null;
  @Field(() => Boolean, { description: 'Whether a licence number is needed.' })
  licenceRequired!: boolean;
  @Field(() => String, { nullable: true, description: 'What the learner declares first.' })
  attestation?: string | null;
  @Field(() => ID, { nullable: true, description: 'The accrediting body.' })
  body?: string | null;
  @Field(() => ID, { nullable: true, description: 'The pre-test: an assessment that does not count toward passing.' })
  preTest?: string | null;
  @Field(() => ID, { nullable: true, description: 'The post-test.' })
  postTest?: string | null;
  @Field(() => Float, { nullable: true, description: 'What it must reach, above 0 and at most 1.' })
  postTestMark?: number | null;
}

@ObjectType({ description: 'How an organisation\'s next certificates look.' })
@Allow('with-parent')
export class CertificateTemplate {
  @Field(() => CertificatePaper, { description: 'The paper.' })
  paper!: CertificatePaper;
  @Field(() => CertificateBorder, { description: 'The frame.' })
  border!: CertificateBorder;
  @Field(() => String, { description: 'The colour of the text, #rrggbb.' })
  colour!: string;
  @Field(() => String, { description: 'The colour of the name and the frame, #rrggbb.' })
  accent!: string;
  @Field(() => ID, { nullable: true, description: 'The picture of the logo.' })
  logo!: string | null;
  @Field(() => String, { description: 'What the logo shows, for those who can\'t see it.' })
  logoAlt!: string;
  @Field(() => String, { description: 'The heading.' })
  heading!: string;
  @Field(() => String, { description: 'The line above the name.' })
  above!: string;
  @Field(() => String, { description: 'The text below the name.' })
  below!: string;
  @Field(() => String, { description: 'Who signs.' })
  signatory!: string;
  @Field(() => String, { description: 'As what.' })
  signatoryTitle!: string;
  @Field(() => ID, { nullable: true, description: 'The picture of the signature.' })
  signature!: string | null;
  @Field(() => String, { description: 'Small print at the foot.' })
  footer!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last changed; null: never.' })
  updatedAt!: string | null;
}
const braces = placeholders.map((name) => `{${name}}`).join(', ');
@InputType({ description: `How certificates are to look. Texts may hold ${braces}.` })
export class CertificateTemplateInput {
  @Field(() => CertificatePaper, { description: 'The paper.' })
  paper!: CertificatePaper;
  @Field(() => CertificateBorder, { description: 'The frame.' })
  border!: CertificateBorder;
  @Field(() => String, { description: 'The colour of the text, #rrggbb, readable on white.' })
  colour!: string;
  @Field(() => String, { description: 'The colour of the name and the frame, #rrggbb, readable on white.' })
  accent!: string;
  @Field(() => ID, { nullable: true, description: 'A picture that POST /certificates/pictures took.' })
  logo?: string | null;
  @Field(() => String, { description: 'What the logo shows, at most 120 characters.' })
  logoAlt!: string;
  @Field(() => String, { description: 'The heading, 1 to 60 characters.' })
  heading!: string;
  @Field(() => String, { description: 'The line above the name, at most 160 characters.' })
  above!: string;
  @Field(() => String, { description: 'The text below the name, at most 400 characters.' })
  below!: string;
  @Field(() => String, { description: 'Who signs, at most 120 characters.' })
  signatory!: string;
  @Field(() => String, { description: 'As what, at most 120 characters.' })
  signatoryTitle!: string;
  @Field(() => ID, { nullable: true, description: 'A picture that POST /certificates/pictures took.' })
  signature?: string | null;
  @Field(() => String, { description: 'Small print at the foot, at most 300 characters.' })
  footer!: string;
}
