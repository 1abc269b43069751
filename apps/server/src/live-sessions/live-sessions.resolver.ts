import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { Cohort } from '../cohorts/cohorts.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort, ensureReach } from '../identity/cohort-roles/reach.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { LiveSessionsService } from './live-sessions.service.js';
import { LiveChange, LiveChangeConnection, LiveSession, LiveSessionConnection, LiveSessionInput, RepeatInput } from './live-sessions.types.js';

@Resolver(() => LiveSession)
export class LiveSessionsResolver {
  constructor(private readonly sessions: LiveSessionsService, private readonly cohorts: CohortsService, private readonly identity: IdentityService) {}

  @Query(() => LiveSession, { nullable: true, description: 'One session; null: there is none with this id.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  @AllowInCohort('checked', 'COORDINATOR', 'FACILITATOR', 'OBSERVER')
  async liveSession(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The session\'s id.' }) id: string): Promise<LiveSession | null> {
    const session = await this.sessions.session(actor, id);
    if (session !== null) ensureReach(actor, session.cohortId, { everywhere: ['COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR'], here: ['COORDINATOR', 'FACILITATOR', 'OBSERVER'] });
    return session;
  }

  @Mutation(() => [LiveSession], { description: 'Plans a session of a cohort, or a series of them.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('cohort', 'COORDINATOR')
  createLiveSessions(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('input', { type: () => LiveSessionInput, description: 'What it is to be: the first of them.' }) input: LiveSessionInput,
    @Args('repeat', { type: () => RepeatInput, nullable: true, description: 'Left out: one session.' }) repeat?: RepeatInput | null,
  ): Promise<LiveSession[]> { return this.sessions.create(actor, cohort, input, repeat); }

  @Mutation(() => LiveSession, { description: 'Changes a session: all of it is as the input says. Calendars that follow it see it move.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('checked', 'COORDINATOR')
  async changeLiveSession(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
    @Args('revision', { type: () => Int, description: 'The revision that was read.' }) revision: number,
    @Args('input', { type: () => LiveSessionInput, description: 'What it is to be.' }) input: LiveSessionInput,
  ): Promise<LiveSession> {
    await this.#ensurePlanner(actor, id);
    return this.sessions.change(actor, id, revision, input);
  }

  @Mutation(() => LiveSession, { description: 'Cancels a session. It stays on the lists, crossed out, and counts no longer.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('checked', 'COORDINATOR')
  async cancelLiveSession(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
    @Args('revision', { type: () => Int, description: 'The revision that was read.' }) revision: number,
    @Args('reason', { type: () => String, nullable: true, description: 'Why, for those who would have come; at most 500 characters.' }) reason?: string | null,
  ): Promise<LiveSession> {
    await this.#ensurePlanner(actor, id);
    return this.sessions.cancel(actor, id, revision, reason ?? null);
  }

  @Mutation(() => LiveSession, { description: 'A cancelled session takes place after all.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('checked', 'COORDINATOR')
  async restoreLiveSession(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
    @Args('revision', { type: () => Int, description: 'The revision that was read.' }) revision: number,
  ): Promise<LiveSession> {
    await this.#ensurePlanner(actor, id);
    return this.sessions.restore(actor, id, revision);
  }

  @ResolveField(() => Cohort, { nullable: true, description: 'Whose session it is.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  cohort(@CurrentActor() actor: Actor, @Parent() { cohortId }: LiveSession): Promise<Cohort | null> { return this.cohorts.cohort(actor, cohortId); }

  @ResolveField(() => [Account], { description: 'Who leads it, at most 20.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async facilitators(@CurrentActor() actor: Actor, @Parent() { facilitators }: LiveSession): Promise<Account[]> {
    return (await Promise.all(facilitators.map((id) => this.identity.account(actor, id)))).filter((account) => account !== null);
  }

  @ResolveField(() => [String], { description: 'The names of who leads it, at most 20.' })
  async ledBy(@CurrentActor() actor: Actor, @Parent() { facilitators }: LiveSession): Promise<string[]> {
    return (await Promise.all(facilitators.map((id) => this.identity.account(actor, id)))).flatMap((account) => (account === null ? [] : [account.name]));
  }

  @ResolveField(() => LiveChangeConnection, { description: 'What was changed of it and of its attendance, newest first.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async changes(@CurrentActor() actor: Actor, @Parent() { id }: LiveSession, @Args() args: PageArgs): Promise<LiveChangeConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.sessions.changes(actor, id, page);
    return connection(rows, page, total, (row) => [row.id], (row) => row);
  }

  async #ensurePlanner(actor: Actor, id: string): Promise<void> {
    ensureReach(actor, (await this.sessions.session(actor, id))?.cohortId ?? null, { everywhere: ['COORDINATOR', 'ADMINISTRATOR'], here: ['COORDINATOR'], changing: true });
  }
}

@Resolver(() => LiveChange)
export class LiveChangeResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'Whose attendance; null: it is about the session, or she is here no more.' })
  async about(@CurrentActor() actor: Actor, @Parent() { accountId }: LiveChange): Promise<Account | null> { return accountId === null ? null : this.identity.account(actor, accountId); }

  @ResolveField(() => Account, { nullable: true, description: 'Who did it; null: is here no more.' })
  by(@CurrentActor() actor: Actor, @Parent() { setBy }: LiveChange): Promise<Account | null> { return this.identity.account(actor, setBy); }
}

/** What sessions add to a cohort. */
@Resolver(() => Cohort)
export class CohortSessionsResolver {
  constructor(private readonly sessions: LiveSessionsService) {}

  @ResolveField(() => LiveSessionConnection, { description: 'Its sessions in the order in which they are, cancelled ones too.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async liveSessions(@CurrentActor() actor: Actor, @Parent() { id }: Cohort, @Args() args: PageArgs): Promise<LiveSessionConnection> {
    const page = pageOf(args, 1);
    const all = await this.sessions.ofCohort(actor, id);
    const begin = page.after === null ? 0 : all.findIndex((row) => row.id === page.after?.[0]) + 1;
    return connection(all.slice(begin, begin + page.first + 1), page, all.length, (row) => [row.id], (row) => row);
  }
}
