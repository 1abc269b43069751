import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { KeepingService } from '../../credentials/keeping/keeping.service.js';
import { keptYears } from '../../credentials/keeping/kept-until.js';
import type { Actor } from '../../identity/actor.js';
import { IdentityService } from '../../identity/identity.service.js';
import { MembersService } from '../../identity/members.service.js';
import { SessionsService } from '../../identity/sessions.service.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { privacyErrors } from '../errors.js';
import { HoldingsService, type Person } from '../holdings.service.js';
import { holdings } from '../registry.js';
import { type Past, RemovalService } from '../retention/removal.service.js';
import { dayOf, yearsBefore } from '../retention/periods.js';
import { FreeTexts } from './free-texts.service.js';

/** What an erasure would do, before it is done. */
export interface ErasurePreview {
  lines: { what: string; why: string; becomes: 'deleted' | 'kept' | 'without-texts'; rows: number }[];
  texts: number;
  /** The last day on which a certificate of hers must be kept with her name; null: there is none. */
  keptUntil: string | null;
  certificates: { kept: number; deleted: number };
  /** Courses whose records are older than law wants them, and go. */
  oldRecords: number;
}
type Account = { id: string; email: string; name: string };

/** Erasing a person: her name, address, words and what only she needs go; what law asks for stays under a number that nobody can trace to her. */
@Injectable()
export class ErasingService {
  constructor(
    private readonly database: Database, private readonly held: HoldingsService, private readonly identity: IdentityService, private readonly members: MembersService, private readonly sessions: SessionsService,
    private readonly audit: AuditService, private readonly keeping: KeepingService, private readonly texts: FreeTexts, private readonly removal: RemovalService,
  ) {}

  /** `confirmation` is the person's e-mail address, as the administrator has typed it. There is no way back. */
  async erase(actor: Actor, accountId: string, confirmation: string): Promise<void> {
    const account = await this.#account(actor, accountId);
    if (confirmation.trim().toLowerCase() !== account.email) throw privacyErrors.NOT_CONFIRMED({ path: ['confirmation'] });
    const roles = (await this.members.rolesOf(actor, [accountId])).get(accountId) ?? [];
    if (accountId === actor.accountId || roles.includes('ADMINISTRATOR')) throw privacyErrors.STILL_ADMINISTRATOR({ path: ['account'] });
    if (!(await this.#erase(actor, account))) throw privacyErrors.ELSEWHERE_TOO({ path: ['account'] });
  }

  /** Erases a learner who has no course left and belongs to no other organisation; of anybody else nothing happens. */
  async letGo(actor: Actor, accountId: string): Promise<void> {
    const account = await this.identity.account(actor, accountId);
    const roles = (await this.members.rolesOf(actor, [accountId])).get(accountId) ?? [];
    if (account === null || roles.some((role) => role !== 'LEARNER')) return;
    const [left] = await this.database.read.query<unknown[]>(`SELECT id FROM enrolment WHERE account_id = ${this.database.parameter(1)} LIMIT 1`, [accountId]);
    if (left === undefined) await this.#erase(actor, account);
  }

  /** What `erase` would do of each thing that is kept. */
  async preview(actor: Actor, accountId: string, now: Date = new Date()): Promise<ErasurePreview> {
    const person = this.#person(actor, await this.#account(actor, accountId));
    const lines: ErasurePreview['lines'] = [];
    for (const holding of holdings) {
      const rows = await this.held.count(person, holding);
      if (rows > 0) lines.push({ what: holding.what, why: holding.why, becomes: holding.erasure === 'delete' ? 'deleted' : holding.erasure === 'keep' ? 'kept' : 'without-texts', rows });
    }
    const certificates = await this.keeping.of(actor.organisationId, { accounts: [accountId] });
    const today = dayOf(now.toISOString());
    const kept = certificates.filter(({ until }) => until >= today);
    return {
      lines, texts: await this.texts.count(person), keptUntil: kept.map(({ until }) => until).toSorted().at(-1) ?? null,
      certificates: { kept: kept.length, deleted: certificates.length - kept.length }, oldRecords: (await this.#old(person, now)).length,
    };
  }

  /** False where she belongs to another organisation too: nothing is erased then. */
  async #erase(actor: Actor, account: Account, now: Date = new Date()): Promise<boolean> {
    const person = this.#person(actor, account);
    const today = dayOf(now.toISOString());
    const past = (await this.keeping.of(actor.organisationId, { accounts: [account.id] })).filter(({ until }) => until < today);
    const old = await this.#old(person, now);
    const files: string[] = [];
    const done = await this.database.write(async (manager) => {
      // First, so that nobody signs in anew meanwhile.
      if (!(await this.identity.anonymise(manager, actor, account.id))) return false;
      files.push(...(await this.#filesOf(manager, person)), ...(await this.removal.remove(manager, actor.organisationId, old)));
      await this.keeping.forget(manager, actor.organisationId, past);
      await this.texts.clear(manager, person);
      for (const holding of holdings) {
        const { where, parameters } = this.held.of(person, holding);
        if (holding.erasure === 'delete') await manager.query(`DELETE FROM "${holding.table}" WHERE ${where}`, parameters);
        else if (typeof holding.erasure === 'object') {
          const set = Object.entries(holding.erasure.blank).map(([column, value]) => `"${column}" = '${value.replaceAll('\'', '\'\'')}'`);
          await manager.query(`UPDATE "${holding.table}" SET ${set.join(', ')} WHERE ${where}`, parameters);
        }
      }
      const [first = '', second = ''] = [this.database.parameter(1), this.database.parameter(2)];
      const enrolments = await manager.query<{ id: string }[]>(`SELECT id FROM enrolment WHERE account_id = ${first} AND organisation_id = ${second}`, [account.id, actor.organisationId]);
      await this.audit.record(manager, actor, {
        action: 'person.erased', subject: { type: 'account', id: account.id },
        withholds: { subjects: [account.id, ...enrolments.map(({ id }) => id)], texts: [account.email, account.name, account.id] },
      });
      return true;
    });
    if (!done) return false;
    await this.removal.removeFiles(files);
    await this.sessions.forget();
    return true;
  }

  /** Her courses that were over before law's six years. */
  async #old({ accountId, organisationId }: Person, now: Date): Promise<Past[]> {
    const found: Past[] = [];
    for await (const past of this.removal.past(organisationId, dayOf(yearsBefore(now, keptYears)), dayOf(now.toISOString()), accountId)) found.push(...past);
    return found;
  }

  async #filesOf(manager: EntityManager, { accountId, organisationId }: Person): Promise<string[]> {
    const rows = await manager.query<{ sha256: string }[]>(`SELECT sha256 FROM learning_upload WHERE enrolment_id IN (SELECT id FROM enrolment WHERE account_id = ${this.database.parameter(1)} AND organisation_id = ${this.database.parameter(2)})`, [accountId, organisationId]);
    return rows.map(({ sha256 }) => sha256);
  }

  async #account(actor: Actor, accountId: string): Promise<Account> {
    const account = await this.identity.account(actor, accountId);
    if (account === null) throw platformErrors.NOT_FOUND({ path: ['account'] });
    return account;
  }
  #person({ organisationId }: Actor, { id, email }: Account): Person { return { accountId: id, organisationId, email }; }
}
