import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThan } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../../audit/audit.service.js';
import { AccountService, newPassword } from '../../identity/account/account.service.js';
import { Actor, type Role } from '../../identity/actor.js';
import { IdentityService, type SignedIn } from '../../identity/identity.service.js';
import { someRoles } from '../../identity/members.service.js';
import { NewcomersService } from '../../identity/newcomers.service.js';
import { OrganisationsService } from '../../identity/organisations/organisations.service.js';
import { hashPassword } from '../../identity/password.js';
import { SecondFactorService } from '../../identity/second-factor/second-factor.service.js';
import { hashOf, newSecret } from '../../identity/sessions.service.js';
import { MailService } from '../../mail/mail.service.js';
import type { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId, newId, nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import { CONFIG } from '../../platform/platform.module.js';
import { signInErrors } from '../errors.js';
import { InvitationRow } from '../sign-in.entity.js';

/** How long an invitation is open. */
const openMs = 14 * 24 * 3600 * 1000;
const newInvitation = z.object({
  email: z.email('This is not an e-mail address.').max(254, 'An e-mail address has at most 254 characters.').transform((email) => email.toLowerCase()),
  name: z.string().trim().min(1, 'Give a name.').max(120, 'A name has at most 120 characters.'),
  roles: someRoles,
});
const acceptance = z.object({ name: newInvitation.shape.name.nullish(), password: newPassword.nullish() });
export interface Acceptance { name?: string | null; password?: string | null; code?: string | null }
export type InvitationState = 'OPEN' | 'ACCEPTED' | 'REVOKED' | 'EXPIRED';
export const stateOf = (row: InvitationRow, now: string = nowText()): InvitationState =>
  row.acceptedAt !== null ? 'ACCEPTED' : row.revokedAt !== null ? 'REVOKED' : row.expiresAt <= now ? 'EXPIRED' : 'OPEN';

/** Invitations by mail: whoever opens the link has shown that the address is hers. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database, private readonly mail: MailService, private readonly audit: AuditService, private readonly identity: IdentityService, private readonly accounts: AccountService,
    private readonly newcomers: NewcomersService, private readonly organisations: OrganisationsService, private readonly factor: SecondFactorService, @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Invites somebody into the actor's organisation; the mail leaves with the commit. */
  async invite(actor: Actor, input: { email: string; name: string; roles: Role[] }): Promise<InvitationRow> {
    const { email, name, roles } = parseInput(newInvitation, input, 'input');
    return this.database.write(async (manager) => {
      const { known } = await this.newcomers.byEmail(manager, actor.organisationId, [email]);
      const [person] = known;
      // Somebody who was enrolled and never signed in has no way in yet: she is invited to make one.
      if (person !== undefined && await this.accounts.hasPassword(person.accountId)) throw signInErrors.MEMBER_ALREADY({ path: ['input', 'email'] });
      const open = await manager.findBy(InvitationRow, { organisationId: actor.organisationId, email, acceptedAt: IsNull(), revokedAt: IsNull() });
      if (open.some((row) => stateOf(row) === 'OPEN')) throw signInErrors.INVITED_ALREADY({ path: ['input', 'email'] });
      const row: InvitationRow = { id: newId(), organisationId: actor.organisationId, email, name, roles, tokenHash: '', createdAt: nowText(), createdBy: actor.accountId, sentAt: '', expiresAt: '', acceptedAt: null, revokedAt: null };
      await this.#send(manager, actor, row);
      await this.audit.record(manager, actor, { action: 'invitation.sent', subject: { type: 'invitation', id: row.id, label: email }, after: { roles } });
      return row;
    });
  }

  /** Sends it again under a new link; the older one works no more, and it is open for as long as at first. */
  async resend(actor: Actor, id: string): Promise<InvitationRow> {
    return this.database.write(async (manager) => {
      const row = await own(manager, actor, id);
      if (row.acceptedAt !== null) throw signInErrors.INVITATION_OVER({ says: 'This invitation was accepted already.', path: ['id'] });
      await this.#send(manager, actor, Object.assign(row, { revokedAt: null }));
      await this.audit.record(manager, actor, { action: 'invitation.sent-again', subject: { type: 'invitation', id, label: row.email } });
      return row;
    });
  }

  /** From now on its link works no more. An invitation that was accepted stays so. */
  async revoke(actor: Actor, id: string): Promise<InvitationRow> {
    return this.database.write(async (manager) => {
      const row = await own(manager, actor, id);
      if (row.acceptedAt !== null) throw signInErrors.INVITATION_OVER({ says: 'This invitation was accepted already: change the person\'s roles instead.', path: ['id'] });
      Object.assign(row, { revokedAt: row.revokedAt ?? nowText() });
      await manager.save(InvitationRow, row);
      await this.audit.record(manager, actor, { action: 'invitation.revoked', subject: { type: 'invitation', id, label: row.email } });
      return row;
    });
  }

  /** A page of the organisation's invitations, newest first; one row more where more follow. */
  async page(actor: Actor, { first, after }: Page): Promise<{ rows: InvitationRow[]; total: number }> {
    const all = { organisationId: actor.organisationId };
    const total = await this.database.read.countBy(InvitationRow, all);
    return { total, rows: await this.database.read.find(InvitationRow, { where: after === null ? all : { ...all, id: LessThan(String(after[0])) }, order: { id: 'DESC' }, take: first + 1 }) };
  }

  /** What an open invitation says, to whoever has its link; throws INVITATION_OVER for any other. */
  async open(token: string): Promise<{ row: InvitationRow; organisation: string; known: boolean; needsPassword: boolean }> {
    const row = await this.#byToken(this.database.read, token);
    const [{ name: organisation }, account] = await Promise.all([this.organisations.settings(row.organisationId), this.accounts.byEmail(row.email)]);
    return { row, organisation, known: account !== null, needsPassword: account === null || !(await this.accounts.hasPassword(account.id)) };
  }

  /** Accepts it: makes the account where there is none, gives the roles, and signs in. The second step of an account that has one is asked for. */
  async accept(token: string, input: Acceptance, device: string): Promise<SignedIn> {
    const { name, password } = parseInput(acceptance, input);
    const { row } = await this.open(token);
    const account = await this.accounts.byEmail(row.email);
    if (account !== null) await this.factor.check(account.id, input.code ?? null);
    const passwordHash = password === null || password === undefined ? null : await hashPassword(password);
    const accountId = await this.database.write(async (manager) => {
      const taken = await manager.update(InvitationRow, { id: row.id, tokenHash: row.tokenHash, acceptedAt: IsNull(), revokedAt: IsNull() }, { acceptedAt: nowText() });
      if (taken.affected !== 1) throw signInErrors.INVITATION_OVER();
      const joined = await this.newcomers.join(manager, row.organisationId, { email: row.email, name: name ?? row.name, roles: row.roles, passwordHash });
      await this.audit.record(manager, Actor.account(joined, row.organisationId, row.roles), { action: 'invitation.accepted', subject: { type: 'invitation', id: row.id, label: row.email }, after: { roles: row.roles } });
      return joined;
    });
    return this.identity.begin(accountId, { device, method: 'invitation' }, row.organisationId);
  }

  async #send(manager: EntityManager, actor: Actor, row: InvitationRow): Promise<void> {
    const { secret, hash } = newSecret();
    const now = Date.now();
    Object.assign(row, { tokenHash: hash, sentAt: new Date(now).toISOString(), expiresAt: new Date(now + openMs).toISOString() });
    await manager.save(InvitationRow, row);
    const [{ name: organisation, timeZone }, inviter, invited] = await Promise.all([this.organisations.settings(row.organisationId), this.identity.account(actor, actor.accountId), this.accounts.byEmail(row.email)]);
    const language = await this.mail.languageOf(row.organisationId, invited?.id ?? null);
    await this.mail.queue(manager, {
      organisationId: row.organisationId, to: row.email, kind: 'invitation', key: `invitation/${row.id}/${hash.slice(0, 16)}`, language,
      data: { name: row.name, inviter: inviter?.name ?? organisation, organisation, link: `${this.config.publicUrl}/invitation/${secret}`, expires: new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone }).format(new Date(row.expiresAt)) },
    });
  }

  async #byToken(manager: EntityManager, token: string): Promise<InvitationRow> {
    const row = await manager.findOneBy(InvitationRow, { tokenHash: hashOf(token.slice(0, 200)) });
    const sentences = { ACCEPTED: 'This invitation was accepted already. Sign in.', REVOKED: 'This invitation was taken back. Ask whoever invited you.', EXPIRED: 'This invitation is too old. Ask whoever invited you to send it again.' };
    if (row === null) throw signInErrors.INVITATION_OVER({ says: 'This invitation was used or withdrawn, or its address is incomplete. If it was sent to you again, use the newest mail.' });
    const state = stateOf(row);
    if (state !== 'OPEN') throw signInErrors.INVITATION_OVER({ says: sentences[state] });
    return row;
  }
}

async function own(manager: EntityManager, actor: Actor, id: string): Promise<InvitationRow> {
  const row = isId(id) ? await manager.findOneBy(InvitationRow, { id, organisationId: actor.organisationId }) : null;
  if (row === null) throw platformErrors.NOT_FOUND({ path: ['id'] });
  return row;
}
