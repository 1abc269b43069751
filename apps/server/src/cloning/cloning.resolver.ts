import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Cohort } from '../cohorts/cohorts.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { CloningDesk } from './cloning-desk.service.js';
import { CloneCohortInput, ClonePreview } from './cloning.types.js';

@Resolver(() => Cohort)
export class CloningResolver {
  constructor(private readonly desk: CloningDesk) {}

  @Query(() => ClonePreview, { description: 'What cloneCohort would make: its days, with weekends and days off said, and what it brings along.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  clonePreview(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort that it is to be like.' }) cohort: string,
    @Args('startsOn', { type: () => String, nullable: true, description: 'Its first day, YYYY-MM-DD; left out: none.' }) startsOn?: string | null,
  ): Promise<ClonePreview> {
    return this.desk.preview(actor, cohort, startsOn ?? null);
  }

  @Mutation(() => Cohort, { description: 'Makes a cohort like another, on other days: settings, who leads it, when units open and by when they are due, sessions, what completing it asks for, evaluation forms, weights of the gradebook, how certificates come about, reminders. Nobody is in it yet.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  cloneCohort(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort that it is to be like.' }) cohort: string,
    @Args('input', { type: () => CloneCohortInput, description: 'What it has of its own.' }) input: CloneCohortInput,
  ): Promise<Cohort> {
    return this.desk.clone(actor, cohort, input);
  }
}
