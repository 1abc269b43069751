import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { Database } from '../platform/database/database.js';
import { Notices } from '../platform/database/notices.js';
import { platformErrors } from '../platform/errors.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import type { Actor, Role } from './actor.js';
import { AttemptLimit } from './attempt-limit.js';
import { identityErrors } from './errors.js';
import { AccountRow, MembershipRow, OrganisationRow, SessionRow } from './identity.entity.js';
import { memberOf, someRoles } from './members.service.js';
import { hashPassword, passwordFits } from './password.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { type Beginning, SessionsService } from './sessions.service.js';

const quarter = 15 * 60 * 1000;
const newAccount = z.object({
  email: z.email('This is not an e-mail address.').max(254, 'An e-mail address has at most 254 characters.').transform((email) => email.toLowerCase()),
  name: z.string().trim().min(1, 'Give a name.').max(120, 'A name has at most 120 characters.'),
  roles: someRoles,
  password: z.string().min(12, 'A password has at least 12 characters.').max(200, 'A password has at most 200 characters.').nullish(),
  demoAbout: z.string().max(200).nullish(),
});
export type NewAccount = z.input<typeof newAccount>;
export interface SignedIn { accountId: string; organisationId: string; roles: readonly Role[]; token: string; seconds: number }

/** Organisations, accounts and signing in. */
@Injectable()
export class IdentityService {
  readonly #byEmail: AttemptLimit;
  readonly #byAddress: AttemptLimit;

  constructor(private readonly database: Database, private readonly sessions: SessionsService, private readonly factor: SecondFactorService, notices: Notices, private readonly audit: AuditService) {
    this.#byEmail = new AttemptLimit('sign-in-by-email', { most: 8, windowMs: quarter }, notices);
    this.#byAddress = new AttemptLimit('sign-in-by-address', { most: 40, windowMs: quarter }, notices);
  }

  /** Signs in by e-mail and password, and the code of a second step where the account has one; `address` is where the request came from. */
  async signIn(email: string, password: string, { address, code = null, device = '' }: { address: string; code?: string | null; device?: string }): Promise<SignedIn> {
    const now = Date.now();
    const key = email.toLowerCase().slice(0, 254);
    if (!this.#byEmail.allows(key, now) || !this.#byAddress.allows(address, now)) throw identityErrors.RATE_LIMITED();
    // Counted before the slow check, so that attempts side by side are counted too.
    this.#byEmail.failed(key, now);
    this.#byAddress.failed(address, now);
    const account = await this.database.read.findOneBy(AccountRow, { email: key });
    const fits = await passwordFits(account?.passwordHash ?? null, password.slice(0, 1000));
    if (account === null || !fits) throw identityErrors.WRONG_CREDENTIALS();
    await this.factor.check(account.id, code);
    this.#byEmail.succeeded(key);
    this.#byAddress.succeeded(address);
    return this.begin(account.id, { device, method: 'password' });
  }

  /** Signs in as one of the demo's people, without a password. The caller has made sure that the demo may be offered. */
  async signInAsDemo(accountId: string): Promise<SignedIn> {
    const account = await this.database.read.findOneBy(AccountRow, { id: accountId, demoAbout: Not(IsNull()) });
    if (account === null) throw platformErrors.NOT_FOUND({ path: ['accountId'] });
    return this.begin(account.id, { device: '', method: 'demo' });
  }

  async demoPeople(): Promise<{ accountId: string; name: string; about: string; roles: Role[] }[]> {
    const people = await this.database.read.find(AccountRow, { where: { demoAbout: Not(IsNull()) }, order: { id: 'ASC' }, take: 50 });
    const members = await this.database.read.findBy(MembershipRow, { accountId: In(people.map(({ id }) => id)) });
    return people.map(({ id, name, demoAbout }) => ({ accountId: id, name, about: demoAbout ?? '', roles: members.find((member) => member.accountId === id)?.roles ?? [] }));
  }

  /** Makes an account with roles in the actor's organisation. */
  async invite(actor: Actor, input: NewAccount): Promise<AccountRow> {
    const { email, name, roles: held, password, demoAbout } = parseInput(newAccount, input, 'input');
    const passwordHash = password === undefined || password === null ? null : await hashPassword(password);
    const account = { id: newId(), email, name, passwordHash, demoAbout: demoAbout ?? null, createdAt: nowText() };
    await this.database.write(async (manager) => {
      if (!(await insertMember(manager, actor, account, held))) throw identityErrors.EMAIL_TAKEN({ path: ['input', 'email'] });
      await this.audit.record(manager, actor, { action: 'account.made', subject: { type: 'account', id: account.id, label: name }, after: { name, email, roles: held } });
    });
    return account;
  }

  /**
   * Who in the actor's organisation has this address, for whoever enrols people; a learner's account is made where nobody has.
   * Checked at once; the second step runs within the caller's transaction. An address of another organisation is taken, and no more is said of it.
   */
  learnerOf(actor: Actor, { email, name }: { email: string; name?: string | null }): (manager: EntityManager) => Promise<string> {
    const address = parseInput(newAccount.shape.email, email, 'input', 'email');
    return async (manager) => {
      const known = await memberOf(manager, actor.organisationId, 'a.email = :value', address);
      if (known !== null) return known.id;
      if (!actor.holdsScope('accounts')) throw identityErrors.FORBIDDEN({ says: 'Nobody has this address yet, and this API key lacks the scope "accounts".' });
      const account = { id: newId(), email: address, name: parseInput(newAccount.shape.name, name ?? '', 'input', 'name'), passwordHash: null, demoAbout: null, createdAt: nowText() };
      if (await insertMember(manager, actor, account, ['LEARNER'])) {
        await this.audit.record(manager, actor, { action: 'account.made', subject: { type: 'account', id: account.id, label: account.name }, after: { name: account.name, email: address, roles: ['LEARNER'] } });
        return account.id;
      }
      // Somebody else may have made the account in the same moment.
      const meanwhile = await memberOf(manager, actor.organisationId, 'a.email = :value', address);
      if (meanwhile === null) throw identityErrors.EMAIL_TAKEN({ path: ['input', 'email'] });
      return meanwhile.id;
    };
  }

  /** Makes nobody of a person of the actor's organisation: no name, no address, no way to sign in, no roles but a learner's. False where she belongs to another organisation too. */
  async anonymise(manager: EntityManager, actor: Actor, accountId: string): Promise<boolean> {
    if (await manager.countBy(MembershipRow, { accountId }) !== 1) return false;
    await manager.update(AccountRow, { id: accountId }, { name: `Erased person ${accountId.slice(-6)}`, email: `${accountId}@erased.invalid`, passwordHash: null, demoAbout: null });
    await manager.update(MembershipRow, { accountId, organisationId: actor.organisationId }, { roles: ['LEARNER'] });
    return true;
  }

  async createOrganisation(name: string): Promise<OrganisationRow> {
    const row = { id: newId(), name, createdAt: nowText() };
    await this.database.write((manager) => manager.insert(OrganisationRow, row));
    return row;
  }

  /** Whether nobody has an account yet. */
  async isEmpty(): Promise<boolean> { return !(await this.database.read.exists(AccountRow)); }

  organisation(actor: Actor): Promise<OrganisationRow | null> {
    return actor.loader('identity.organisation', async (ids) => byId(await this.database.read.findBy(OrganisationRow, { id: In([...ids]) }))).load(actor.organisationId);
  }

  /** An account of the actor's organisation; null where there is none with this id. Batched within a request. */
  account(actor: Actor, id: string): Promise<AccountRow | null> {
    return actor.loader('identity.account', async (ids) => byId(await this.database.read.createQueryBuilder(AccountRow, 'a')
      .innerJoin(MembershipRow, 'm', 'm.accountId = a.id AND m.organisationId = :organisation', { organisation: actor.organisationId })
      .where('a.id IN (:...ids)', { ids: [...ids] }).getMany())).load(id);
  }

  /** Begins a session of somebody who has shown who she is: in the organisation named, else in the one that she was in last. */
  async begin(accountId: string, how: Beginning, organisation: string | null = null): Promise<SignedIn> {
    const members = await this.database.read.find(MembershipRow, { where: { accountId }, order: { organisationId: 'ASC' } });
    const last = organisation ?? (members.length < 2 ? null : (await this.database.read.findOne(SessionRow, { where: { accountId }, order: { createdAt: 'DESC' } }))?.organisationId ?? null);
    const member = members.find(({ organisationId }) => organisationId === last) ?? (organisation === null ? members[0] : undefined);
    if (member === undefined) throw identityErrors.WRONG_CREDENTIALS();
    return { accountId, organisationId: member.organisationId, roles: member.roles, ...await this.sessions.begin(accountId, member.organisationId, how) };
  }

  /** Goes to another organisation of the person: a session there takes the place of this one. */
  async switchTo(actor: Actor, organisation: string, token: string | null, device: string): Promise<SignedIn> {
    if (!isId(organisation) || !(await this.database.read.existsBy(MembershipRow, { accountId: actor.accountId, organisationId: organisation }))) throw platformErrors.NOT_FOUND({ path: ['organisation'] });
    if (actor.vouched) throw identityErrors.FORBIDDEN({ says: 'You came in through the own sign-in of the organisation that you are in, which holds there alone. Sign in by password, passkey or a link in a mail to go to another.' });
    const method = await this.sessions.methodOf(token);
    const signedIn = await this.begin(actor.accountId, { device, method }, organisation);
    if (token !== null) await this.sessions.end(token);
    return signedIn;
  }
}

/** False where the address is taken, here or in another organisation. */
async function insertMember(manager: EntityManager, actor: Actor, account: AccountRow, held: Role[]): Promise<boolean> {
  await manager.createQueryBuilder().insert().into(AccountRow).values(account).orIgnore().execute();
  if (!(await manager.existsBy(AccountRow, { id: account.id }))) return false;
  await manager.insert(MembershipRow, { organisationId: actor.organisationId, accountId: account.id, roles: held });
  return true;
}

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> => new Map(rows.map((row) => [row.id, row]));
