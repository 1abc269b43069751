import { Args, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { toString as qrCode } from 'qrcode';
import { Actor } from '../actor.js';
import { Allow, CurrentActor, CurrentRequest, type RequestContext } from '../allow.js';
import { clearSessionCookie, sessionToken } from '../cookie.js';
import { deviceOf } from '../device.js';
import { IdentityService } from '../identity.service.js';
import { Account, Organisation, Viewer } from '../identity.types.js';
import { SecondFactorService } from '../second-factor/second-factor.service.js';
import { welcome } from '../welcome.js';
import { AccountService } from './account.service.js';
import { BegunSecondFactor, SecondFactor, SignInSession } from './account.types.js';

const text = (description: string) => ({ type: () => String, description });
const optional = (description: string) => ({ ...text(description), nullable: true });

/** One's own account. A program with a key acts for a person, and may do nothing with her account. */
@Resolver(() => Viewer)
export class AccountResolver {
  constructor(private readonly accounts: AccountService, private readonly factor: SecondFactorService, private readonly identity: IdentityService) {}

  @ResolveField(() => [SignInSession], { description: 'Where the viewer is signed in, at most 100, this one first.' })
  sessions(@CurrentActor() actor: Actor, @CurrentRequest() { request }: RequestContext): Promise<SignInSession[]> {
    return this.accounts.list(actor, sessionToken(request));
  }

  @ResolveField(() => [Organisation], { description: 'The organisations to which the viewer belongs, at most 100, by name; `switchOrganisation` goes from one to another.' })
  async organisations(@CurrentActor() actor: Actor): Promise<Organisation[]> {
    const all = await this.accounts.memberships(actor.accountId);
    return actor.vouched ? all.filter(({ id }) => id === actor.organisationId) : all;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change how she signs in: not where she came in through an organisation\'s identity provider.' })
  mayChangeWaysIn(@CurrentActor() actor: Actor): boolean { return !actor.vouched; }

  @ResolveField(() => Boolean, { description: 'Whether the viewer can sign in by password.' })
  hasPassword(@CurrentActor() actor: Actor): Promise<boolean> { return this.accounts.hasPassword(actor.accountId); }

  @ResolveField(() => SecondFactor, { nullable: true, description: 'The second step at signing in; null: there is none.' })
  secondFactor(@CurrentActor() actor: Actor): Promise<SecondFactor | null> { return this.factor.state(actor.accountId); }

  @Mutation(() => Account, { description: 'Changes one\'s own name.' })
  @Allow('signed-in', 'scope:own-account')
  renameMyself(@CurrentActor() actor: Actor, @Args('name', text('The name, 1 to 120 characters.')) name: string): Promise<Account> { return this.accounts.rename(actor, name); }

  @Mutation(() => Boolean, { description: 'Changes one\'s own password, and ends every other session.' })
  @Allow('signed-in', 'scope:own-account', 'not-vouched')
  async changePassword(@CurrentActor() actor: Actor, @CurrentRequest() { request }: RequestContext,
    @Args('current', optional('The password until now; left out where there is none.')) current: string | null, @Args('password', text('The new one, 12 to 200 characters.')) password: string): Promise<boolean> {
    await this.accounts.changePassword(actor, current, password, sessionToken(request));
    return true;
  }

  @Mutation(() => Boolean, { description: 'Ends one of one\'s own sessions; whatever uses it is signed out.' })
  @Allow('signed-in', 'scope:own-account')
  async endSession(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Which one.' }) id: string): Promise<boolean> {
    await this.accounts.end(actor, id);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Signs out everywhere, here too.' })
  @Allow('signed-in', 'scope:own-account')
  async signOutEverywhere(@CurrentActor() actor: Actor, @CurrentRequest() { request, reply }: RequestContext): Promise<boolean> {
    await this.accounts.endAll(actor);
    clearSessionCookie(request, reply);
    return true;
  }

  @Mutation(() => Viewer, { description: 'Goes to another organisation to which one belongs.' })
  @Allow('signed-in', 'scope:own-account')
  async switchOrganisation(@CurrentActor() actor: Actor, @CurrentRequest() context: RequestContext, @Args('organisation', { type: () => ID, description: 'Which one.' }) organisation: string): Promise<Viewer> {
    return welcome(context, await this.identity.switchTo(actor, organisation, sessionToken(context.request), deviceOf(context.request)));
  }

  @Mutation(() => BegunSecondFactor, { description: 'Begins to set up a second step: codes of an authenticator app. It is in force once `confirmSecondFactor` has seen a right code.' })
  @Allow('signed-in', 'scope:own-account', 'not-vouched')
  async beginSecondFactor(@CurrentActor() actor: Actor, @Args('password', optional('One\'s password; left out where there is none.')) password: string | null): Promise<BegunSecondFactor> {
    await this.accounts.confirmPassword(actor, password);
    const { secret, address } = await this.factor.begin(actor);
    const svg = await qrCode(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    return { secret, address, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
  }

  @Mutation(() => [String], { description: 'Puts the second step in force. Gives ten recovery codes, this once; each is taken once in the place of a code.' })
  @Allow('signed-in', 'scope:own-account', 'not-vouched')
  confirmSecondFactor(@CurrentActor() actor: Actor, @Args('code', text('What the app shows.')) code: string): Promise<string[]> { return this.factor.confirm(actor, code); }

  @Mutation(() => Boolean, { description: 'Takes the second step away.' })
  @Allow('signed-in', 'scope:own-account', 'not-vouched')
  async removeSecondFactor(@CurrentActor() actor: Actor, @Args('password', optional('One\'s password; left out where there is none.')) password: string | null, @Args('code', text('What the app shows, or a recovery code.')) code: string): Promise<boolean> {
    await this.accounts.confirmPassword(actor, password);
    await this.factor.check(actor.accountId, code);
    await this.factor.remove(actor);
    return true;
  }
}
