import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../identity/actor.js';
import { Allow, ChecksSingly, CurrentActor } from '../identity/allow.js';
import { JsonScalar } from '../platform/graphql/scalars.js';
import { RecordEventsPayload, SaveResponsePayload, TrackingEventInput } from './learning.types.js';
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
    @Args('device', { type: () => ID, nullable: true, description: 'The device that sends them, as it was told to startAttempt.' }) device?: string | null,
  ): Promise<Omit<Recorded, 'progress'>> {
    return this.recording.record(actor, enrolment, events, device ?? null);
  }

  @Mutation(() => SaveResponsePayload, { description: 'Records one answer in an attempt, by the server\'s clock: durable once it is answered, and recorded once however often it is sent. For clients that keep no queue of their own; a player that may lose the network sends recordEvents.' })
  @Allow('signed-in', 'scope:learning')
  @ChecksSingly('response')
  saveResponse(
    @CurrentActor() actor: Actor,
    @Args('enrolment', { type: () => ID, description: 'One\'s own enrolment.' }) enrolment: string,
    @Args('attempt', { type: () => ID, description: 'The attempt.' }) attempt: string,
    @Args('item', { type: () => ID, description: 'The item answered.' }) item: string,
    @Args('response', { type: () => JsonScalar, description: 'ItemResponse of libs/assessment: `{ value, certainty? }`, by the ids that the form shows.' }) response: unknown,
    @Args('event', { type: () => ID, description: 'A UUIDv7 made by the client for this answer.' }) event: string,
    @Args('device', { type: () => ID, nullable: true, description: 'The device that holds the attempt.' }) device?: string | null,
  ): Promise<SaveResponsePayload> {
    return this.recording.saveResponse(actor, enrolment, { attempt, item, response, event }, device ?? null);
  }

  @ResolveField(() => JsonScalar, { description: 'Progress of libs/tracking, once these events are in it.' })
  progress(@Parent() recorded: Recorded): unknown { return recorded.progress(); }
}
