import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { AccountService } from '../../identity/account/account.service.js';
import { Actor } from '../../identity/actor.js';
import { MembersService } from '../../identity/members.service.js';
import { NewcomersService } from '../../identity/newcomers.service.js';
import { Database } from '../../platform/database/database.js';
import { nowText } from '../../platform/ids.js';
import { addressOf, type Claims, nameOf, type Refusal } from './provider-input.js';
import { type IdentityProviderRow, ProviderLinkRow } from './providers.entity.js';

/** Why somebody whom a provider knows is not let in. */
export type NotLetIn = Refusal | 'no-account' | 'account-elsewhere' | 'linked-otherwise';

/** Who here is whom a provider has signed in. */
@Injectable()
export class ProviderLinksService {
  constructor(private readonly database: Database, private readonly accounts: AccountService, private readonly members: MembersService, private readonly newcomers: NewcomersService, private readonly audit: AuditService) {}

  /**
   * The account, in the provider's own organisation. Somebody who comes for the first time is found by the address that the
   * provider has verified; where nobody of the organisation has it, an account is made if the organisation lets its people in
   * so. An account of another organisation is never taken along: who answers for a provider must not reach beyond their own.
   */
  async accountOf(provider: IdentityProviderRow, claims: Claims): Promise<{ accountId: string } | { refused: NotLetIn }> {
    const link = await this.database.read.findOneBy(ProviderLinkRow, { providerId: provider.id, subject: claims.subject });
    if (link !== null) {
      if (!(await this.#belongs(provider, link.accountId))) return { refused: 'no-account' };
      await this.database.write((manager) => manager.update(ProviderLinkRow, { providerId: provider.id, subject: claims.subject }, { usedAt: nowText() }));
      return { accountId: link.accountId };
    }
    const found = addressOf(claims, provider);
    if ('refused' in found) return found;
    const known = await this.accounts.byEmail(found.email);
    if (known === null) return provider.admitsNew ? this.#welcome(provider, claims, found.email) : { refused: 'no-account' };
    if (!(await this.#belongs(provider, known.id))) return { refused: 'account-elsewhere' };
    return this.#link(provider, claims, known.id, found.email);
  }

  async #welcome(provider: IdentityProviderRow, claims: Claims, email: string): Promise<{ accountId: string }> {
    const accountId = await this.database.write(async (manager) => {
      const joined = await this.newcomers.join(manager, provider.organisationId, { email, name: nameOf(claims, email), roles: ['LEARNER'], passwordHash: null });
      const at = nowText();
      await manager.insert(ProviderLinkRow, { providerId: provider.id, subject: claims.subject, accountId: joined, linkedAt: at, usedAt: at });
      await this.audit.record(manager, Actor.account(joined, provider.organisationId, ['LEARNER']), { action: 'account.joined-by-provider', subject: { type: 'account', id: joined, label: nameOf(claims, email) }, after: { email, provider: provider.name, roles: ['LEARNER'] } });
      return joined;
    });
    return { accountId };
  }

  async #link(provider: IdentityProviderRow, claims: Claims, accountId: string, email: string): Promise<{ accountId: string } | { refused: NotLetIn }> {
    const at = nowText();
    return this.database.write(async (manager) => {
      // An address that the provider has given to somebody else since is not a way into the first one's account.
      if (await manager.existsBy(ProviderLinkRow, { providerId: provider.id, accountId })) return { refused: 'linked-otherwise' as const };
      await manager.insert(ProviderLinkRow, { providerId: provider.id, subject: claims.subject, accountId, linkedAt: at, usedAt: at });
      await this.audit.record(manager, Actor.account(accountId, provider.organisationId, []), { action: 'account.linked-to-provider', subject: { type: 'account', id: accountId, label: email }, after: { provider: provider.name } });
      return { accountId };
    });
  }

  async #belongs({ organisationId }: IdentityProviderRow, accountId: string): Promise<boolean> {
    return (await this.members.rolesOf(Actor.system(organisationId), [accountId])).has(accountId);
  }
}
