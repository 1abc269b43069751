import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { JsonScalar } from '../platform/graphql/scalars.js';
import { secondsLeft } from './attempt-clock.js';
import { Attempt, AttemptResult } from './attempt.types.js';
import { AttemptsService } from './attempts.service.js';
import type { AttemptRow } from './learning.entity.js';

@Resolver(() => Attempt)
export class AttemptsResolver {
  constructor(private readonly attempts: AttemptsService) {}

  @Mutation(() => Attempt, { description: 'Begins an attempt: the server draws the form and starts the clock. The same id again gives the same attempt; while another attempt at the assessment is open, that one is given back.' })
  @Allow('signed-in', 'scope:learning')
  async startAttempt(
    @CurrentActor() actor: Actor,
    @Args('enrolment', { type: () => ID, description: 'One\'s own enrolment.' }) enrolment: string,
    @Args('assessment', { type: () => ID, description: 'The assessment\'s id within the course.' }) assessment: string,
    @Args('attempt', { type: () => ID, description: 'A UUIDv7 made by the client, in lower case.' }) attempt: string,
  ): Promise<Attempt> {
    return attemptView(await this.attempts.start(actor, enrolment, assessment, attempt));
  }

  @Mutation(() => Attempt, { description: 'Submits an attempt, after its answers were recorded: the server scores it. Submitting again gives the same result.' })
  @Allow('signed-in', 'scope:learning')
  async submitAttempt(
    @CurrentActor() actor: Actor,
    @Args('enrolment', { type: () => ID, description: 'One\'s own enrolment.' }) enrolment: string,
    @Args('attempt', { type: () => ID, description: 'The attempt.' }) attempt: string,
  ): Promise<Attempt> {
    return attemptView(await this.attempts.submit(actor, enrolment, attempt));
  }

  @ResolveField(() => JsonScalar, { description: 'DeliveredForm of libs/course: what is asked, in its order, without any key.' })
  form(@Parent() attempt: Attempt): Promise<unknown> { return this.attempts.form(attempt.row); }

  @ResolveField(() => JsonScalar, { description: 'The answers that stand: item id -> ItemResponse of libs/assessment.' })
  responses(@CurrentActor() actor: Actor, @Parent() attempt: Attempt): Promise<unknown> { return this.attempts.responses(actor, attempt.row); }

  @ResolveField(() => AttemptResult, { nullable: true, description: 'What it earned; null until it is submitted.' })
  result(@CurrentActor() actor: Actor, @Parent() attempt: Attempt): Promise<AttemptResult | null> { return this.attempts.result(actor, attempt.row); }
}

export const attemptView = (row: AttemptRow): Attempt => ({
  id: row.id, assessment: row.assessmentId, number: row.number, startedAt: row.startedAt, submittedAt: row.submittedAt, secondsLeft: secondsLeft(row, new Date()), row,
});
