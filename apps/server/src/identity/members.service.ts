import { Injectable } from '@nestjs/common';
import { Brackets, type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { type Actor, type Role, roles } from './actor.js';
import { identityErrors } from './errors.js';
import { AccountRow, MembershipRow, OrganisationRow } from './identity.entity.js';
import { SessionsService } from './sessions.service.js';

/** A row of the list of people. `sortedBy` is what the database orders it by, for the cursor. */
export interface MemberRow { account: AccountRow; roles: Role[]; sortedBy: string }
/** What somebody may be made. */
export const someRoles = z.array(z.enum(roles)).min(1, 'Give at least one role.').transform((list) => [...new Set(list)]);

/** The people of an organisation and their roles. */
@Injectable()
export class MembersService {
  constructor(private readonly database: Database, private readonly sessions: SessionsService, private readonly audit: AuditService) {}

  /** A page of the actor's organisation by name, of those whose name or address contains `search`; one row more where more follow. */
  async page(actor: Actor, search: string, { first, after }: Page): Promise<{ rows: MemberRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(AccountRow, 'a')
      .innerJoin(MembershipRow, 'm', 'm.accountId = a.id AND m.organisationId = :organisation', { organisation: actor.organisationId });
    if (search.trim() !== '') query.andWhere(contains(search.trim()));
    const total = await query.getCount();
    if (after !== null) query.andWhere('(LOWER(a.name), a.id) > (:name, :id)', { name: after[0], id: after[1] });
    const { entities, raw } = await query.addSelect('LOWER(a.name)', 'sorted_by').addSelect('m.roles', 'held')
      .orderBy('sorted_by').addOrderBy('a.id').limit(first + 1).getRawAndEntities<{ sorted_by: string; held: string }>();
    const rows = entities.flatMap((account, index) => {
      const more = raw[index];
      return more === undefined ? [] : [{ account, roles: JSON.parse(more.held) as Role[], sortedBy: more.sorted_by }];
    });
    return { rows, total };
  }

  /** The roles of some people of the actor's organisation, by account; who is none of it is left out. */
  async rolesOf(actor: Actor, accounts: readonly string[]): Promise<Map<string, readonly Role[]>> {
    const ids = accounts.filter(isId);
    const rows = ids.length === 0 ? [] : await this.database.read.findBy(MembershipRow, { organisationId: actor.organisationId, accountId: In(ids) });
    return new Map(rows.map(({ accountId, roles: held }) => [accountId, held]));
  }

  /** People of the actor's organisation who have one of some roles, by name: those whose name or address contains `search`. */
  async withRoles(actor: Actor, search: string, wanted: readonly Role[], most: number): Promise<AccountRow[]> {
    const query = this.database.read.createQueryBuilder(AccountRow, 'a')
      .innerJoin(MembershipRow, 'm', 'm.accountId = a.id AND m.organisationId = :organisation', { organisation: actor.organisationId })
      .andWhere(new Brackets((either) => { for (const role of wanted) either.orWhere(`m.roles LIKE :${role}`, { [role]: `%"${role}"%` }); }));
    if (search.trim() !== '') query.andWhere(contains(search.trim()));
    return query.orderBy('a.name').addOrderBy('a.id').limit(most).getMany();
  }

  /** Gives somebody of the actor's organisation these roles instead of those held. Somebody must remain who is an administrator. */
  async setRoles(actor: Actor, accountId: string, wanted: Role[]): Promise<Omit<MemberRow, 'sortedBy'>> {
    const held = parseInput(someRoles, wanted, 'roles');
    const organisationId = actor.organisationId;
    const account = await this.database.write(async (manager) => {
      // Whoever takes this row decides alone: two administrators can't take the role from each other at once.
      await manager.update(OrganisationRow, { id: organisationId }, { name: () => 'name' });
      const found = await memberOf(manager, organisationId, 'a.id = :value', accountId);
      if (found === null) throw platformErrors.NOT_FOUND({ path: ['account'] });
      if (!held.includes('ADMINISTRATOR')) await keepOneAdministrator(manager, organisationId, accountId);
      const before = await manager.findOneByOrFail(MembershipRow, { organisationId, accountId });
      await manager.update(MembershipRow, { organisationId, accountId }, { roles: held });
      await this.audit.record(manager, actor, { action: 'roles.changed', subject: { type: 'account', id: accountId, label: found.name }, before: before.roles, after: held });
      return found;
    });
    await this.sessions.forget();
    return { account, roles: held };
  }
}

/** The account for which `where` holds of `:value`, if it belongs to the organisation. */
export function memberOf(manager: EntityManager, organisation: string, where: string, value: string): Promise<AccountRow | null> {
  return manager.createQueryBuilder(AccountRow, 'a')
    .innerJoin(MembershipRow, 'm', 'm.accountId = a.id AND m.organisationId = :organisation', { organisation })
    .where(where, { value }).getOne();
}

async function keepOneAdministrator(manager: EntityManager, organisation: string, leaving: string): Promise<void> {
  const others = await manager.createQueryBuilder(MembershipRow, 'm').where('m.organisationId = :organisation AND m.accountId <> :leaving', { organisation, leaving })
    .andWhere('m.roles LIKE :role', { role: '%"ADMINISTRATOR"%' }).getCount();
  if (others === 0) throw identityErrors.LAST_ADMINISTRATOR({ path: ['roles'] });
}

/** SQLite knows capital letters of ASCII only, so the ways in which a name may be written are asked for each. */
function contains(search: string): Brackets {
  const lower = search.toLocaleLowerCase();
  const forms = new Set([search, lower, lower.toLocaleUpperCase(), lower.replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toLocaleUpperCase())]);
  return new Brackets((either) => {
    either.where('a.email LIKE :email ESCAPE \'!\'', { email: pattern(lower) });
    for (const [index, form] of [...forms].entries()) either.orWhere(`a.name LIKE :form${index} ESCAPE '!'`, { [`form${index}`]: pattern(form) });
    either.orWhere('LOWER(a.name) LIKE :lower ESCAPE \'!\'', { lower: pattern(lower) });
  });
}
const pattern = (text: string) => `%${text.replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
