import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';

@InputType({ description: 'What a cohort that is made like another has of its own.' })
export class CloneCohortInput {
  @Field(() => String, { description: 'Its name, 1 to 120 characters.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Its first day, YYYY-MM-DD: all other days move by as much. Left out: no first day, and the others stay.' })
  startsOn?: string | null;
}

export enum ClonedDayKind { FIRST = 'FIRST', OPENS = 'OPENS', DUE = 'DUE', SESSION = 'SESSION', LAST = 'LAST' }
registerEnumType(ClonedDayKind, {
  name: 'ClonedDayKind', description: 'What happens on a day of a cohort that is to be made like another.',
  valuesMap: { FIRST: { description: 'It starts.' }, OPENS: { description: 'A unit opens.' }, DUE: { description: 'A unit or an assessment is due.' }, SESSION: { description: 'A session takes place.' }, LAST: { description: 'It ends.' } },
});

@ObjectType({ description: 'A day of a cohort that is to be made like another.' })
@Allow('with-parent')
export class ClonedDay {
  @Field(() => ClonedDayKind, { description: 'What happens on it.' })
  kind!: ClonedDayKind;
  @Field(() => String, { description: 'The unit\'s, assessment\'s or session\'s title; empty for the first and the last day.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'The day in the cohort that it is like, YYYY-MM-DD; null: it has none.' })
  before!: string | null;
  @Field(() => String, { description: 'The day as it will be.' })
  day!: string;
  @Field(() => Boolean, { description: 'Whether that is a Saturday or a Sunday.' })
  weekend!: boolean;
  @Field(() => String, { nullable: true, description: 'What day off of the organisation it is; null: none.' })
  dayOff!: string | null;
}

@ObjectType({ description: 'What a cohort would be that is made like another.' })
@Allow('with-parent')
export class ClonePreview {
  @Field(() => Int, { description: 'By how many days all days move; negative: back.' })
  shiftedBy!: number;
  @Field(() => [ClonedDay], { description: 'Its days, the first first.' })
  days!: ClonedDay[];
  @Field(() => [String], { description: 'What else it brings along, in words.' })
  brings!: string[];
  @Field(() => [String], { description: 'What it does not, in words.' })
  leaves!: string[];
}
