import { Field, ObjectType } from '@nestjs/graphql';
import type { CohortRole } from '../identity/actor.js';
import { Allow } from '../identity/allow.js';
import { Account, CohortRoleEnum } from '../identity/identity.types.js';

@ObjectType({ description: 'Somebody who has a role in one cohort alone.' })
@Allow('with-parent')
export class CohortPerson {
  @Field(() => Account, { description: 'Who it is.' })
  account!: Account;
  @Field(() => [CohortRoleEnum], { description: 'What she is in the cohort.' })
  roles!: CohortRole[];
}
