import type { Actor, Role, Scope } from './actor.js';
import { identityErrors } from './errors.js';

/** What @Allow is to a field, for a plain route: throws unless the actor has one of the roles and, as an API key, the scope. */
export function requireRole(actor: Actor, scope: Scope, ...wanted: readonly Role[]): void {
  if (!actor.signedIn) throw identityErrors.UNAUTHENTICATED();
  if (!actor.has(...wanted)) throw identityErrors.FORBIDDEN();
  if (actor.kind === 'key' && !actor.holdsScope(scope)) throw identityErrors.FORBIDDEN({ says: `This API key lacks the scope "${scope}".` });
}
