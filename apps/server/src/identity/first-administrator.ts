import { type Config, ConfigError } from '../platform/config.js';
import { Actor } from './actor.js';
import type { FirstAdministrator } from './ask-administrator.js';
import type { IdentityService } from './identity.service.js';

/** Asks somebody for the first administrator; null: nobody is there to ask. */
export type Ask = (() => Promise<FirstAdministrator>) | null;

/** Makes the first administrator where nobody has an account; refuses to start in production without knowing whom. */
export async function ensureAdministrator(identity: IdentityService, config: Config, ask: Ask): Promise<void> {
  if (!(await identity.isEmpty())) return;
  if (config.firstAdministrator === null && config.environment !== 'production') return;
  const first = config.firstAdministrator ?? await ask?.() ?? null;
  if (first === null) throw new ConfigError(['There is no account yet: give ADMIN_EMAIL and ADMIN_PASSWORD (at least 12 characters) for the first administrator.']);
  const organisation = await identity.createOrganisation('My organisation');
  await identity.invite(Actor.system(organisation.id), { ...first, name: 'Administrator', roles: ['ADMINISTRATOR', 'COORDINATOR', 'INSTRUCTOR'] });
}
