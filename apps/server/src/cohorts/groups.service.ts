import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, staff } from '../identity/actor.js';
import { MembersService } from '../identity/members.service.js';
import { Commits } from '../learning/commits.js';
import { EnrollingService } from '../learning/enrolling.service.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { isId, newId } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { CohortStore } from './cohort-store.js';
import { type CohortRow, GroupFacilitatorRow, GroupRow } from './cohorts.entity.js';
import { cohortErrors } from './errors.js';
import { mostFacilitators } from './new-cohort.js';
import { shareOut, shuffled } from './share-out.js';

const groupName = z.string().trim().min(1, 'Give the group a name.').max(80, 'A name has at most 80 characters.');
/** Most groups of one cohort, most learners put into one at once, and most of a cohort that are shared out. */
const [mostGroups, mostAtOnce, largestCohort] = [100, 500, 5_000];

/** Groups within cohorts: who leads them, and who is in them. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly database: Database, private readonly store: CohortStore, private readonly members: MembersService, private readonly enrolments: EnrolmentsService, private readonly enrolling: EnrollingService,
    private readonly audit: AuditService, private readonly commits: Commits,
  ) {}

  /** A cohort's groups by name. Batched. */
  async of(actor: Actor, cohortId: string): Promise<GroupRow[]> { return await this.#loaders(actor).ofCohort.load(cohortId) ?? []; }

  /** A group of the actor's organisation. Batched. */
  group(actor: Actor, id: string): Promise<GroupRow | null> { return this.#loaders(actor).group.load(id); }

  /** How many people are in a group; the caller has found it for the actor. Batched. */
  async size(actor: Actor, groupId: string): Promise<number> { return await this.#loaders(actor).size.load(groupId) ?? 0; }

  /** The accounts that lead a group. Batched. */
  async facilitators(actor: Actor, groupId: string): Promise<string[]> { return await this.#loaders(actor).facilitators.load(groupId) ?? []; }

  async create(actor: Actor, cohortId: string, input: string): Promise<GroupRow> {
    const name = parseInput(groupName, input, 'name');
    return this.#changing(actor, cohortId, async (manager, cohort) => {
      if (await manager.countBy(GroupRow, { cohortId: cohort.id }) >= mostGroups) throw platformErrors.TOO_LARGE({ says: `A cohort has at most ${mostGroups} groups.`, path: ['name'] });
      await this.#ensureFree(manager, cohort.id, name, null);
      const row: GroupRow = { id: newId(), organisationId: actor.organisationId, cohortId: cohort.id, name };
      await manager.insert(GroupRow, row);
      await this.audit.record(manager, actor, { action: 'group.created', subject: subjectOf(cohort), after: { group: name } });
      return row;
    });
  }

  /** Renames a group, and says who leads it; what is left out stays. */
  async change(actor: Actor, groupId: string, input: { name?: string | null; facilitators?: readonly string[] | null }): Promise<GroupRow> {
    const group = await this.#found(actor, groupId);
    const name = input.name === undefined || input.name === null ? group.name : parseInput(groupName, input.name, 'name');
    const led = input.facilitators === undefined || input.facilitators === null ? null : [...new Set(input.facilitators)];
    if (led !== null) await this.#ensureStaff(actor, led);
    return this.#changing(actor, group.cohortId, async (manager, cohort) => {
      if (name !== group.name) await this.#ensureFree(manager, cohort.id, name, group.id);
      await manager.update(GroupRow, { id: group.id }, { name });
      const before = (await manager.findBy(GroupFacilitatorRow, { groupId: group.id })).map(({ accountId }) => accountId);
      if (led !== null) {
        await manager.delete(GroupFacilitatorRow, { groupId: group.id });
        if (led.length > 0) await manager.insert(GroupFacilitatorRow, led.map((accountId) => ({ groupId: group.id, accountId })));
      }
      await this.audit.record(manager, actor, { action: 'group.changed', subject: subjectOf(cohort), before: { group: group.name, facilitators: before }, after: { group: name, facilitators: led ?? before } });
      return { ...group, name };
    });
  }

  /** Takes a group away; whoever is in it is in none. Gives its cohort. */
  async remove(actor: Actor, groupId: string): Promise<string> {
    const group = await this.#found(actor, groupId);
    const changed = await this.#changing(actor, group.cohortId, async (manager, cohort) => {
      const ids = (await this.enrolling.inGroup(manager, group.id)).map(({ id }) => id);
      await this.enrolling.set(manager, ids, { groupId: null });
      await manager.delete(GroupFacilitatorRow, { groupId: group.id });
      await manager.delete(GroupRow, { id: group.id });
      await this.audit.record(manager, actor, { action: 'group.removed', subject: subjectOf(cohort), before: { group: group.name, learners: ids.length } });
      return ids;
    });
    await this.#told(group.cohortId, changed);
    return group.cohortId;
  }

  /** Puts learners of one cohort into a group, or (null) into none. */
  async assign(actor: Actor, cohortId: string, enrolmentIds: readonly string[], groupId: string | null): Promise<void> {
    if (enrolmentIds.length === 0 || enrolmentIds.length > mostAtOnce) throw platformErrors.BAD_INPUT({ says: `Name from 1 to ${mostAtOnce} learners.`, path: ['enrolments'] });
    const group = groupId === null ? null : await this.#found(actor, groupId);
    if (group !== null && group.cohortId !== cohortId) throw platformErrors.NOT_FOUND({ path: ['group'] });
    const rows = await this.enrolments.many(actor, enrolmentIds.filter(isId));
    const strange = enrolmentIds.findIndex((id) => rows.every((row) => row.id !== id || row.cohortId !== cohortId));
    if (strange !== -1) throw platformErrors.NOT_FOUND({ path: ['enrolments', String(strange)] });
    const changed = await this.#changing(actor, cohortId, async (manager, cohort) => {
      const all = await this.enrolling.ofMembers(manager, cohort.id, [...new Set(rows.map(({ accountId }) => accountId))]);
      const moved = all.filter((row) => row.groupId !== (group?.id ?? null)).map(({ id }) => id);
      if (moved.length === 0) return moved;
      await this.enrolling.set(manager, moved, { groupId: group?.id ?? null });
      await this.audit.record(manager, actor, { action: 'group.assigned', subject: subjectOf(cohort), after: { group: group?.name ?? null, enrolments: moved } });
      return moved;
    });
    await this.#told(cohortId, changed);
  }

  /** Shares a cohort's learners out among its groups, evenly and at random: all of them, or those who are in none. Gives how many came into another. */
  async shareOut(actor: Actor, cohortId: string, everybody: boolean): Promise<number> {
    const { ids, moved } = await this.#changing(actor, cohortId, async (manager, cohort) => {
      const groups = await manager.findBy(GroupRow, { cohortId: cohort.id });
      if (groups.length === 0) throw cohortErrors.NO_GROUPS({ path: ['cohort'] });
      const rows = await this.enrolling.membersOf(manager, cohort.id, largestCohort);
      const now = new Map(rows.map(({ accountId, groupId }) => [accountId, groupId]));
      const people = [...now].filter(([, groupId]) => everybody || groupId === null).map(([accountId]) => accountId);
      const given = shareOut(shuffled(people, (below) => randomInt(below)), new Map(shuffled(groups, (below) => randomInt(below)).map(({ id }) => [id, everybody ? 0 : [...now.values()].filter((groupId) => groupId === id).length])));
      const changed = [...given].filter(([accountId, group]) => now.get(accountId) !== group);
      const done: string[] = [];
      for (const { id: group } of groups) {
        const accounts = new Set(changed.filter(([, to]) => to === group).map(([accountId]) => accountId));
        const own = rows.filter(({ accountId }) => accounts.has(accountId)).map(({ id }) => id);
        await this.enrolling.set(manager, own, { groupId: group });
        done.push(...own);
      }
      await this.audit.record(manager, actor, { action: 'group.shared-out', subject: subjectOf(cohort), after: { everybody, learners: changed.length } });
      return { ids: done, moved: changed.length };
    });
    await this.#told(cohortId, ids);
    return moved;
  }

  #loaders(actor: Actor) {
    return {
      ofCohort: actor.loader('cohorts.groups', async (ids) => {
        const rows = await this.database.read.findBy(GroupRow, { cohortId: In([...ids]), organisationId: actor.organisationId });
        return new Map(ids.map((id) => [id, byName(rows.filter(({ cohortId: of }) => of === id))]));
      }),
      group: actor.loader('cohorts.group', async (ids) => new Map((await this.database.read.findBy(GroupRow, { id: In(ids.filter(isId)), organisationId: actor.organisationId })).map((row) => [row.id, row]))),
      size: actor.loader('cohorts.group-sizes', (ids) => this.enrolments.inGroups(ids)),
      facilitators: actor.loader('cohorts.group-facilitators', async (ids) => {
        const rows = await this.database.read.find(GroupFacilitatorRow, { where: { groupId: In([...ids]) }, order: { accountId: 'ASC' } });
        return new Map(ids.map((id) => [id, rows.filter((row) => row.groupId === id).map(({ accountId }) => accountId)]));
      }),
    };
  }

  async #changing<T>(actor: Actor, cohortId: string, work: (manager: EntityManager, cohort: CohortRow) => Promise<T>): Promise<T> {
    const done = await this.database.write(async (manager) => {
      const cohort = await this.store.locked(manager, actor, cohortId);
      if (cohort.archivedAt !== null) throw cohortErrors.COHORT_ARCHIVED({ path: ['cohort'] });
      return work(manager, cohort);
    });
    // What this request has read of groups is old.
    for (const loader of Object.values(this.#loaders(actor))) loader.clearAll();
    return done;
  }

  async #told(cohortId: string, enrolmentIds: readonly string[]): Promise<void> {
    await this.enrolling.changed(enrolmentIds);
    this.commits.tell(cohortId, null);
  }

  async #found(actor: Actor, id: string): Promise<GroupRow> {
    const row = await this.group(actor, id);
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['group'] });
    return row;
  }

  async #ensureFree(manager: EntityManager, cohortId: string, name: string, own: string | null): Promise<void> {
    const same = (await manager.findBy(GroupRow, { cohortId })).find((row) => row.id !== own && row.name.toLocaleLowerCase() === name.toLocaleLowerCase());
    if (same !== undefined) throw cohortErrors.GROUP_NAME_TAKEN({ path: ['name'] });
  }

  async #ensureStaff(actor: Actor, ids: readonly string[]): Promise<void> {
    if (ids.length > mostFacilitators) throw platformErrors.BAD_INPUT({ says: `At most ${mostFacilitators} people lead a group.`, path: ['facilitators'] });
    const held = await this.members.rolesOf(actor, ids);
    for (const [index, id] of ids.entries()) if (!(held.get(id) ?? []).some((role) => staff.some((one) => one === role))) throw cohortErrors.NOT_STAFF({ says: 'Only staff of your organisation can lead a group.', path: ['facilitators', String(index)] });
  }
}

const collator = new Intl.Collator('en', { numeric: true });
const byName = (rows: GroupRow[]): GroupRow[] => rows.toSorted((a, b) => collator.compare(a.name, b.name));
const subjectOf = ({ id, name }: CohortRow) => ({ type: 'cohort', id, label: name });
