import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Cohort } from '../cohorts/cohorts.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort } from '../identity/cohort-roles/reach.js';
import type { ReminderKind } from './reminders.entity.js';
import { Reminder, ReminderKinds } from './reminders.types.js';
import { RulesOfReminders } from './rules.service.js';

/** What reminders add to a cohort, for staff. */
@Resolver(() => Cohort)
export class RemindersResolver {
  constructor(private readonly rules: RulesOfReminders) {}

  @ResolveField(() => [Reminder], { description: 'Of what its learners are reminded: each kind, four of them.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'INSTRUCTOR')
  reminders(@CurrentActor() actor: Actor, @Parent() { id }: Cohort): Promise<Reminder[]> { return this.rules.of(actor, id); }

  @Mutation(() => [Reminder], { description: 'Switches a reminder of a cohort on or off; gives all of its reminders.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('cohort', 'COORDINATOR')
  async setReminder(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('kind', { type: () => ReminderKinds, description: 'Of what.' }) kind: ReminderKind,
    @Args('enabled', { type: () => Boolean, description: 'Whether its learners are reminded.' }) enabled: boolean,
    @Args('days', { type: () => Int, description: 'How many days before, 1 to 60; of being behind: how many days apart.' }) days: number,
  ): Promise<Reminder[]> {
    await this.rules.set(actor, cohort, { kind, enabled, days });
    return this.rules.of(actor, cohort);
  }
}
