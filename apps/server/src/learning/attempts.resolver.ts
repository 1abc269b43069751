import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { breakTaken } from '@preceptor/assessment';
import type { Actor } from '../identity/actor.js';
import { Allow, CurrentActor, CurrentRequest, type RequestContext } from '../identity/allow.js';
import { JsonScalar } from '../platform/graphql/scalars.js';
import { isOnBreak, secondsLeft } from './attempt-clock.js';
import { Attempt, AttemptResult } from './attempt.types.js';
import { deviceOf } from './device.js';
import { SittingConditions } from './sitting.types.js';
import { sittingConditions } from './sitting.js';
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
    @CurrentRequest() { request }: RequestContext,
    @Args('device', { type: () => ID, nullable: true, description: 'A UUID that the client keeps on its device: only this device can answer from now on. Left out: any client can, as long as none has named a device.' }) device?: string | null,
    @Args('takeOver', { type: () => Boolean, defaultValue: false, description: 'Go on here, although another device holds the attempt: that one can answer no more.' }) takeOver?: boolean,
    @Args('password', { type: () => String, nullable: true, description: 'Where the rules ask for one to begin.' }) password?: string | null,
  ): Promise<Attempt> {
    return attemptView(await this.attempts.start(actor, enrolment, assessment, attempt, { device: deviceOf(device), takeOver: takeOver ?? false, password: password ?? null, address: request.ip }));
  }

  @Mutation(() => Attempt, { description: 'Submits an attempt, after its answers were recorded: the server scores it. Submitting again gives the same result.' })
  @Allow('signed-in', 'scope:learning')
  async submitAttempt(
    @CurrentActor() actor: Actor,
    @Args('enrolment', { type: () => ID, description: 'One\'s own enrolment.' }) enrolment: string,
    @Args('attempt', { type: () => ID, description: 'The attempt.' }) attempt: string,
    @Args('device', { type: () => ID, nullable: true, description: 'The device that holds it, as it was told to startAttempt.' }) device?: string | null,
  ): Promise<Attempt> {
    return attemptView(await this.attempts.submit(actor, enrolment, attempt, deviceOf(device)));
  }

  @Mutation(() => Attempt, { description: 'Begins a break: the clock of the attempt stands, and no answer is taken, until endBreak or until the granted minutes are used up.' })
  @Allow('signed-in', 'scope:learning')
  async startBreak(
    @CurrentActor() actor: Actor,
    @Args('enrolment', { type: () => ID, description: 'One\'s own enrolment.' }) enrolment: string,
    @Args('attempt', { type: () => ID, description: 'The attempt.' }) attempt: string,
    @Args('device', { type: () => ID, nullable: true, description: 'The device that holds it.' }) device?: string | null,
  ): Promise<Attempt> {
    return attemptView(await this.attempts.break(actor, enrolment, attempt, true, deviceOf(device)));
  }

  @Mutation(() => Attempt, { description: 'Ends the break of an attempt: its clock goes on. Without a break nothing changes.' })
  @Allow('signed-in', 'scope:learning')
  async endBreak(
    @CurrentActor() actor: Actor,
    @Args('enrolment', { type: () => ID, description: 'One\'s own enrolment.' }) enrolment: string,
    @Args('attempt', { type: () => ID, description: 'The attempt.' }) attempt: string,
    @Args('device', { type: () => ID, nullable: true, description: 'The device that holds it.' }) device?: string | null,
  ): Promise<Attempt> {
    return attemptView(await this.attempts.break(actor, enrolment, attempt, false, deviceOf(device)));
  }

  @ResolveField(() => JsonScalar, { description: 'DeliveredForm of libs/course: what is asked, in its order, without any key. To its learner, choices and places have ids that tell nothing; staff get those of the course.' })
  form(@CurrentActor() actor: Actor, @Parent() attempt: Attempt): Promise<unknown> { return this.attempts.form(actor, attempt.row); }

  @ResolveField(() => SittingConditions, { nullable: true, description: 'What is in force for it; null: it was begun before that was kept.' })
  conditions(@Parent() { row }: Attempt): SittingConditions | null { return row.conditions === null || row.conditions === undefined ? null : sittingConditions(row.conditions, new Date()); }

  @ResolveField(() => JsonScalar, { description: 'The answers that stand: item id -> ItemResponse of libs/assessment, by the ids of the form.' })
  responses(@CurrentActor() actor: Actor, @Parent() attempt: Attempt): Promise<unknown> { return this.attempts.responses(actor, attempt.row); }

  @ResolveField(() => AttemptResult, { nullable: true, description: 'What it earned, as far as its rules release it to the learner; null until it is submitted, and while its score is not released.' })
  result(@CurrentActor() actor: Actor, @Parent() attempt: Attempt): Promise<AttemptResult | null> { return this.attempts.result(actor, attempt.row); }
}

const clockOf = (row: AttemptRow, now: Date) => ({
  now: now.toISOString(), secondsLeft: secondsLeft(row, now), onBreak: isOnBreak(row, now),
  breakSecondsLeft: Math.max(0, (row.conditions?.breakSeconds ?? 0) - breakTaken(row.breaks ?? [], row.conditions?.breakSeconds ?? 0, now)),
});

export const attemptView = (row: AttemptRow): Attempt => ({
  id: row.id, assessment: row.assessmentId, number: row.number, startedAt: row.startedAt, submittedAt: row.submittedAt, ...clockOf(row, new Date()), device: row.device ?? null, row,
});
