import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { AllowInCohort } from '../identity/cohort-roles/reach.js';

@ObjectType({ description: 'A group within a cohort.' })
@Allow('with-parent')
@AllowInCohort('parent.cohortId', 'COORDINATOR', 'FACILITATOR', 'OBSERVER')
export class CohortGroup {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  cohortId!: string;
}

@ObjectType({ description: 'What sharing out came to.' })
@Allow('with-parent')
export class GroupsShared {
  @Field(() => Int, { description: 'How many learners came into another group.' })
  moved!: number;
  @Field(() => [CohortGroup], { description: 'The cohort\'s groups.' })
  groups!: CohortGroup[];
}
