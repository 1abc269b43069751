import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { Actor, Role } from '../identity/actor.js';
import { IdentityService } from '../identity/identity.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { isId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { Sealing } from '../platform/sealing.js';
import { isEmpty, type Licence, licenceInput } from './licence.js';
import { ProfileRow, sealedLicence } from './profiles.entity.js';

/** Who sees and changes the licences of others; each person her own. */
const mayKnow = ['COORDINATOR', 'ADMINISTRATOR'] as const satisfies Role[];
const atOnce = 1_000;

/** Professional fields: what people are licensed as, in each organisation apart. */
@Injectable()
export class ProfilesService {
  constructor(private readonly database: Database, private readonly identity: IdentityService, private readonly audit: AuditService, private readonly sealing: Sealing) {}

  /** The licences of some people of the actor's organisation, by account; only of those whom the actor may know, and who have one. */
  async of(actor: Actor, accountIds: readonly string[]): Promise<Map<string, Licence>> {
    const wanted = accountIds.filter((id) => isId(id) && maySee(actor, id));
    return wanted.length === 0 ? new Map() : this.known(this.database.read, actor.organisationId, wanted);
  }

  /** The licence of one person; null: none is known, or not for the actor. Batched within a request. */
  licence(actor: Actor, accountId: string): Promise<Licence | null> {
    return actor.loader('profiles.licence', (ids) => this.of(actor, ids)).load(accountId);
  }

  /** Sets what is known of a licence; with nothing in it, nothing is known any more. */
  async set(actor: Actor, accountId: string, input: unknown): Promise<Licence | null> {
    const licence = parseInput(licenceInput, input, 'licence');
    if (!maySee(actor, accountId) || await this.identity.account(actor, accountId) === null) throw platformErrors.NOT_FOUND({ path: ['account'] });
    await this.database.write(async (manager) => {
      const before = (await this.known(manager, actor.organisationId, [accountId])).get(accountId) ?? null;
      await this.store(manager, actor.organisationId, [{ accountId, licence }]);
      // The number itself stays out of the trail: it is kept in one place, where it can be encrypted and erased.
      await this.audit.record(manager, actor, { action: 'licence.set', subject: { type: 'account', id: accountId }, before: shown(before), after: shown(licence) });
    });
    return isEmpty(licence) ? null : licence;
  }

  /** For modules that bring people in, within their transaction. The caller has checked who may. */
  async known(manager: EntityManager, organisationId: string, accountIds: readonly string[]): Promise<Map<string, Licence>> {
    const found = new Map<string, Licence>();
    for (let from = 0; from < accountIds.length; from += atOnce) {
      const rows = await manager.findBy(ProfileRow, { organisationId, accountId: In(accountIds.slice(from, from + atOnce)) });
      for (const row of rows) found.set(row.accountId, { type: row.licenceType, number: this.sealing.open(row.licenceNumber, sealedLicence), state: row.licenceState, expiresOn: row.licenceExpiresOn });
    }
    return found;
  }

  /** Writes whole licences, in few statements. */
  async store(manager: EntityManager, organisationId: string, entries: readonly { accountId: string; licence: Licence }[]): Promise<void> {
    const at = nowText();
    const rows = entries.map(({ accountId, licence }) => ({
      organisation_id: organisationId, account_id: accountId, licence_type: licence.type, licence_number: this.sealing.seal(licence.number, sealedLicence), licence_state: licence.state, licence_expires_on: licence.expiresOn, updated_at: at,
    }));
    const set = ['licence_type', 'licence_number', 'licence_state', 'licence_expires_on', 'updated_at'].map((name) => `"${name}" = excluded."${name}"`).join(', ');
    await this.database.insertMany(manager, 'profile', rows, `("organisation_id", "account_id") DO UPDATE SET ${set}`);
  }
}

const shown = (licence: Licence | null): object | null => (licence === null ? null : { type: licence.type, state: licence.state, expiresOn: licence.expiresOn });
const maySee = (actor: Actor, accountId: string): boolean => accountId === actor.accountId || actor.has(...mayKnow);
