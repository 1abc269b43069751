import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { Enrolment } from './learning.types.js';

@ObjectType({ description: 'What moving changes for one learner.' })
@Allow('with-parent')
export class MoveChange {
  @Field(() => Enrolment, { description: 'The enrolment.' })
  enrolment!: Enrolment;
  @Field(() => [ID], { description: 'Lessons that the new version has and the old one has not.' })
  lessonsAdded!: string[];
  @Field(() => [ID], { description: 'Lessons that the new version no longer has.' })
  lessonsRemoved!: string[];
  @Field(() => Float, { description: 'Share of the old version that is done, 0 to 1.' })
  fractionBefore!: number;
  @Field(() => Float, { description: 'Share of the new version that is done, 0 to 1.' })
  fractionAfter!: number;
  @Field(() => String, { description: 'not-started, incomplete or completed, on the old version.' })
  completionBefore!: string;
  @Field(() => String, { description: 'not-started, incomplete or completed, on the new version.' })
  completionAfter!: string;
  @Field(() => Int, { description: 'Open attempts, which moving submits as they stand.' })
  openAttempts!: number;
}

@ObjectType({ description: 'What moving enrolments to a version would change. Nothing is changed yet.' })
@Allow('with-parent')
export class MovePreview {
  @Field(() => [MoveChange], { description: 'Each enrolment that would be moved; those on the version already are left out.' })
  changes!: MoveChange[];
}
