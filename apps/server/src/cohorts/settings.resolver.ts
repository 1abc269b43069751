import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort } from '../identity/cohort-roles/reach.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { Cohort } from './cohorts.types.js';
import { SettingsService } from './settings.service.js';
import { CohortChange, CohortChangeConnection, UpdateCohortInput } from './settings.types.js';

@Resolver(() => Cohort)
export class SettingsResolver {
  constructor(private readonly settings: SettingsService, private readonly identity: IdentityService) {}

  @Mutation(() => Cohort, { description: 'Changes settings of a cohort. Of a revision that is no longer the newest nothing is saved, and the error says who changed what.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('cohort', 'COORDINATOR')
  updateCohort(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('revision', { type: () => Int, description: 'The revision that was seen.' }) revision: number,
    @Args('input', { type: () => UpdateCohortInput, description: 'What is to be other.' }) input: UpdateCohortInput,
  ): Promise<Cohort> {
    return this.settings.update(actor, cohort, revision, input);
  }

  @Mutation(() => Cohort, { description: 'Archives a cohort: it can be read, not changed, and lists leave it out. Its learners keep all they have.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  archiveCohort(@CurrentActor() actor: Actor, @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string): Promise<Cohort> {
    return this.settings.archive(actor, cohort, true);
  }

  @Mutation(() => Cohort, { description: 'Opens an archived cohort again.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  unarchiveCohort(@CurrentActor() actor: Actor, @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string): Promise<Cohort> {
    return this.settings.archive(actor, cohort, false);
  }

  @Query(() => [Account], { description: 'Who could lead a cohort or have a role in it, by name, at most 20.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  facilitatorCandidates(@CurrentActor() actor: Actor, @Args('search', { type: () => String, defaultValue: '', description: 'A part of the name or address; empty: all.' }) search: string): Promise<Account[]> {
    return this.settings.candidates(actor, search);
  }

  @ResolveField(() => [Account], { description: 'Who leads it: at most 30.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async facilitators(@CurrentActor() actor: Actor, @Parent() cohort: Cohort): Promise<Account[]> {
    const found = await Promise.all((await this.settings.facilitators(actor, cohort.id)).map((id) => this.identity.account(actor, id)));
    return found.filter((account) => account !== null);
  }

  @ResolveField(() => CohortChangeConnection, { description: 'What was changed of it, newest first.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async changes(@Parent() cohort: Cohort, @Args() args: PageArgs): Promise<CohortChangeConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.settings.changes(cohort.id, page);
    return connection(rows, page, total, ({ revision }) => [revision], (row) => row);
  }
}

@Resolver(() => CohortChange)
export class CohortChangeResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who did it; null: somebody who is here no more, or the server.' })
  @Allow('with-parent')
  by(@CurrentActor() actor: Actor, @Parent() change: CohortChange): Promise<Account | null> {
    return this.identity.account(actor, change.accountId);
  }
}
