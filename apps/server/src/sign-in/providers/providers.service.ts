import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { Actor } from '../../identity/actor.js';
import { OrganisationsService } from '../../identity/organisations/organisations.service.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { isId, newId, nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import { Sealing } from '../../platform/sealing.js';
import { signInErrors } from '../errors.js';
import { type ProviderInput, providerInput } from './provider-input.js';
import { IdentityProviderRow, ProviderLinkRow, ProviderVisitRow, sealedClientSecret } from './providers.entity.js';
import { RelyingParty } from './relying-party.js';

const mostProviders = 10;

/** The identity providers of an organisation, as its administrators set them. */
@Injectable()
export class ProvidersService {
  constructor(private readonly database: Database, private readonly party: RelyingParty, private readonly sealing: Sealing, private readonly audit: AuditService, private readonly organisations: OrganisationsService) {}

  /** The actor's organisation's, at most ten, by name. */
  list({ organisationId }: Actor): Promise<IdentityProviderRow[]> {
    return this.database.read.find(IdentityProviderRow, { where: { organisationId }, order: { name: 'ASC', id: 'ASC' }, take: mostProviders });
  }

  /**
   * Whose buttons the sign-in page shows: those of the organisation that it is opened for; where the installation has one
   * organisation alone, that one's. Never by an address that somebody typed: an organisation could claim another's domain.
   */
  async offered(organisation: string | null): Promise<IdentityProviderRow[]> {
    const organisationId = organisation ?? await this.organisations.sole();
    if (organisationId === null || !isId(organisationId)) return [];
    return this.database.read.find(IdentityProviderRow, { where: { organisationId, paused: false }, order: { name: 'ASC', id: 'ASC' }, take: mostProviders });
  }

  /** One that people can go to; null: there is none, or it is paused. */
  open(id: string): Promise<IdentityProviderRow | null> {
    return isId(id) ? this.database.read.findOneBy(IdentityProviderRow, { id, paused: false }) : Promise.resolve(null);
  }

  /** Sets one up, or changes it. It is asked first whether it is a provider at all: what can't work is not kept. */
  async save(actor: Actor, id: string | null, input: ProviderInput, revision: number): Promise<IdentityProviderRow> {
    const { clientSecret, ...wanted } = parseInput(providerInput, input, 'input');
    const before = id === null ? null : await own(this.database.read, actor, id);
    const elsewhere = before !== null && before.issuer !== wanted.issuer;
    // A secret is for whom it was given: whoever changes the issuer must know it.
    if (elsewhere && clientSecret === null && before.clientSecret !== null) throw platformErrors.BAD_INPUT({ says: 'The issuer is another one: give the client secret that holds there, or empty the field.', path: ['input', 'clientSecret'] });
    const sealed = clientSecret === null ? before?.clientSecret ?? null : clientSecret === '' ? null : this.sealing.seal(clientSecret, sealedClientSecret);
    const row: IdentityProviderRow = { ...wanted, id: before?.id ?? newId(), organisationId: actor.organisationId, clientSecret: sealed, revision: (before?.revision ?? 0) + 1, changedAt: nowText(), changedBy: actor.accountId };
    await this.party.look(row).catch((fault: unknown) => {
      throw signInErrors.PROVIDER_UNREACHABLE({ says: `This issuer could not be asked how it signs people in (${reasonOf(fault)}). Nothing was saved.`, path: ['input', 'issuer'] });
    });
    return this.database.write(async (manager) => {
      if (before === null) {
        await this.organisations.hold(manager, actor.organisationId);
        if (await manager.countBy(IdentityProviderRow, { organisationId: actor.organisationId }) >= mostProviders) throw platformErrors.BAD_INPUT({ says: `An organisation has at most ${mostProviders} providers.` });
        await manager.insert(IdentityProviderRow, row);
      } else {
        const taken = await manager.update(IdentityProviderRow, { id: row.id, organisationId: actor.organisationId, revision }, row);
        if (taken.affected !== 1) throw platformErrors.CONFLICT({ says: 'Somebody saved this provider while you were changing it. Nothing of yours was saved: load the page again.', path: ['revision'] });
        if (elsewhere) await manager.delete(ProviderLinkRow, { providerId: row.id });
      }
      await this.audit.record(manager, actor, { action: 'provider.saved', subject: { type: 'identity-provider', id: row.id, label: row.name }, before: before === null ? undefined : told(before), after: { ...told(row), ...(clientSecret === null ? {} : { clientSecret: clientSecret === '' ? 'removed' : 'changed' }) } });
      return row;
    });
  }

  /** Takes it away: nobody can come in by it any more. Whoever did keeps her account, and a way in by mail. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.write(async (manager) => {
      const row = await own(manager, actor, id);
      await manager.delete(ProviderVisitRow, { providerId: row.id });
      await manager.delete(ProviderLinkRow, { providerId: row.id });
      await manager.delete(IdentityProviderRow, { id: row.id });
      await this.audit.record(manager, actor, { action: 'provider.removed', subject: { type: 'identity-provider', id: row.id, label: row.name }, before: told(row) });
    });
  }

  /** How many people have come in by each of some providers. */
  async people(ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.read.createQueryBuilder(ProviderLinkRow, 'l').select('l.providerId', 'id').addSelect('COUNT(*)', 'count').where({ providerId: In([...ids]) }).groupBy('l.providerId').getRawMany<{ id: string; count: number | string }>();
    return new Map(rows.map(({ id, count }) => [id, Number(count)]));
  }
}

async function own(manager: EntityManager, actor: Actor, id: string): Promise<IdentityProviderRow> {
  const row = isId(id) ? await manager.findOneBy(IdentityProviderRow, { id, organisationId: actor.organisationId }) : null;
  if (row === null) throw platformErrors.NOT_FOUND({ path: ['id'] });
  return row;
}

const told = ({ name, issuer, clientId, domains, admitsNew, trustsAddresses, paused }: IdentityProviderRow) => ({ name, issuer, clientId, domains, admitsNew, trustsAddresses, paused });

/** Why, without what a server answered: the system's code, else the library's words. */
function reasonOf(fault: unknown): string {
  let code: string | undefined;
  for (let at: unknown = fault, depth = 0; typeof at === 'object' && at !== null && depth < 5; at = (at as { cause?: unknown }).cause, depth += 1) {
    const { code: said, status } = at as { code?: unknown; status?: unknown };
    if (typeof status === 'number') return `it answered ${status}`;
    if (typeof said === 'string') code = said;
  }
  if (code === undefined) return fault instanceof Error ? fault.message.slice(0, 120) : 'no answer';
  return code.startsWith('OAUTH_') ? 'what it answered is not OpenID Connect for this issuer' : code;
}
