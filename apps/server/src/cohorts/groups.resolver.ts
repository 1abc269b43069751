import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort, ensureReach } from '../identity/cohort-roles/reach.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { Enrolment } from '../learning/learning.types.js';
import { Cohort } from './cohorts.types.js';
import { GroupsService } from './groups.service.js';
import { CohortGroup, GroupsShared } from './groups.types.js';

const mayChange = { everywhere: ['COORDINATOR', 'ADMINISTRATOR'], here: ['COORDINATOR'], changing: true } as const;

@Resolver(() => CohortGroup)
export class GroupsResolver {
  constructor(private readonly groups: GroupsService, private readonly identity: IdentityService) {}

  @Query(() => CohortGroup, { nullable: true, description: 'One group; null: there is none with this id.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  cohortGroup(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The group\'s id.' }) id: string): Promise<CohortGroup | null> { return this.groups.group(actor, id); }

  @Mutation(() => CohortGroup, { description: 'Makes a group in a cohort; nobody is in it yet.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('cohort', 'COORDINATOR')
  createGroup(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('name', { type: () => String, description: 'Its name, 1 to 80 characters, of no other group of the cohort.' }) name: string,
  ): Promise<CohortGroup> { return this.groups.create(actor, cohort, name); }

  @Mutation(() => CohortGroup, { description: 'Renames a group, and says who leads it. What is left out stays.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('checked', 'COORDINATOR')
  async changeGroup(
    @CurrentActor() actor: Actor,
    @Args('group', { type: () => ID, description: 'The group.' }) group: string,
    @Args('name', { type: () => String, nullable: true, description: 'Its new name.' }) name?: string | null,
    @Args('facilitators', { type: () => [ID], nullable: true, description: 'The accounts of all who lead it: staff, at most 30.' }) facilitators?: string[] | null,
  ): Promise<CohortGroup> {
    ensureReach(actor, (await this.groups.group(actor, group))?.cohortId ?? null, mayChange);
    return this.groups.change(actor, group, { ...(name === undefined ? {} : { name }), ...(facilitators === undefined ? {} : { facilitators }) });
  }

  @Mutation(() => Boolean, { description: 'Takes a group away; whoever is in it is in none. True: it is done.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('checked', 'COORDINATOR')
  async removeGroup(@CurrentActor() actor: Actor, @Args('group', { type: () => ID, description: 'The group.' }) group: string): Promise<boolean> {
    ensureReach(actor, (await this.groups.group(actor, group))?.cohortId ?? null, mayChange);
    await this.groups.remove(actor, group);
    return true;
  }

  @Mutation(() => [CohortGroup], { description: 'Puts learners of a cohort into one of its groups, or into none; gives the groups.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('cohort', 'COORDINATOR')
  async assignGroup(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('enrolments', { type: () => [ID], description: 'Who, at most 500.' }) enrolments: string[],
    @Args('group', { type: () => ID, nullable: true, description: 'Into which; null: into none.' }) group?: string | null,
  ): Promise<CohortGroup[]> {
    await this.groups.assign(actor, cohort, enrolments, group ?? null);
    return this.groups.of(actor, cohort);
  }

  @Mutation(() => GroupsShared, { description: 'Shares a cohort\'s learners out among its groups, evenly and at random.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('cohort', 'COORDINATOR')
  async shareOutGroups(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('everybody', { type: () => Boolean, defaultValue: false, description: 'Those who are in a group already, too.' }) everybody: boolean,
  ): Promise<GroupsShared> {
    const moved = await this.groups.shareOut(actor, cohort, everybody);
    return { moved, groups: await this.groups.of(actor, cohort) };
  }

  @ResolveField(() => Int, { description: 'How many learners are in it.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  size(@CurrentActor() actor: Actor, @Parent() { id }: CohortGroup): Promise<number> { return this.groups.size(actor, id); }

  @ResolveField(() => [Account], { description: 'Who leads it, at most 30.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async facilitators(@CurrentActor() actor: Actor, @Parent() { id }: CohortGroup): Promise<Account[]> {
    return (await Promise.all((await this.groups.facilitators(actor, id)).map((account) => this.identity.account(actor, account)))).filter((account) => account !== null);
  }
}

/** What groups add to a cohort. */
@Resolver(() => Cohort)
export class CohortGroupsResolver {
  constructor(private readonly service: GroupsService) {}

  @ResolveField(() => [CohortGroup], { description: 'Its groups by name, at most 100.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  groups(@CurrentActor() actor: Actor, @Parent() { id }: Cohort): Promise<CohortGroup[]> { return this.service.of(actor, id); }
}

/** What groups add to an enrolment. */
@Resolver(() => Enrolment)
export class EnrolmentGroupResolver {
  constructor(private readonly groups: GroupsService, private readonly enrolments: EnrolmentsService) {}

  @ResolveField(() => CohortGroup, { nullable: true, description: 'The group of her cohort that she is in; null: none.' })
  @Allow('with-parent')
  async group(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<CohortGroup | null> {
    const groupId = (await this.enrolments.find(actor, id))?.groupId ?? null;
    return groupId === null ? null : this.groups.group(actor, groupId);
  }
}
