import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor, type CohortRole } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { IdentityService } from '../identity/identity.service.js';
import { CohortRoleEnum } from '../identity/identity.types.js';
import { CohortPeopleService } from './cohort-people.service.js';
import { CohortPerson } from './cohort-people.types.js';
import { Cohort } from './cohorts.types.js';

@Resolver(() => Cohort)
export class CohortPeopleResolver {
  constructor(private readonly rights: CohortPeopleService, private readonly identity: IdentityService) {}

  @ResolveField(() => [CohortPerson], { description: 'Who has a role in this cohort alone, beside what they are in the organisation.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async people(@CurrentActor() actor: Actor, @Parent() { id }: Cohort): Promise<CohortPerson[]> {
    const found = await Promise.all((await this.rights.of(actor, id)).map(async ({ accountId, roles }) => ({ account: await this.identity.account(actor, accountId), roles })));
    return found.flatMap(({ account, roles }) => (account === null ? [] : [{ account, roles }]));
  }

  @Mutation(() => Cohort, { description: 'Gives somebody of the organisation roles in one cohort alone, instead of those held there: coordinator or observer; none takes them away. Who leads it, updateCohort says.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  setCohortRoles(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('account', { type: () => ID, description: 'Who: not one of its learners.' }) account: string,
    @Args('roles', { type: () => [CohortRoleEnum], description: 'What she is to be there.' }) roles: CohortRole[],
  ): Promise<Cohort> {
    return this.rights.give(actor, cohort, account, roles);
  }
}
