import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { calendarDay } from '../platform/calendar-day.js';
import { parseInput } from '../platform/parse.js';
import { DayOff, DayOffInput } from './days-off.types.js';
import { DaysOffService } from './days-off.service.js';

@Resolver(() => DayOff)
export class DaysOffResolver {
  constructor(private readonly daysOffService: DaysOffService) {}

  @Query(() => [DayOff], { description: 'The days on which the organisation does not work, the first first, at most 1,000.' })
  @Allow('signed-in')
  daysOff(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => String, nullable: true, description: 'Not before this day, YYYY-MM-DD.' }) from?: string | null,
    @Args('to', { type: () => String, nullable: true, description: 'Not after this day, YYYY-MM-DD.' }) to?: string | null,
  ): Promise<DayOff[]> {
    const bound = (day: string | null | undefined, path: string) => parseInput(calendarDay.nullish(), day, path) ?? undefined;
    return this.daysOffService.list(actor, bound(from, 'from'), bound(to, 'to'));
  }

  @Mutation(() => [DayOff], { description: 'Puts days on the organisation\'s list of days off; gives the whole list. Nothing that is planned is moved.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  addDaysOff(@CurrentActor() actor: Actor, @Args('days', { type: () => [DayOffInput], description: 'The days, at most 400 at once.' }) days: DayOffInput[]): Promise<DayOff[]> {
    return this.daysOffService.add(actor, days);
  }

  @Mutation(() => [DayOff], { description: 'Takes a day off the list of days off; gives what is left.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  removeDayOff(@CurrentActor() actor: Actor, @Args('day', { type: () => String, description: 'The day, YYYY-MM-DD.' }) day: string): Promise<DayOff[]> {
    return this.daysOffService.remove(actor, day);
  }
}
