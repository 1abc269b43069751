import { Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { Viewer } from '../identity/identity.types.js';
import { CalendarService } from './calendar.service.js';

/** What sessions add to whoever is signed in. */
@Resolver(() => Viewer)
export class CalendarResolver {
  constructor(private readonly calendars: CalendarService) {}

  @ResolveField(() => String, { nullable: true, description: 'The path on this server of the viewer\'s calendar, for a program that follows it; whoever has it can read it. null: none was made.' })
  @Allow('with-parent')
  calendarPath(@CurrentActor() actor: Actor): Promise<string | null> { return this.calendars.path(actor); }

  @Mutation(() => String, { description: 'Makes a new address for the viewer\'s calendar and gives its path; the old address ends at once.' })
  @Allow('signed-in', 'scope:learning')
  renewCalendar(@CurrentActor() actor: Actor): Promise<string> { return this.calendars.renew(actor); }

  @Mutation(() => Boolean, { description: 'Ends the address of the viewer\'s calendar.' })
  @Allow('signed-in', 'scope:learning')
  async removeCalendar(@CurrentActor() actor: Actor): Promise<boolean> {
    await this.calendars.remove(actor);
    return true;
  }
}
