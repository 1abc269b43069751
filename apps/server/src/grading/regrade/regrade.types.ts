import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import type { RegradeRow, StakeRow } from '../grading.entity.js';
import type { Change } from './regrade-change.js';

export const RegradeChangeKind = { KEY: 'KEY', DROP: 'DROP', FULL_MARKS: 'FULL_MARKS', AS_PUBLISHED: 'AS_PUBLISHED' } as const satisfies { [C in Change]: C };
registerEnumType(RegradeChangeKind, {
  name: 'RegradeChangeKind', description: 'What is done about an item under attempts that are done.',
  valuesMap: {
    KEY: { description: 'Another key holds.' }, DROP: { description: 'It counts in no attempt: neither its points nor what was earned of them.' },
    FULL_MARKS: { description: 'All who had it earn all its points, also those who left it unanswered.' }, AS_PUBLISHED: { description: 'What was done before is taken back.' },
  },
});
export const RegradeProgress = { PREVIEW: 'PREVIEW', RUNNING: 'RUNNING', DONE: 'DONE' } as const;
registerEnumType(RegradeProgress, { name: 'RegradeProgress', description: 'How far a regrade is.', valuesMap: { PREVIEW: { description: 'Only looked at.' }, RUNNING: { description: 'Attempts are being scored anew.' }, DONE: { description: 'All of them are.' } } });

@InputType({ description: 'What is to be done about an item.' })
export class RegradeInput {
  @Field(() => ID, { description: 'The course version whose item it is.' })
  version!: string;
  @Field(() => ID, { description: 'The item\'s id within the course.' })
  item!: string;
  @Field(() => RegradeChangeKind, { description: 'What is to be done.' })
  change!: Change;
  @Field(() => JsonScalar, { nullable: true, description: 'With KEY: the key as libs/assessment has it for the item\'s kind.' })
  key?: unknown;
  @Field(() => Boolean, { defaultValue: true, description: 'Also in the other versions of the course that have the very same item.' })
  otherVersions!: boolean;
}

@ObjectType({ description: 'An item as whoever regrades it needs it.' })
@Allow('with-parent')
export class RegradeItem {
  @Field(() => JsonScalar, { description: 'Item of libs/assessment as it was published, with its key.' })
  item!: unknown;
  @Field(() => RegradeChangeKind, { description: 'What holds now; AS_PUBLISHED: nothing was done about it.' })
  change!: Change;
  @Field(() => JsonScalar, { nullable: true, description: 'The key that holds now, where another one does.' })
  key!: unknown;
}

@ObjectType({ description: 'What an attempt amounts to.' })
@Allow('with-parent')
export class AttemptTotals {
  @Field(() => Float, { nullable: true, description: 'Points earned.' })
  raw!: number | null;
  @Field(() => Float, { nullable: true, description: 'Points that could be earned.' })
  max!: number | null;
  @Field(() => Float, { nullable: true, description: 'Share of the points, 0 to 1.' })
  scaled!: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it passes; null: nothing to pass, or not decided.' })
  passed!: boolean | null;
  @Field(() => Boolean, { description: 'Whether a person has still to score some of it.' })
  pending!: boolean;
}

@ObjectType({ description: 'What a regrade does to one attempt.' })
@Allow('with-parent')
export class RegradeChange {
  @Field(() => ID, { description: 'The attempt.' })
  attempt!: string;
  @Field(() => ID, { description: 'The learner\'s enrolment.' })
  enrolment!: string;
  @Field(() => AttemptTotals, { description: 'Before.' })
  before!: AttemptTotals;
  @Field(() => AttemptTotals, { description: 'After.' })
  after!: AttemptTotals;
  @Field(() => String, { description: 'The learner\'s success in the course before: unknown, passed or failed.' })
  successBefore!: string;
  @Field(() => String, { description: 'And after.' })
  successAfter!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done; null: not yet.' })
  appliedAt!: string | null;
  accountId!: string;
}
@ObjectType({ description: 'A page of attempts that a regrade changes.' })
@Allow('with-parent')
export class RegradeChangeConnection extends ConnectionOf(RegradeChange) {}

@ObjectType({ description: 'Something done, or to be done, about an item under attempts that are done.' })
@Allow('with-parent')
export class Regrade {
  @Field(() => ID, { description: 'The regrade\'s id: what `regrade` takes to do what was looked at.' })
  id!: string;
  @Field(() => RegradeProgress, { description: 'How far it is.' })
  state!: RegradeRow['state'];
  @Field(() => ID, { description: 'The item.' })
  item!: string;
  @Field(() => RegradeChangeKind, { description: 'What is done.' })
  change!: Change;
  @Field(() => JsonScalar, { nullable: true, description: 'The new key, where that is what is done.' })
  key!: unknown;
  @Field(() => String, { description: 'Why; empty while it is only looked at.' })
  reason!: string;
  @Field(() => DateTimeScalar, { description: 'When it was looked at.' })
  askedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was begun.' })
  begunAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done.' })
  doneAt!: string | null;
  @Field(() => Int, { description: 'Submitted attempts that have the item.' })
  attempts!: number;
  @Field(() => Int, { description: 'Attempts whose score or pass changes.' })
  scoresChanged!: number;
  @Field(() => Int, { description: 'Attempts that pass no more.' })
  passesLost!: number;
  @Field(() => Int, { description: 'Attempts that pass now.' })
  passesWon!: number;
  row!: RegradeRow;
}
@ObjectType({ description: 'A page of regrades.' })
@Allow('with-parent')
export class RegradeConnection extends ConnectionOf(Regrade) {}

@ObjectType({ description: 'A learner whose success in the course a regrade turned. Nothing is revoked by itself: a coordinator looks at it.' })
@Allow('with-parent')
export class PassAtStake {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, { description: 'LOST: she had passed and has not any more; WON: the other way round.' })
  turned!: StakeRow['turned'];
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  @Field(() => ID, { description: 'Her enrolment.' })
  enrolment!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When somebody looked at it; null: nobody has.' })
  acknowledgedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'What was noted then.' })
  note!: string | null;
  accountId!: string;
  regradeId!: string;
}
@ObjectType({ description: 'A page of passes at stake.' })
@Allow('with-parent')
export class PassAtStakeConnection extends ConnectionOf(PassAtStake) {}
