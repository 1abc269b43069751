import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../identity/actor.js';
import { Allow, ChecksSingly, CurrentActor } from '../identity/allow.js';
import { JsonScalar } from '../platform/graphql/scalars.js';
import { RecordEventsPayload, TrackingEventInput } from './learning.types.js';
import { type Recorded, RecordingService } from './recording.service.js';

@Resolver(() => RecordEventsPayload)
export class RecordingResolver {
  constructor(private readonly recording: RecordingService) {}

  @Mutation(() => RecordEventsPayload, { description: 'Records what a player reports, at most 200 events at once. What is accepted is durable; an event sent twice is recorded once; a bad event is refused by itself.' })
  @Allow('signed-in', 'scope:learning')
  @ChecksSingly('events')
  recordEvents(
    @CurrentActor() actor: Actor,
    @Args('enrolment', { type: () => ID, description: 'One\'s own enrolment.' }) enrolment: string,
    @Args('events', { type: () => [TrackingEventInput], description: 'In the order in which they happened.' }) events: TrackingEventInput[],
  ): Promise<Omit<Recorded, 'progress'>> {
    return this.recording.record(actor, enrolment, events);
  }

  @ResolveField(() => JsonScalar, { description: 'Progress of libs/tracking, once these events are in it.' })
  progress(@Parent() recorded: Recorded): unknown { return recorded.progress(); }
}
