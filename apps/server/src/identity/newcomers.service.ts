import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { newId, nowText } from '../platform/ids.js';
import type { Role } from './actor.js';
import { AccountRow, MembershipRow, SessionRow } from './identity.entity.js';
import { SessionsService } from './sessions.service.js';

/** Somebody of an organisation, as whoever brings many people in needs to know her. */
export interface KnownPerson { accountId: string; email: string; name: string; roles: readonly Role[] }
const atOnce = 1_000;

/** Accounts for many people at once, within the caller's transaction. The caller has checked who may, and what was given. */
@Injectable()
export class NewcomersService {
  constructor(private readonly database: Database, private readonly sessions: SessionsService) {}

  /** Who of the organisation has these addresses (lower case), and which of them belong to somebody else's. */
  async byEmail(manager: EntityManager, organisationId: string, emails: readonly string[]): Promise<{ known: KnownPerson[]; taken: Set<string> }> {
    const found: { known: KnownPerson[]; taken: Set<string> } = { known: [], taken: new Set() };
    for (let from = 0; from < emails.length; from += atOnce) {
      const accounts = await manager.findBy(AccountRow, { email: In(emails.slice(from, from + atOnce)) });
      const known = await this.#members(manager, organisationId, accounts);
      found.known.push(...known);
      const ids = new Set(known.map(({ accountId }) => accountId));
      for (const { id, email } of accounts) if (!ids.has(id)) found.taken.add(email);
    }
    return found;
  }

  /** The people of the organisation with these accounts. */
  async byId(manager: EntityManager, organisationId: string, accountIds: readonly string[]): Promise<KnownPerson[]> {
    const found: KnownPerson[] = [];
    for (let from = 0; from < accountIds.length; from += atOnce) found.push(...await this.#members(manager, organisationId, await manager.findBy(AccountRow, { id: In(accountIds.slice(from, from + atOnce)) })));
    return found;
  }

  /** Makes accounts and memberships. False where an address was taken meanwhile: the transaction is to be given up then. */
  async add(manager: EntityManager, organisationId: string, people: readonly KnownPerson[]): Promise<boolean> {
    const at = nowText();
    await this.database.insertMany(manager, 'account', people.map(({ accountId, email, name }) => ({ id: accountId, email, name, created_at: at })), '("email") DO NOTHING');
    for (let from = 0; from < people.length; from += atOnce) {
      const part = people.slice(from, from + atOnce);
      if (await manager.countBy(AccountRow, { id: In(part.map(({ accountId }) => accountId)) }) !== part.length) return false;
    }
    await this.database.insertMany(manager, 'membership', people.map(({ accountId, roles }) => ({ organisation_id: organisationId, account_id: accountId, roles: JSON.stringify(roles) })));
    return true;
  }

  /**
   * Somebody who has shown that the address is hers joins: the account is made where there is none, gets a password where it
   * has none, and the roles beside those held. Gives the account.
   */
  async join(manager: EntityManager, organisationId: string, { email, name, roles, passwordHash }: { email: string; name: string; roles: readonly Role[]; passwordHash: string | null }): Promise<string> {
    await manager.createQueryBuilder().insert().into(AccountRow).values({ id: newId(), email, name, passwordHash, demoAbout: null, createdAt: nowText() }).orIgnore().execute();
    const account = await manager.findOneByOrFail(AccountRow, { email });
    if (account.passwordHash === null && passwordHash !== null) await manager.update(AccountRow, { id: account.id }, { passwordHash });
    const member = await manager.findOneBy(MembershipRow, { organisationId, accountId: account.id });
    if (member === null) await manager.insert(MembershipRow, { organisationId, accountId: account.id, roles: [...roles] });
    else await manager.update(MembershipRow, { organisationId, accountId: account.id }, { roles: [...new Set([...member.roles, ...roles])] });
    void this.sessions.forget();
    return account.id;
  }

  /** Who of some people of the organisation has no way in yet: no password, and no session, at most `most`; and how many there are. */
  async withoutWayIn(organisationId: string, accountIds: readonly string[], most: number): Promise<{ people: KnownPerson[]; total: number }> {
    const found: KnownPerson[] = [];
    for (let from = 0; from < accountIds.length; from += atOnce) {
      const accounts = await this.database.read.findBy(AccountRow, { id: In(accountIds.slice(from, from + atOnce)), passwordHash: IsNull(), demoAbout: IsNull() });
      const inside = new Set((await this.database.read.find(SessionRow, { where: { accountId: In(accounts.map(({ id }) => id)) }, select: { accountId: true } })).map(({ accountId }) => accountId));
      found.push(...await this.#members(this.database.read, organisationId, accounts.filter(({ id }) => !inside.has(id))));
    }
    return { people: found.slice(0, most), total: found.length };
  }

  /** Gives people of the organisation these roles instead of those held. */
  async setRoles(manager: EntityManager, organisationId: string, people: readonly { accountId: string; roles: readonly Role[] }[]): Promise<void> {
    for (const { accountId, roles } of people) await manager.update(MembershipRow, { organisationId, accountId }, { roles: [...roles] });
    if (people.length > 0) this.sessions.forget();
  }

  async #members(manager: EntityManager, organisationId: string, accounts: readonly AccountRow[]): Promise<KnownPerson[]> {
    if (accounts.length === 0) return [];
    const roles = new Map((await manager.findBy(MembershipRow, { organisationId, accountId: In(accounts.map(({ id }) => id)) })).map((row) => [row.accountId, row.roles]));
    return accounts.flatMap(({ id, email, name }) => {
      const held = roles.get(id);
      return held === undefined ? [] : [{ accountId: id, email, name, roles: held }];
    });
  }
}
