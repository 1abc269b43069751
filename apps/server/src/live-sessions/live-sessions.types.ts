import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { AllowInCohort } from '../identity/cohort-roles/reach.js';
import { ConnectionOf, PageArgs } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';

/** As `attendanceMarks` of libs/tracking. */
export enum Attendance { PRESENT = 'PRESENT', LATE = 'LATE', ABSENT = 'ABSENT', EXCUSED = 'EXCUSED' }
registerEnumType(Attendance, { name: 'Attendance', description: 'Whether somebody was at a session.', valuesMap: { PRESENT: { description: 'There, and on time.' }, LATE: { description: 'There, but late: counts as there.' }, ABSENT: { description: 'Not there.' }, EXCUSED: { description: 'Not there, and it is not asked of her.' } } });
export enum AttendanceSource { ROLL = 'ROLL', CODE = 'CODE', FILE = 'FILE' }
registerEnumType(AttendanceSource, { name: 'AttendanceSource', description: 'How attendance was taken.', valuesMap: { ROLL: { description: 'On the roll, by staff.' }, CODE: { description: 'By the code on the screen, by herself.' }, FILE: { description: 'From a list, by staff.' } } });

@ObjectType({ description: 'A session of a cohort at a time: online, at a place, or both.' })
@Allow('with-parent')
@AllowInCohort('parent.cohortId', 'COORDINATOR', 'FACILITATOR', 'OBSERVER')
export class LiveSession {
  @Field(() => ID, { description: 'The session\'s id.' })
  id!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { description: 'What it is about; plain text, may be empty.' })
  description!: string;
  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: string;
  @Field(() => String, { description: 'The zone in which it was planned, an IANA name.' })
  timeZone!: string;
  @Field(() => String, { nullable: true, description: 'Where to join online: an http or https address.' })
  link!: string | null;
  @Field(() => String, { nullable: true, description: 'Where it takes place.' })
  place!: string | null;
  @Field(() => ID, { nullable: true, description: 'The unit of the cohort\'s course that it belongs to.' })
  unitId!: string | null;
  @Field(() => Boolean, { description: 'Whether it counts toward completion.' })
  counts!: boolean;
  @Field(() => Boolean, { description: 'Whether it was cancelled.' })
  cancelled!: boolean;
  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  cancelReason!: string | null;
  @Field(() => Int, { description: 'Give it with a change: a change of what was changed meanwhile is refused.' })
  revision!: number;
  cohortId!: string;
  facilitators!: string[];
}
@ObjectType({ description: 'A page of sessions.' })
@Allow('with-parent')
export class LiveSessionConnection extends ConnectionOf(LiveSession) {}

@ObjectType({ description: 'Somebody on the roll of a session.' })
@Allow('with-parent')
export class RollLine {
  @Field(() => ID, { description: 'The account of the learner.' })
  accountId!: string;
  @Field(() => String, { description: 'Her name.' })
  name!: string;
  @Field(() => String, { description: 'Her e-mail address.' })
  email!: string;
  @Field(() => Attendance, { nullable: true, description: 'Whether she was there; null: not known yet.' })
  mark!: Attendance | null;
  @Field(() => Int, { nullable: true, description: 'How many minutes, where a list told.' })
  minutes!: number | null;
  @Field(() => AttendanceSource, { nullable: true, description: 'How it was taken.' })
  how!: AttendanceSource | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken.' })
  at!: string | null;
}
@ObjectType({ description: 'A page of a roll.' })
@Allow('with-parent')
export class RollLineConnection extends ConnectionOf(RollLine) {}

@ArgsType()
export class RollArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only people of this group; `none`: who is in none.' })
  group?: string | null;
}

@ObjectType({ description: 'How many of a cohort were at a session.' })
@Allow('with-parent')
export class AttendanceCounts {
  @Field(() => Int, { description: 'On time.' })
  present!: number;
  @Field(() => Int, { description: 'Late.' })
  late!: number;
  @Field(() => Int, { description: 'Not there.' })
  absent!: number;
  @Field(() => Int, { description: 'Excused.' })
  excused!: number;
}

@ObjectType({ description: 'The code that the screen of a session shows.' })
@Allow('with-parent')
export class AttendanceCode {
  @Field(() => String, { description: 'Six letters and digits.' })
  code!: string;
  @Field(() => Int, { description: 'Seconds until it is another.' })
  secondsLeft!: number;
}

@ObjectType({ description: 'Something that was changed of a session or its attendance.' })
@Allow('with-parent')
export class LiveChange {
  @Field(() => ID, { description: 'The change\'s id.' })
  id!: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  @Field(() => String, { description: 'What, in a sentence.' })
  says!: string;
  accountId!: string | null;
  setBy!: string;
}
@ObjectType({ description: 'A page of changes.' })
@Allow('with-parent')
export class LiveChangeConnection extends ConnectionOf(LiveChange) {}

@ObjectType({ description: 'A session as one of its cohort\'s learners has it.' })
@Allow('with-parent')
export class AttendedSession {
  @Field(() => LiveSession, { description: 'The session.' })
  session!: LiveSession;
  @Field(() => Attendance, { nullable: true, description: 'Whether she was there; null: not known yet.' })
  mark!: Attendance | null;
  @Field(() => Int, { nullable: true, description: 'How many minutes, where a list told.' })
  minutes!: number | null;
}
@ObjectType({ description: 'A page of a learner\'s sessions.' })
@Allow('with-parent')
export class AttendedSessionConnection extends ConnectionOf(AttendedSession) {}

@InputType({ description: 'What a session is to be.' })
export class LiveSessionInput {
  @Field(() => String, { description: 'Its title, 1 to 200 characters.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'What it is about; plain text.' })
  description?: string | null;
  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it ends: later, within a day.' })
  endsAt!: string;
  @Field(() => String, { description: 'The zone in which it is planned, an IANA name.' })
  timeZone!: string;
  @Field(() => String, { nullable: true, description: 'Where to join online.' })
  link?: string | null;
  @Field(() => String, { nullable: true, description: 'Where it takes place.' })
  place?: string | null;
  @Field(() => ID, { nullable: true, description: 'A unit of the cohort\'s course.' })
  unit?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Accounts of who leads it: staff of the organisation.' })
  facilitators?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it counts toward completion; it does unless said.' })
  counts?: boolean | null;
}
@InputType({ description: 'A series of sessions.' })
export class RepeatInput {
  @Field(() => Int, { description: 'How many in all, 1 to 52. Their titles are numbered.' })
  times!: number;
  @Field(() => Int, { description: 'Days from one to the next, 1 to 365; the time on the wall stays.' })
  everyDays!: number;
}
@InputType({ description: 'Somebody\'s attendance.' })
export class AttendanceMarkInput {
  @Field(() => ID, { description: 'The account.' })
  account!: string;
  @Field(() => Attendance, { nullable: true, description: 'Whether she was there; null takes back what was marked.' })
  mark?: Attendance | null;
  @Field(() => Int, { nullable: true, description: 'How many minutes; left out: as it was.' })
  minutes?: number | null;
}
