import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { IdentityService } from '../identity/identity.service.js';
import { MembersService } from '../identity/members.service.js';
import { SessionsService } from '../identity/sessions.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { privacyErrors } from './errors.js';
import { HoldingsService, type Person } from './holdings.service.js';
import { holdings } from './registry.js';

/** Erasing a person: her name, address and what only she needs go; what law asks for stays under a number that nobody can trace to her. */
@Injectable()
export class ErasingService {
  constructor(private readonly database: Database, private readonly held: HoldingsService, private readonly identity: IdentityService, private readonly members: MembersService, private readonly sessions: SessionsService, private readonly audit: AuditService) {}

  /** `confirmation` is the person's e-mail address, as the administrator has typed it. There is no way back. */
  async erase(actor: Actor, accountId: string, confirmation: string): Promise<void> {
    const account = await this.identity.account(actor, accountId);
    if (account === null) throw platformErrors.NOT_FOUND({ path: ['account'] });
    if (confirmation.trim().toLowerCase() !== account.email) throw privacyErrors.NOT_CONFIRMED({ path: ['confirmation'] });
    const roles = (await this.members.rolesOf(actor, [accountId])).get(accountId) ?? [];
    if (accountId === actor.accountId || roles.includes('ADMINISTRATOR')) throw privacyErrors.STILL_ADMINISTRATOR({ path: ['account'] });
    const person: Person = { accountId, organisationId: actor.organisationId, email: account.email };
    await this.database.write(async (manager) => {
      // First, so that nobody signs in anew meanwhile.
      if (!(await this.identity.anonymise(manager, actor, accountId))) throw privacyErrors.ELSEWHERE_TOO({ path: ['account'] });
      for (const holding of holdings) {
        const { where, parameters } = this.held.of(person, holding);
        if (holding.erasure === 'delete') await manager.query(`DELETE FROM "${holding.table}" WHERE ${where}`, parameters);
        else if (typeof holding.erasure === 'object') {
          const set = Object.entries(holding.erasure.blank).map(([column, value]) => `"${column}" = '${value.replaceAll('\'', '\'\'')}'`);
          await manager.query(`UPDATE "${holding.table}" SET ${set.join(', ')} WHERE ${where}`, parameters);
        }
      }
      const [first = '', second = ''] = [this.database.parameter(1), this.database.parameter(2)];
      const enrolments = await manager.query<{ id: string }[]>(`SELECT id FROM enrolment WHERE account_id = ${first} AND organisation_id = ${second}`, [accountId, actor.organisationId]);
      await this.audit.record(manager, actor, {
        action: 'person.erased', subject: { type: 'account', id: accountId },
        withholds: { subjects: [accountId, ...enrolments.map(({ id }) => id)], texts: [account.email, account.name, accountId] },
      });
    });
    await this.sessions.forget();
  }
}
