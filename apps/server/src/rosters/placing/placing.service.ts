import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { CohortRolls } from '../../cohorts/rolls.service.js';
import type { Actor } from '../../identity/actor.js';
import { NewcomersService } from '../../identity/newcomers.service.js';
import { isEmpty, noLicence } from '../../profiles/licence.js';
import { ProfilesService } from '../../profiles/profiles.service.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import type { RosterPerson } from '../mapping/read-person.js';
import { ExternalIdRow } from '../rosters.entity.js';
import { type Plan, type PlanSetting, type Roll, type RollPerson } from './plan.js';

const atOnce = 1_000;
/** What became of a plan: whose it is, and where her place is. */
export interface Placed { accountId: string | null; enrolmentId: string | null }

/** Knows who is there, and writes what was planned for many people. */
@Injectable()
export class PlacingService {
  constructor(private readonly database: Database, private readonly newcomers: NewcomersService, private readonly profiles: ProfilesService, private readonly rolls: CohortRolls) {}

  /** What an actor may do by a roster. */
  settingOf(actor: Actor, cohortId: string | null, mayMakeAccounts: boolean): PlanSetting {
    return { cohortId, mayMakeAccounts, mayGiveRoles: mayMakeAccounts && actor.has('ADMINISTRATOR'), newId };
  }

  /** All that has to be known to plan for these people, in a bounded number of statements. */
  async roll(manager: EntityManager, organisationId: string, people: readonly RosterPerson[], cohortId: string | null): Promise<Roll> {
    const { known, taken } = await this.newcomers.byEmail(manager, organisationId, [...new Set(people.map(({ email }) => email))]);
    const external = await this.#externalIds(manager, organisationId, people.flatMap(({ externalId }) => (externalId === null ? [] : [externalId])));
    const emails = new Map(known.map((person) => [person.accountId, person]));
    const others = await this.newcomers.byId(manager, organisationId, [...new Set(external.map(({ accountId }) => accountId))].filter((id) => !emails.has(id)));
    const all = [...known, ...others];
    const ids = all.map(({ accountId }) => accountId);
    const licences = await this.profiles.known(manager, organisationId, ids);
    const ownIds = await this.#externalIdsOf(manager, organisationId, ids);
    const persons = new Map(all.map((person): [string, RollPerson] => [person.accountId, { ...person, licence: licences.get(person.accountId) ?? noLicence, externalIds: ownIds.get(person.accountId) ?? new Set() }]));

    const cohortsByName = new Map<string, string[]>();
    if (people.some(({ cohort }) => cohort !== null)) {
      for (const { id, name } of await this.rolls.named(manager, organisationId)) cohortsByName.set(name.toLowerCase(), [...(cohortsByName.get(name.toLowerCase()) ?? []), id]);
    }
    const named = people.flatMap(({ cohort }) => (cohort === null ? [] : [cohort, ...(cohortsByName.get(cohort.toLowerCase()) ?? [])]));
    const cohorts = await this.rolls.cohorts(manager, organisationId, [...new Set([...named, ...(cohortId === null ? [] : [cohortId])])]);
    const places = await this.rolls.places(manager, organisationId, ids, cohorts.map(({ id }) => id));
    return {
      byEmail: new Map([...persons.values()].map((person) => [person.email, person])),
      byExternalId: new Map([...persons.values()].flatMap((person) => [...person.externalIds].map((id): [string, RollPerson] => [id, person]))),
      taken, cohortsByName,
      cohorts: new Map(cohorts.map(({ id, name, endsOn, archivedAt, left }) => [id, { id, name, endsOn, closed: archivedAt === null ? null : `“${name}” is archived: nobody joins it.`, left }])),
      waiting: await this.rolls.waiting(manager, ids, cohorts.map(({ id }) => id)),
      places: new Map(places.map((place) => [`${place.accountId} ${place.cohortId ?? ''}`, { id: place.id, dueOn: place.dueOn }])),
    };
  }

  /** Nobody else brings people into the cohorts of these rows until the transaction ends. */
  async lock(manager: EntityManager, organisationId: string, people: readonly RosterPerson[], cohortId: string | null): Promise<void> {
    const names = new Set(people.flatMap(({ cohort }) => (cohort === null ? [] : [cohort.toLowerCase()])));
    const named = names.size === 0 ? [] : (await this.rolls.named(manager, organisationId)).filter(({ id, name }) => names.has(name.toLowerCase()) || names.has(id));
    await this.rolls.lock(manager, organisationId, [...named.map(({ id }) => id), ...(cohortId === null ? [] : [cohortId])]);
  }

  /** Writes what was planned, in few statements; answers in the same order. Throws CONFLICT where an address was taken meanwhile. */
  async write(manager: EntityManager, organisationId: string, plans: readonly Plan[]): Promise<Placed[]> {
    const good = plans.flatMap((plan) => (plan.outcome === 'REFUSED' ? [] : [plan]));
    // Somebody may stand in several rows: what the last of them says of her holds.
    const last = new Map(good.map((plan) => [plan.person.accountId, plan.person]));
    const fresh = good.filter(({ isNew }) => isNew).map(({ person }) => ({ ...person, ...last.get(person.accountId) }));
    if (!(await this.newcomers.add(manager, organisationId, fresh))) throw platformErrors.CONFLICT();
    const changed = (field: string) => new Set(good.filter(({ changes }) => changes.some((change) => change.field.startsWith(field))).map(({ person }) => person.accountId));
    const made = new Set(fresh.map(({ accountId }) => accountId));
    const [roles, licences] = [changed('role'), changed('licence')];
    await this.newcomers.setRoles(manager, organisationId, [...last.values()].filter(({ accountId }) => roles.has(accountId) && !made.has(accountId)));
    await this.profiles.store(manager, organisationId, [...last.values()].filter(({ accountId, licence }) => (licences.has(accountId) || made.has(accountId)) && !isEmpty(licence)));
    await this.#keepExternalIds(manager, organisationId, [...last.values()]);
    return this.#places(manager, organisationId, plans);
  }

  async #places(manager: EntityManager, organisationId: string, plans: readonly Plan[]): Promise<Placed[]> {
    const wanted = plans.flatMap((plan) => (plan.outcome === 'REFUSED' || !plan.newPlace || plan.cohort === null ? [] : [{ accountId: plan.person.accountId, cohortId: plan.cohort.id, dueOn: plan.dueOn }]));
    const cohorts = new Map((await this.rolls.cohorts(manager, organisationId, [...new Set(wanted.map(({ cohortId }) => cohortId))])).map((cohort) => [cohort.id, cohort]));
    const made = await this.rolls.add(manager, organisationId, wanted.flatMap(({ cohortId, ...place }) => {
      const cohort = cohorts.get(cohortId);
      return cohort === undefined ? [] : [{ ...place, cohort }];
    }));
    await this.rolls.wait(manager, organisationId, plans.flatMap((plan) => (plan.outcome === 'REFUSED' || !plan.waits || plan.cohort === null ? [] : [{ accountId: plan.person.accountId, cohortId: plan.cohort.id, dueOn: plan.dueOn }])));
    const ids = new Map(made.map(({ id, accountId, cohortId }) => [`${accountId} ${cohortId ?? ''}`, id]));
    const due: { id: string; dueOn: string | null }[] = [];
    const placed = plans.map((plan): Placed => {
      if (plan.outcome === 'REFUSED') return { accountId: null, enrolmentId: null };
      const enrolmentId = plan.place?.id ?? (plan.cohort === null ? null : ids.get(`${plan.person.accountId} ${plan.cohort.id}`) ?? null);
      if (enrolmentId !== null && plan.changes.some(({ field }) => field === 'dueOn')) due.push({ id: enrolmentId, dueOn: plan.dueOn });
      return { accountId: plan.person.accountId, enrolmentId };
    });
    await this.rolls.setDue(manager, organisationId, due);
    return placed;
  }

  async #externalIds(manager: EntityManager, organisationId: string, ids: readonly string[]): Promise<ExternalIdRow[]> {
    const found: ExternalIdRow[] = [];
    for (let from = 0; from < ids.length; from += atOnce) found.push(...await manager.findBy(ExternalIdRow, { organisationId, externalId: In(ids.slice(from, from + atOnce)) }));
    return found;
  }

  async #externalIdsOf(manager: EntityManager, organisationId: string, accountIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const found = new Map<string, Set<string>>();
    for (let from = 0; from < accountIds.length; from += atOnce) {
      for (const { accountId, externalId } of await manager.findBy(ExternalIdRow, { organisationId, accountId: In(accountIds.slice(from, from + atOnce)) })) found.set(accountId, (found.get(accountId) ?? new Set()).add(externalId));
    }
    return found;
  }

  async #keepExternalIds(manager: EntityManager, organisationId: string, people: readonly RollPerson[]): Promise<void> {
    const rows = people.flatMap(({ accountId, externalIds }) => [...externalIds].map((id) => ({ organisation_id: organisationId, external_id: id, account_id: accountId })));
    await this.database.insertMany(manager, 'roster_external_id', rows, '("organisation_id", "external_id") DO NOTHING');
  }
}
