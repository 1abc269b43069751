import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor, CurrentRequest, type RequestContext } from '../../identity/allow.js';
import { deviceOf } from '../../identity/device.js';
import { Viewer } from '../../identity/identity.types.js';
import { welcome } from '../../identity/welcome.js';
import type { Config } from '../../platform/config.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { publicUrl } from '../../platform/http/public-url.js';
import { CONFIG } from '../../platform/platform.module.js';
import { PasskeysService } from './passkeys.service.js';
import { Passkey } from './passkeys.types.js';

const which = { type: () => ID, description: 'Which one.' };
const named = { type: () => String, description: 'What to call it, 1 to 60 characters.' };
const answered = { type: () => JsonScalar, description: 'What the browser answered, in the JSON form of WebAuthn Level 3.' };

/** One's own passkeys. How somebody signs in is for herself alone. */
@Resolver(() => Viewer)
export class PasskeysResolver {
  constructor(private readonly keys: PasskeysService, @Inject(CONFIG) private readonly config: Config) {}

  @ResolveField(() => [Passkey], { description: 'The viewer\'s passkeys, the newest first, at most twenty; none is told to who came in through an organisation\'s identity provider.' })
  passkeys(@CurrentActor() actor: Actor): Promise<Passkey[]> | Passkey[] { return actor.vouched || actor.kind !== 'account' ? [] : this.keys.list(actor.accountId); }

  @Mutation(() => JsonScalar, { description: 'Begins to add a passkey: the options of WebAuthn\'s `create`, in their JSON form. They hold for ten minutes and once.' })
  @Allow('signed-in', 'scope:own-account', 'not-vouched')
  beginPasskey(@CurrentActor() actor: Actor, @CurrentRequest() { request }: RequestContext, @Args('password', { type: () => String, nullable: true, description: 'One\'s password; left out where there is none.' }) password?: string | null): Promise<object> {
    return this.keys.beginAdding(actor, password ?? null, publicUrl(this.config, request));
  }

  @Mutation(() => Passkey, { description: 'Adds the passkey that the browser has made.' })
  @Allow('signed-in', 'scope:own-account', 'not-vouched')
  addPasskey(@CurrentActor() actor: Actor, @CurrentRequest() { request }: RequestContext, @Args('name', named) name: string, @Args('response', answered) response: unknown): Promise<Passkey> {
    return this.keys.add(actor, name, response, publicUrl(this.config, request));
  }

  @Mutation(() => Passkey, { description: 'Calls one of one\'s own passkeys something else.' })
  @Allow('signed-in', 'scope:own-account', 'not-vouched')
  renamePasskey(@CurrentActor() actor: Actor, @Args('id', which) id: string, @Args('name', named) name: string): Promise<Passkey> { return this.keys.rename(actor, id, name); }

  @Mutation(() => Boolean, { description: 'Removes one of one\'s own passkeys: it signs nobody in any more.' })
  @Allow('signed-in', 'scope:own-account', 'not-vouched')
  async removePasskey(@CurrentActor() actor: Actor, @Args('id', which) id: string): Promise<boolean> {
    await this.keys.remove(actor, id);
    return true;
  }

  @Mutation(() => JsonScalar, { description: 'Begins to sign in by passkey: the options of WebAuthn\'s `get`, in their JSON form. They hold for ten minutes and once.' })
  @Allow('anyone')
  beginPasskeySignIn(@CurrentRequest() { request }: RequestContext): Promise<object> { return this.keys.beginSigningIn(publicUrl(this.config, request), request.ip); }

  @Mutation(() => Viewer, { description: 'Signs in by passkey. No code of a second step is asked for: what opens the passkey is one.' })
  @Allow('anyone')
  async signInByPasskey(@CurrentRequest() context: RequestContext, @Args('response', answered) response: unknown): Promise<Viewer> {
    const { request } = context;
    return welcome(context, await this.keys.signIn(response, { origin: publicUrl(this.config, request), from: request.ip, device: deviceOf(request) }));
  }
}
