import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';

export enum ReleaseKind { ALL = 'ALL', WEEKLY = 'WEEKLY', DATES = 'DATES', AFTER_PREVIOUS = 'AFTER_PREVIOUS' }
registerEnumType(ReleaseKind, {
  name: 'ReleaseKind', description: 'When the units of a course open in a cohort.',
  valuesMap: {
    ALL: { description: 'All at once.' }, WEEKLY: { description: 'One each week, the first on the cohort\'s first day.' },
    DATES: { description: 'Each on its own day; a unit without one is open.' }, AFTER_PREVIOUS: { description: 'Each once those before it are completed.' },
  },
});

@InputType({ description: 'The day on which a unit opens.' })
export class UnitDayInput {
  @Field(() => ID, { description: 'The unit\'s id within the course.' })
  unit!: string;
  @Field(() => String, { description: 'The day, YYYY-MM-DD in the cohort\'s zone.' })
  on!: string;
}

@ObjectType({ description: 'A unit of a cohort\'s course, and when it opens.' })
@Allow('with-parent')
export class ReleasedUnit {
  @Field(() => ID, { description: 'The unit\'s id within the course.' })
  unit!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'The day on which it opens, YYYY-MM-DD; null: it waits for no day.' })
  opensOn!: string | null;
}

@ObjectType({ description: 'When the units of a cohort\'s course open.' })
@Allow('with-parent')
export class CohortRelease {
  @Field(() => ReleaseKind, { description: 'The rule.' })
  kind!: ReleaseKind;
  @Field(() => [ReleasedUnit], { description: 'The units in order.' })
  units!: ReleasedUnit[];
}
