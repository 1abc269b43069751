import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { Enrolment } from '../learning/learning.types.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'Somebody who waits for a place in a cohort.' })
@Allow('with-parent')
export class WaitingPlace {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => Int, { description: 'Which she is in line, from 1.' })
  position!: number;
  @Field(() => DateTimeScalar, { description: 'Since when she waits.' })
  joinedAt!: string;
  accountId!: string;
  cohortId!: string;
}
@ObjectType({ description: 'A page of a waiting list.' })
@Allow('with-parent')
export class WaitingPlaceConnection extends ConnectionOf(WaitingPlace) {}

@ObjectType({ description: 'What came of asking for a place: one of the two.' })
@Allow('with-parent')
export class PlaceGiven {
  @Field(() => Enrolment, { nullable: true, description: 'The place; null: the cohort is full.' })
  enrolment!: Enrolment | null;
  @Field(() => WaitingPlace, { nullable: true, description: 'The place on the waiting list; null: there was a free one.' })
  waiting!: WaitingPlace | null;
}
