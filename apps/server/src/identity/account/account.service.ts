import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, MoreThan, Not } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../../audit/audit.service.js';
import { Database } from '../../platform/database/database.js';
import { Notices } from '../../platform/database/notices.js';
import { platformErrors } from '../../platform/errors.js';
import { nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import type { Actor } from '../actor.js';
import { identityErrors } from '../errors.js';
import { AccountRow, MembershipRow, OrganisationRow, SessionRow } from '../identity.entity.js';
import { hashPassword, passwordFits } from '../password.js';
import { hashOf, SessionsService } from '../sessions.service.js';
import { AttemptLimit } from '../attempt-limit.js';

/** A sign-in session as its owner sees it. `id` names it and opens nothing. */
export interface OwnSession { id: string; device: string; method: string; createdAt: string; seenAt: string; expiresAt: string; current: boolean; organisation: string }
export const newPassword = z.string().min(12, 'A password has at least 12 characters.').max(200, 'A password has at most 200 characters.');
const personName = z.string().trim().min(1, 'Give a name.').max(120, 'A name has at most 120 characters.');
const mostSessions = 100;

/** What somebody does with her own account. */
@Injectable()
export class AccountService {
  readonly #byAccount: AttemptLimit;

  constructor(private readonly database: Database, private readonly sessions: SessionsService, private readonly audit: AuditService, notices: Notices) {
    this.#byAccount = new AttemptLimit('own-password', { most: 8, windowMs: 15 * 60 * 1000 }, notices);
  }

  async rename(actor: Actor, name: string): Promise<AccountRow> {
    const wanted = parseInput(personName, name, 'name');
    if (actor.vouched && (await this.memberships(actor.accountId)).length > 1) throw identityErrors.FORBIDDEN({ says: 'Your name stands in another organisation too: sign in by a link in a mail or by password to change it.' });
    return this.database.write(async (manager) => {
      const account = await manager.findOneByOrFail(AccountRow, { id: actor.accountId });
      await manager.update(AccountRow, { id: account.id }, { name: wanted });
      if (account.name !== wanted) await this.audit.record(manager, actor, { action: 'account.renamed', subject: { type: 'account', id: account.id, label: wanted }, before: { name: account.name }, after: { name: wanted } });
      return { ...account, name: wanted };
    });
  }

  async hasPassword(accountId: string): Promise<boolean> {
    return (await this.database.read.findOneBy(AccountRow, { id: accountId }))?.passwordHash !== null;
  }

  /** Sets another password, or a first one for somebody who signs in otherwise; ends every other session. `token`: of the session that stays. */
  async changePassword(actor: Actor, current: string | null, wanted: string, token: string | null): Promise<void> {
    await this.#confirm(actor, current, 'current');
    const passwordHash = await hashPassword(parseInput(newPassword, wanted, 'password'));
    await this.database.write(async (manager) => {
      await manager.update(AccountRow, { id: actor.accountId }, { passwordHash });
      await manager.delete(SessionRow, others(actor.accountId, token));
      await this.audit.record(manager, actor, { action: 'account.password-changed', subject: { type: 'account', id: actor.accountId } });
    });
    await this.sessions.forget();
  }

  /** Throws unless `password` is the person's; passes where the account has none, since then the session is all there is. */
  async confirmPassword(actor: Actor, password: string | null): Promise<void> { await this.#confirm(actor, password, 'password'); }

  /** The person's sessions, the one of `token` first, then by when they were used last. */
  async list(actor: Actor, token: string | null): Promise<OwnSession[]> {
    const rows = await this.database.read.find(SessionRow, { where: { accountId: actor.accountId, expiresAt: MoreThan(nowText()), ...(actor.vouched ? { organisationId: actor.organisationId } : {}) }, order: { createdAt: 'DESC' }, take: mostSessions });
    const names = new Map((await this.memberships(actor.accountId)).map(({ id, name }) => [id, name]));
    const own = token === null ? null : hashOf(token);
    return rows.map(({ tokenHash, device, method, createdAt, seenAt, expiresAt, organisationId }) => ({
      id: publicId(tokenHash), device, method, createdAt, seenAt: seenAt ?? createdAt, expiresAt, current: tokenHash === own, organisation: names.get(organisationId) ?? '',
    })).toSorted((one, other) => Number(other.current) - Number(one.current) || other.seenAt.localeCompare(one.seenAt));
  }

  /** Ends one of the person's sessions, on whichever server it is used. */
  async end(actor: Actor, id: string): Promise<void> {
    const rows = await this.database.read.findBy(SessionRow, { accountId: actor.accountId, ...(actor.vouched ? { organisationId: actor.organisationId } : {}) });
    const row = rows.find(({ tokenHash }) => publicId(tokenHash) === id);
    if (row === undefined) throw platformErrors.NOT_FOUND({ path: ['id'] });
    await this.database.write((manager) => manager.delete(SessionRow, { tokenHash: row.tokenHash, accountId: actor.accountId }));
    await this.sessions.forget();
  }

  /** Ends every session of the person, on every server. */
  async endAll(actor: Actor): Promise<void> {
    await this.database.write(async (manager) => {
      await manager.delete(SessionRow, { accountId: actor.accountId });
      await this.audit.record(manager, actor, { action: 'account.signed-out-everywhere', subject: { type: 'account', id: actor.accountId } });
    });
    await this.sessions.forget();
  }

  /** Whose address this is, in whichever organisation; for ways of signing in alone, and nothing of it is to be told. */
  async byEmail(email: string): Promise<{ id: string; name: string } | null> {
    return this.database.read.findOneBy(AccountRow, { email: email.toLowerCase() });
  }

  /** The organisations to which an account belongs, by name. */
  async memberships(accountId: string): Promise<{ id: string; name: string }[]> {
    return this.database.read.createQueryBuilder(OrganisationRow, 'o').innerJoin(MembershipRow, 'm', 'm.organisationId = o.id AND m.accountId = :accountId', { accountId }).orderBy('o.name').addOrderBy('o.id').limit(100).getMany();
  }

  async #confirm(actor: Actor, password: string | null, path: string): Promise<void> {
    const { accountId } = actor;
    const account = await this.database.read.findOneByOrFail(AccountRow, { id: accountId });
    if (account.passwordHash === null) return;
    const now = Date.now();
    if (!this.#byAccount.allows(accountId, now)) throw identityErrors.RATE_LIMITED();
    this.#byAccount.failed(accountId, now);
    if (!(await passwordFits(account.passwordHash, (password ?? '').slice(0, 1000)))) throw identityErrors.WRONG_CREDENTIALS({ says: 'This is not your password.', path: [path] });
    this.#byAccount.succeeded(accountId);
  }
}

/** Names a session; of no use to whoever would sign in with it. */
const publicId = (tokenHash: string): string => hash('sha256', `session ${tokenHash}`).slice(0, 32);
const others = (accountId: string, token: string | null): FindOptionsWhere<SessionRow> => ({ accountId, ...(token === null ? {} : { tokenHash: Not(hashOf(token)) }) });
