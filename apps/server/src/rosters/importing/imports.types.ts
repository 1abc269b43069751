import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { type RosterColumn, rosterColumns } from '../mapping/columns.js';
import { type DayOrder, dayOrders } from '../mapping/days.js';
import { type Change, type Outcome, outcomes } from '../placing/plan.js';
import type { RosterFormat } from '../reading/read-roster.js';
import { importStates, type RosterState } from '../rosters.entity.js';

const enumOf = <K extends string>(values: readonly K[]): { [V in K]: V } => Object.fromEntries(values.map((value) => [value, value])) as { [V in K]: V };

export const RosterColumnEnum = enumOf(rosterColumns);
registerEnumType(RosterColumnEnum, {
  name: 'RosterColumn', description: 'What a column of a roster may hold.',
  valuesMap: {
    EMAIL: { description: 'The e-mail address; every roster has it.' }, NAME: { description: 'The whole name.' }, GIVEN_NAME: { description: 'The given name.' }, FAMILY_NAME: { description: 'The family name.' },
    COHORT: { description: 'The name or id of a cohort.' }, ROLE: { description: 'A role; learner unless said.' }, DUE_ON: { description: 'The day by which it is to be done.' },
    LICENCE_TYPE: { description: 'The type of licence.' }, LICENCE_NUMBER: { description: 'Its number.' }, LICENCE_STATE: { description: 'The state that gave it.' }, LICENCE_EXPIRES_ON: { description: 'The last day on which it is valid.' },
    EXTERNAL_ID: { description: 'What another system calls the person: whoever comes again under it is the same person.' },
  },
});
export const DayOrderEnum = enumOf(dayOrders);
registerEnumType(DayOrderEnum, { name: 'RosterDayOrder', description: 'How a roster writes days that do not begin with the year.', valuesMap: { MONTH_FIRST: { description: '12/31/2026.' }, DAY_FIRST: { description: '31/12/2026.' } } });
export const RosterOutcomeEnum = enumOf(outcomes);
registerEnumType(RosterOutcomeEnum, {
  name: 'RosterOutcome', description: 'What comes of a row of a roster.',
  valuesMap: {
    NEW: { description: 'An account is made, and a place in the cohort, if there is one to be had.' }, ENROLLED: { description: 'Somebody known gets a place.' }, WAITING: { description: 'The cohort is full: she, who may be new, comes last on its waiting list.' }, CHANGED: { description: 'Somebody known: fields change.' },
    NOTHING: { description: 'All is so already.' }, REFUSED: { description: 'It can\'t come in; the reason says why.' },
  },
});
export const RosterStateEnum = enumOf(importStates);
registerEnumType(RosterStateEnum, { name: 'RosterState', description: 'Where a roster stands.', valuesMap: { READ: { description: 'It was read; nothing has come in.' }, RUNNING: { description: 'It is coming in.' }, DONE: { description: 'It has come in.' } } });

@ObjectType({ description: 'A column of a roster and what it holds.' })
@Allow('with-parent')
export class RosterColumnPlace {
  @Field(() => RosterColumnEnum, { description: 'What it holds.' })
  column!: RosterColumn;
  @Field(() => Int, { description: 'Which column of the file, from 0.' })
  index!: number;
}
@InputType({ description: 'A column of a roster and what it holds.' })
export class RosterColumnInput {
  @Field(() => RosterColumnEnum, { description: 'What it holds.' })
  column!: RosterColumn;
  @Field(() => Int, { description: 'Which column of the file, from 0.' })
  index!: number;
}
@ObjectType({ description: 'How many rows of a roster there are of each sort.' })
@Allow('with-parent')
export class RosterCountsView {
  @Field(() => Int, { description: 'All rows.' })
  all!: number;
  @Field(() => Int, { description: 'New accounts.' })
  created!: number;
  @Field(() => Int, { description: 'Known people who get a place.' })
  enrolled!: number;
  @Field(() => Int, { description: 'People, new or known, who come on a waiting list.' })
  waiting!: number;
  @Field(() => Int, { description: 'Known people of whom fields change.' })
  changed!: number;
  @Field(() => Int, { description: 'Rows of which all is so already.' })
  nothing!: number;
  @Field(() => Int, { description: 'Rows that can\'t come in.' })
  refused!: number;
}
@ObjectType({ description: 'How far a roster has come in.' })
@Allow('with-parent')
export class RosterProgress {
  @Field(() => Int, { description: 'How many rows have come in.' })
  done!: number;
  @Field(() => Int, { description: 'How many there are.' })
  total!: number;
}
@ObjectType({ description: 'A field of somebody known that a row changes.' })
@Allow('with-parent')
export class RosterChange {
  @Field(() => String, { description: 'Which: role, dueOn, licenceType, licenceNumber, licenceState, licenceExpiresOn or externalId.' })
  field!: Change['field'];
  @Field(() => String, { nullable: true, description: 'What it is before; null: nothing.' })
  from!: string | null;
  @Field(() => String, { nullable: true, description: 'What it will be; null: nothing.' })
  to!: string | null;
}
@ObjectType({ description: 'A row of a roster: what would come of it, or what came of it.' })
@Allow('with-parent')
export class RosterRow {
  @Field(() => ID, { description: 'The row\'s id.' })
  id!: string;
  @Field(() => Int, { description: 'The line of the file on which it begins, from 1.' })
  line!: number;
  @Field(() => String, { description: 'The address, as the file has it.' })
  email!: string;
  @Field(() => String, { description: 'The name, as the file has it.' })
  name!: string;
  @Field(() => RosterOutcomeEnum, { description: 'What would come of it, or came of it.' })
  outcome!: Outcome;
  @Field(() => [RosterChange], { description: 'What changes for somebody known.' })
  changes!: Change[];
  @Field(() => String, { nullable: true, description: 'Why it is refused; null: it is not.' })
  reason!: string | null;
  @Field(() => RosterColumnEnum, { nullable: true, description: 'The column at fault.' })
  column!: RosterColumn | null;
  @Field(() => ID, { nullable: true, description: 'The place that it led to, once it has come in.' })
  enrolmentId!: string | null;
}
@ObjectType({ description: 'A page of rows.' })
@Allow('with-parent')
export class RosterRowConnection extends ConnectionOf(RosterRow) {}

@ArgsType()
export class RosterRowArgs extends PageArgs {
  @Field(() => RosterOutcomeEnum, { nullable: true, description: 'Only rows of this sort.' })
  show?: Outcome | null;
}

@ObjectType({ description: 'A roster that came in by POST /rosters/imports.' })
@Allow('with-parent')
export class RosterImport {
  @Field(() => ID, { description: 'The roster\'s id.' })
  id!: string;
  @Field(() => String, { description: 'What the file was called.' })
  name!: string;
  @Field(() => String, { description: 'csv, xlsx or oneroster.' })
  format!: RosterFormat;
  @Field(() => RosterStateEnum, { description: 'Where it stands.' })
  state!: RosterState;
  @Field(() => [String], { description: 'The headings of its columns; one may be empty.' })
  headings!: string[];
  @Field(() => DayOrderEnum, { description: 'How its days are read.' })
  days!: DayOrder;
  @Field(() => Boolean, { description: 'Whether its columns are known, so that it can be run.' })
  mapped!: boolean;
  @Field(() => Boolean, { description: 'Whether every row was to come in or none.' })
  whole!: boolean;
  @Field(() => String, { nullable: true, description: 'Why it ended before its end; null: it did not.' })
  stopped!: string | null;
  @Field(() => String, { description: 'When it came, ISO 8601.' })
  at!: string;
  @Field(() => String, { nullable: true, description: 'When it had come in; null: not yet.' })
  doneAt!: string | null;
  cohortId!: string | null;
}
