import { Injectable } from '@nestjs/common';
import { daysAfter, daysBetween, type ReleaseRule } from '@preceptor/tracking';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { CohortRolesService } from '../identity/cohort-roles/cohort-roles.service.js';
import { ReleasesService } from '../learning/release/releases.service.js';
import { newId, nowText } from '../platform/ids.js';
import { CohortRow, DeadlineRow, FacilitatorRow, GroupFacilitatorRow, GroupRow } from './cohorts.entity.js';

type Days = Pick<CohortRow, 'startsOn' | 'endsOn'>;
/** How far everything moves, and where the first and last day come to lie. */
export interface ClonedDays extends Days { by: number }

export interface ClonedRelease { courseId: string; rule: ReleaseRule; timeZone: string }

/** What cohorts themselves bring along when one is made like another. */
@Injectable()
export class CloningService {
  constructor(private readonly releases: ReleasesService, private readonly audit: AuditService, private readonly roles: CohortRolesService) {}

  /** All days move by as many as the first one does; where one of the two has none, they stay. */
  days({ startsOn: from, endsOn }: Days, startsOn: string | null): ClonedDays {
    const by = from === null || startsOn === null ? 0 : daysBetween(from, startsOn);
    return { by, startsOn, endsOn: endsOn === null ? null : daysAfter(endsOn, by) };
  }

  /** The rules of release by course as they will be. */
  async release(actor: Actor, id: string, by: number): Promise<ClonedRelease[]> {
    return (await this.releases.ofCohorts(actor, id)).map(({ courseId, rule, timeZone }) => ({ courseId, rule: moved(rule, by), timeZone }));
  }

  /** Writes the new cohort: settings, who leads it, its rules of release and its due days; nobody who is in it. Within the caller's transaction. */
  async copy(manager: EntityManager, actor: Actor, from: CohortRow, name: string, { by, startsOn, endsOn }: ClonedDays, releases: readonly ClonedRelease[]): Promise<CohortRow> {
    const row: CohortRow = { ...from, id: newId(), name, startsOn, endsOn, createdAt: nowText(), revision: 1, archivedAt: null };
    await manager.insert(CohortRow, row);
    const deadlines = await manager.findBy(DeadlineRow, { cohortId: from.id });
    if (deadlines.length > 0) await manager.insert(DeadlineRow, deadlines.map((each) => ({ ...each, cohortId: row.id, dueOn: daysAfter(each.dueOn, by) })));
    const leading = await manager.findBy(FacilitatorRow, { cohortId: from.id });
    if (leading.length > 0) await manager.insert(FacilitatorRow, leading.map(({ accountId }) => ({ cohortId: row.id, accountId })));
    await this.roles.set(manager, row.organisationId, row.id, 'FACILITATOR', leading.map(({ accountId }) => accountId));
    for (const group of await manager.findBy(GroupRow, { cohortId: from.id })) {
      const made = { ...group, id: newId(), cohortId: row.id };
      await manager.insert(GroupRow, made);
      const led = await manager.findBy(GroupFacilitatorRow, { groupId: group.id });
      if (led.length > 0) await manager.insert(GroupFacilitatorRow, led.map(({ accountId }) => ({ groupId: made.id, accountId })));
    }
    for (const { courseId, rule, timeZone } of releases) await this.releases.set(manager, row.id, courseId, { rule, startsOn, timeZone });
    await this.audit.record(manager, actor, { action: 'cohort.created', subject: { type: 'cohort', id: row.id, label: name }, after: { name, startsOn, endsOn, like: from.name } });
    return row;
  }
}

function moved(rule: ReleaseRule, by: number): ReleaseRule {
  return rule.kind === 'dates' ? { kind: 'dates', opensOn: Object.fromEntries(Object.entries(rule.opensOn).map(([unit, on]) => [unit, daysAfter(on, by)])) } : rule;
}
