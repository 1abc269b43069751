import { Actor } from './actor.js';
import type { RequestContext } from './allow.js';
import { setSessionCookie } from './cookie.js';
import type { SignedIn } from './identity.service.js';
import type { Viewer } from './identity.types.js';

/** Gives the browser the cookie of a session that has begun; what the operation answers is answered to whoever has signed in. */
export function welcome(context: RequestContext, signedIn: SignedIn): Viewer {
  setSessionCookie(context.request, context.reply, signedIn.token, signedIn.seconds);
  context.actor = Actor.account(signedIn.accountId, signedIn.organisationId, signedIn.roles);
  return { roles: signedIn.roles };
}
