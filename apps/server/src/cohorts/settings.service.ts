import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type Actor, roles } from '../identity/actor.js';
import { CohortRolesService } from '../identity/cohort-roles/cohort-roles.service.js';
import { IdentityService } from '../identity/identity.service.js';
import { MembersService } from '../identity/members.service.js';
import { EnrollingService } from '../learning/enrolling.service.js';
import { ReleasesService } from '../learning/release/releases.service.js';
import { Database } from '../platform/database/database.js';
import type { Page } from '../platform/graphql/connection.js';
import { nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { CohortStore } from './cohort-store.js';
import { CohortChangeRow, type CohortRow, FacilitatorRow } from './cohorts.entity.js';
import { cohortErrors } from './errors.js';
import { PlacesService } from './places.service.js';
import { type CohortSettings, cohortSettings } from './new-cohort.js';
import { changesBetween } from './setting-words.js';

/** What a coordinator sets of a cohort. */
@Injectable()
export class SettingsService {
  constructor(private readonly database: Database, private readonly store: CohortStore, private readonly identity: IdentityService, private readonly members: MembersService, private readonly enrolling: EnrollingService, private readonly places: PlacesService, private readonly roles: CohortRolesService, private readonly releases: ReleasesService) {}

  /** Changes what `input` names, of the revision that was seen. */
  async update(actor: Actor, id: string, revision: number, input: CohortSettings): Promise<CohortRow> {
    const { facilitators, ...settings } = parseInput(cohortSettings, input, 'input');
    if (facilitators !== undefined) await this.#checkLeaders(actor, id, facilitators);
    const led = facilitators === undefined ? [] : changesBetween({ facilitators: await this.#names(actor, (await this.database.read.findBy(FacilitatorRow, { cohortId: id })).map(({ accountId }) => accountId)) }, { facilitators: await this.#names(actor, facilitators) });
    const columns = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Partial<CohortRow>;
    const entered: string[] = [];
    const saved = await this.store.change(actor, id, revision, async (cohort, manager) => {
      const next = { ...cohort, ...columns };
      if (next.startsOn !== null && next.endsOn !== null && next.endsOn < next.startsOn) throw cohortErrors.DATES_REVERSED({ path: ['input', 'endsOn'] });
      const changes = [...changesBetween(wordsOf(cohort), wordsOf(next)), ...led];
      if (facilitators !== undefined) await this.#lead(manager, cohort, facilitators);
      // Who has the cohort's last day as her due day has the new one; a day of her own stays.
      if (next.endsOn !== cohort.endsOn) await this.enrolling.moveDueDays(manager, cohort.id, cohort.endsOn, next.endsOn);
      if (next.startsOn !== cohort.startsOn || next.timeZone !== cohort.timeZone) await this.releases.follow(manager, cohort.id, { startsOn: next.startsOn, timeZone: next.timeZone });
      // More places, or a rule that gives them away: whoever waits has one at once.
      entered.push(...await this.places.fill(manager, actor, next, new Date()));
      return { columns, changes };
    });
    if (facilitators !== undefined) await this.roles.forget();
    await this.releases.changed(id);
    await this.enrolling.changed(entered);
    return saved;
  }

  /** Makes a cohort read only and takes it off the lists; its learners go on. */
  archive(actor: Actor, id: string, archived: boolean): Promise<CohortRow> {
    return this.store.change(actor, id, null, async (cohort) => {
      if ((cohort.archivedAt !== null) === archived) return { changes: [] };
      return { columns: { archivedAt: archived ? nowText() : null }, changes: [{ field: 'archived', before: archived ? 'no' : 'yes', after: archived ? 'yes' : 'no' }] };
    }, { archived: true });
  }

  /** The accounts that lead a cohort. Batched. */
  async facilitators(actor: Actor, cohortId: string): Promise<string[]> {
    const found = await actor.loader('cohorts.facilitators', async (ids) => {
      const rows = await this.database.read.find(FacilitatorRow, { where: { cohortId: In([...ids]) }, order: { accountId: 'ASC' } });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.cohortId === id).map(({ accountId }) => accountId)]));
    }).load(cohortId);
    return found ?? [];
  }

  /** What was changed, newest first; the caller has found the cohort for the actor. */
  async changes(cohortId: string, { first, after }: Page): Promise<{ rows: CohortChangeRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(CohortChangeRow, 'c').where('c.cohortId = :cohortId', { cohortId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('c.revision < :revision', { revision: after[0] });
    return { rows: await query.orderBy('c.revision', 'DESC').take(first + 1).getMany(), total };
  }

  /** Who could lead a cohort or have another role in it, by name: anybody of the organisation; whoever learns in it is refused. */
  candidates(actor: Actor, search: string) { return this.members.withRoles(actor, search, roles, 20); }

  async #checkLeaders(actor: Actor, cohortId: string, ids: readonly string[]): Promise<void> {
    const held = await this.members.rolesOf(actor, ids);
    for (const [index, id] of ids.entries()) if (!held.has(id)) throw cohortErrors.NOT_STAFF({ path: ['input', 'facilitators', String(index)] });
    const learning = await this.enrolling.learnersAmong(cohortId, ids);
    for (const [index, id] of ids.entries()) if (learning.has(id)) throw cohortErrors.LEARNS_HERE({ path: ['input', 'facilitators', String(index)] });
  }

  async #lead(manager: EntityManager, { id, organisationId }: CohortRow, ids: readonly string[]): Promise<void> {
    await manager.delete(FacilitatorRow, { cohortId: id });
    if (ids.length > 0) await manager.insert(FacilitatorRow, ids.map((accountId) => ({ cohortId: id, accountId })));
    await this.roles.set(manager, organisationId, id, 'FACILITATOR', ids);
  }

  async #names(actor: Actor, ids: readonly string[]): Promise<string | null> {
    const names = await Promise.all(ids.map(async (id) => (await this.identity.account(actor, id))?.name ?? 'somebody who is here no more'));
    return names.length === 0 ? null : names.toSorted().join(', ');
  }
}

const wordsOf = ({ name, startsOn, endsOn, timeZone, capacity, price, discussionUrl, fills }: CohortRow): Record<string, string | null> => ({ name, startsOn, endsOn, timeZone, capacity: capacity === null ? null : String(capacity), price, discussionUrl, fills: fills === 'FIRST' ? 'the first in line' : 'whom staff choose' });
