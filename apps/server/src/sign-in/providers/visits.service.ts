import { Inject, Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Logger } from 'pino';
import { AttemptLimit } from '../../identity/attempt-limit.js';
import { IdentityService, type SignedIn } from '../../identity/identity.service.js';
import { hashOf, newSecret } from '../../identity/sessions.service.js';
import { Database } from '../../platform/database/database.js';
import { Notices } from '../../platform/database/notices.js';
import { platformErrors } from '../../platform/errors.js';
import { nowText } from '../../platform/ids.js';
import { LOG } from '../../platform/platform.module.js';
import { type NotLetIn, ProviderLinksService } from './provider-links.service.js';
import { ProviderVisitRow } from './providers.entity.js';
import { ProvidersService } from './providers.service.js';
import { RelyingParty } from './relying-party.js';

const visitMs = 15 * 60 * 1000;
/** What the sign-in page is told of a visit that led nowhere. */
export type Failed = NotLetIn | 'unreachable' | 'cancelled' | 'over' | 'not-understood' | 'too-many';

/** Going to a provider and coming back. What was begun on one server may end on another: it is kept in the database. */
@Injectable()
export class VisitsService {
  readonly #begun: AttemptLimit;

  constructor(
    private readonly database: Database, private readonly providers: ProvidersService, private readonly party: RelyingParty, private readonly links: ProviderLinksService, private readonly identity: IdentityService,
    notices: Notices, @Inject(LOG) private readonly log: Logger,
  ) {
    this.#begun = new AttemptLimit('provider-visits', { most: 60, windowMs: visitMs }, notices);
  }

  /** Where to send the browser, and what its cookie must hold when it comes back. `origin`: by which people reach us; `from`: where the request came from. */
  async begin(id: string, { origin, next, from }: { origin: string; next: string; from: string }): Promise<{ address: string; cookie: string } | { failed: Failed }> {
    const provider = await this.providers.open(id);
    if (provider === null) throw platformErrors.NOT_FOUND();
    const now = Date.now();
    if (!this.#begun.allows(from, now)) return { failed: 'too-many' };
    this.#begun.failed(from, now);
    const redirectUri = `${origin}/oidc/callback`;
    try {
      const { address, secrets } = await this.party.begin(provider, redirectUri);
      const { secret: cookie, hash: browserHash } = newSecret();
      await this.database.write(async (manager) => {
        await manager.delete(ProviderVisitRow, { expiresAt: LessThan(nowText()) });
        await manager.insert(ProviderVisitRow, { stateHash: hashOf(secrets.state), providerId: provider.id, browserHash, nonce: secrets.nonce, codeVerifier: secrets.codeVerifier, redirectUri, next, expiresAt: new Date(now + visitMs).toISOString() });
      });
      return { address, cookie };
    } catch (fault) {
      this.log.warn({ provider: provider.id, fault: String(fault) }, 'an identity provider could not be asked');
      return { failed: 'unreachable' };
    }
  }

  /** Signs in whoever came back with `query`, as the provider sent her; a visit ends with its first return, however it turns out. */
  async finish(query: URLSearchParams, cookie: string | null, device: string): Promise<{ signedIn: SignedIn; next: string } | { failed: Failed }> {
    const state = query.get('state') ?? '';
    const visit = await this.#take(state.slice(0, 200), cookie);
    if (visit === null) return { failed: 'over' };
    const provider = await this.providers.open(visit.providerId);
    if (provider === null) return { failed: 'over' };
    if (query.get('error') === 'access_denied') return { failed: 'cancelled' };
    try {
      const claims = await this.party.finish(provider, new URL(`${visit.redirectUri}?${query.toString()}`), { state, nonce: visit.nonce, codeVerifier: visit.codeVerifier });
      const who = await this.links.accountOf(provider, claims);
      if ('refused' in who) return { failed: who.refused };
      return { signedIn: await this.identity.begin(who.accountId, { device, method: 'provider' }, provider.organisationId), next: visit.next };
    } catch (fault) {
      this.log.warn({ provider: provider.id, fault: String(fault) }, 'what an identity provider answered does not sign anybody in');
      return { failed: 'not-understood' };
    }
  }

  /** The visit of a state, of this browser, this once. */
  async #take(state: string, cookie: string | null): Promise<ProviderVisitRow | null> {
    const stateHash = hashOf(state);
    const visit = await this.database.read.findOneBy(ProviderVisitRow, { stateHash });
    if (visit === null || visit.expiresAt <= nowText() || cookie === null || hashOf(cookie) !== visit.browserHash) return null;
    const taken = await this.database.write((manager) => manager.delete(ProviderVisitRow, { stateHash }));
    return taken.affected === 1 ? visit : null;
  }
}
