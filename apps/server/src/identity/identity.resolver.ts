import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Config } from '../platform/config.js';
import { platformErrors } from '../platform/errors.js';
import { found } from '../platform/found.js';
import { CONFIG } from '../platform/platform.module.js';
import { Actor } from './actor.js';
import { Allow, CurrentActor, CurrentRequest, type RequestContext } from './allow.js';
import { clearSessionCookie, isLoopback, sessionToken } from './cookie.js';
import { deviceOf } from './device.js';
import { IdentityService } from './identity.service.js';
import { Account, DemoPerson, InviteAccountInput, Organisation, Viewer, ViewerCohort } from './identity.types.js';
import { SessionsService } from './sessions.service.js';
import { welcome } from './welcome.js';

@Resolver(() => Viewer)
export class IdentityResolver {
  constructor(private readonly identity: IdentityService, private readonly sessions: SessionsService, @Inject(CONFIG) private readonly config: Config) {}

  @Query(() => Viewer, { nullable: true, description: 'Whoever is signed in; null when nobody is.' })
  @Allow('anyone')
  viewer(@CurrentActor() actor: Actor): Viewer | null {
    return actor.signedIn ? { roles: actor.roles } : null;
  }

  @Query(() => [DemoPerson], { description: 'The demo\'s people, on the machine that runs the demo; empty everywhere else.' })
  @Allow('anyone')
  async demoPeople(@CurrentRequest() { request }: RequestContext): Promise<DemoPerson[]> {
    return this.#offersDemo(request) ? this.identity.demoPeople() : [];
  }

  @Mutation(() => Viewer, { description: 'Signs in by e-mail and password, and sets the session\'s cookie. Attempts are limited.' })
  @Allow('anyone')
  async signIn(
    @CurrentRequest() context: RequestContext,
    @Args('email', { type: () => String, description: 'The e-mail address of the account.' }) email: string,
    @Args('password', { type: () => String, description: 'The password.' }) password: string,
    @Args('code', { type: () => String, nullable: true, description: 'The code of the second step, or a recovery code; asked for by CODE_NEEDED.' }) code?: string | null,
  ): Promise<Viewer> {
    const { request } = context;
    return welcome(context, await this.identity.signIn(email, password, { address: request.ip, code: code ?? null, device: deviceOf(request) }));
  }

  @Mutation(() => Viewer, { description: 'Signs in as one of the demo\'s people; only where demoPeople offers them.' })
  @Allow('anyone')
  async signInAsDemo(@CurrentRequest() context: RequestContext, @Args('accountId', { type: () => ID, description: 'Whom to be.' }) accountId: string): Promise<Viewer> {
    if (!this.#offersDemo(context.request)) throw platformErrors.NOT_FOUND({ path: ['accountId'] });
    return welcome(context, await this.identity.signInAsDemo(accountId));
  }

  @Mutation(() => Boolean, { description: 'Ends the session; true whether or not there was one.' })
  @Allow('anyone')
  async signOut(@CurrentRequest() { request, reply }: RequestContext): Promise<boolean> {
    const token = sessionToken(request);
    if (token !== null) await this.sessions.end(token);
    clearSessionCookie(request, reply);
    return true;
  }

  @Mutation(() => Account, { description: 'Makes an account with roles in one\'s own organisation.' })
  @Allow('ADMINISTRATOR', 'scope:accounts')
  inviteAccount(@CurrentActor() actor: Actor, @Args('input', { type: () => InviteAccountInput, description: 'Who, and in which roles.' }) input: InviteAccountInput): Promise<Account> {
    return this.identity.invite(actor, input);
  }

  @ResolveField(() => Account, { description: 'The viewer\'s account.' })
  async account(@CurrentActor() actor: Actor, @Parent() _viewer: Viewer): Promise<Account> {
    return found(await this.identity.account(actor, actor.accountId));
  }

  @ResolveField(() => Organisation, { description: 'The organisation that the viewer is signed in to.' })
  async organisation(@CurrentActor() actor: Actor): Promise<Organisation> {
    return found(await this.identity.organisation(actor));
  }

  @ResolveField(() => [ViewerCohort], { description: 'The cohorts in which the viewer has a role of her own, beside what she is in the organisation.' })
  inCohorts(@CurrentActor() actor: Actor): ViewerCohort[] { return actor.cohorts.map((cohort) => ({ cohort, roles: [...actor.rolesIn(cohort)] })); }

  #offersDemo(request: RequestContext['request']): boolean { return this.config.environment !== 'production' && isLoopback(request); }
}
