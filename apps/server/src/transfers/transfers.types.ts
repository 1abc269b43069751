import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';

export enum TransferKind { MOVE = 'MOVE', COPY = 'COPY' }
registerEnumType(TransferKind, { name: 'TransferKind', description: 'How a learner goes to another cohort.', valuesMap: { MOVE: { description: 'She leaves the one that she is in.' }, COPY: { description: 'She stays in it, and begins in the other with what she has done.' } } });

@InputType({ description: 'A learner who is to go to another cohort of her course.' })
export class TransferInput {
  @Field(() => ID, { description: 'Her enrolment.' })
  enrolment!: string;
  @Field(() => ID, { description: 'The cohort that she goes to: of the same course, in the version that she has or a newer one.' })
  cohort!: string;
  @Field(() => TransferKind, { description: 'Whether she leaves the one that she is in.' })
  kind!: TransferKind;
  @Field(() => String, { defaultValue: '', description: 'Why, at most 500 characters: staff find it in her history.' })
  reason!: string;
}

@ObjectType({ description: 'What going to another cohort changes in one course.' })
@Allow('with-parent')
export class TransferCourse {
  @Field(() => String, { description: 'The course\'s title.' })
  title!: string;
  @Field(() => Int, { description: 'The version that she has.' })
  fromVersion!: number;
  @Field(() => Int, { description: 'The version that she will have.' })
  toVersion!: number;
  @Field(() => Float, { description: 'Share that is done now, 0 to 1.' })
  fractionBefore!: number;
  @Field(() => Float, { description: 'Share that will be done, 0 to 1.' })
  fractionAfter!: number;
  @Field(() => [String], { description: 'Titles of lessons that come to it.' })
  lessonsAdded!: string[];
  @Field(() => [String], { description: 'Titles of lessons that it no longer has; what she did in them stays recorded.' })
  lessonsRemoved!: string[];
}

@ObjectType({ description: 'Attendance of a learner, and what becomes of it in another cohort.' })
@Allow('with-parent')
export class TransferAttendance {
  @Field(() => String, { description: 'The session that she was at, or was excused from.' })
  session!: string;
  @Field(() => Boolean, { description: 'Whether it counts for the session of the same title there.' })
  counts!: boolean;
}

@ObjectType({ description: 'What transferLearner would do. Nothing is changed yet.' })
@Allow('with-parent')
export class TransferPreview {
  @Field(() => String, { nullable: true, description: 'Why it can\'t be done, in a sentence; null: it can.' })
  refused!: string | null;
  @Field(() => TransferCourse, { description: 'What changes in her course.' })
  course!: TransferCourse;
  @Field(() => [TransferAttendance], { description: 'What becomes of her attendance.' })
  attendance!: TransferAttendance[];
  @Field(() => String, { nullable: true, description: 'By when her course is due there, YYYY-MM-DD; null: by no day.' })
  dueOn!: string | null;
  @Field(() => [String], { description: 'What is kept, in sentences.' })
  keeps!: string[];
  @Field(() => [String], { description: 'What becomes other, in sentences.' })
  changes!: string[];
}

@ObjectType({ description: 'That a learner went from one cohort to another.' })
@Allow('with-parent')
export class Transfer {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => TransferKind, { description: 'Whether she left the one that she was in.' })
  kind!: TransferKind;
  @Field(() => ID, { description: 'Her enrolment there; moved, it is the one that she had.' })
  enrolmentId!: string;
  @Field(() => String, { description: 'Why; may be empty.' })
  reason!: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  fromCohortId!: string;
  toCohortId!: string;
  doneBy!: string;
}
