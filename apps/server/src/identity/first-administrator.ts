import { type Config, ConfigError } from '../platform/config.js';
import { Actor } from './actor.js';
import type { IdentityService } from './identity.service.js';

/** Makes the first administrator where nobody has an account; refuses to start in production without knowing whom. */
export async function ensureAdministrator(identity: IdentityService, config: Config): Promise<void> {
  if (!(await identity.isEmpty())) return;
  if (config.firstAdministrator === null) {
    if (config.environment !== 'production') return;
    throw new ConfigError(['There is no account yet: give ADMIN_EMAIL and ADMIN_PASSWORD (at least 12 characters) for the first administrator.']);
  }
  const organisation = await identity.createOrganisation('My organisation');
  await identity.invite(Actor.system(organisation.id), { ...config.firstAdministrator, name: 'Administrator', roles: ['ADMINISTRATOR', 'COORDINATOR', 'INSTRUCTOR'] });
}
