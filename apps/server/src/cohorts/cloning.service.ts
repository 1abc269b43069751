import { Injectable } from '@nestjs/common';
import { daysAfter, daysBetween, type ReleaseRule } from '@preceptor/tracking';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { ReleasesService } from '../learning/release/releases.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { CohortRow, DeadlineRow, FacilitatorRow } from './cohorts.entity.js';
import { CohortsService } from './cohorts.service.js';
import { clonedCohort } from './new-cohort.js';

/** Makes a cohort like another, on other days. */
@Injectable()
export class CloningService {
  constructor(private readonly database: Database, private readonly cohorts: CohortsService, private readonly releases: ReleasesService, private readonly audit: AuditService) {}

  /** Its settings, who leads it, its rule of release and its due days, all moved by as many days as its first day is; nobody who is in it. */
  async clone(actor: Actor, id: string, input: { name: string; startsOn?: string | null }): Promise<CohortRow> {
    const { name, startsOn } = parseInput(clonedCohort, input, 'input');
    const from = await this.cohorts.cohort(actor, id);
    if (from === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    const by = from.startsOn === null || startsOn === null ? 0 : daysBetween(from.startsOn, startsOn);
    const row: CohortRow = { ...from, id: newId(), name, startsOn, endsOn: from.endsOn === null ? null : daysAfter(from.endsOn, by), createdAt: nowText(), revision: 1, archivedAt: null };
    const releases = await this.releases.ofCohorts(actor, id);
    await this.database.write(async (manager) => {
      await manager.insert(CohortRow, row);
      const deadlines = await manager.findBy(DeadlineRow, { cohortId: id });
      if (deadlines.length > 0) await manager.insert(DeadlineRow, deadlines.map((each) => ({ ...each, cohortId: row.id, dueOn: daysAfter(each.dueOn, by) })));
      const leading = await manager.findBy(FacilitatorRow, { cohortId: id });
      if (leading.length > 0) await manager.insert(FacilitatorRow, leading.map(({ accountId }) => ({ cohortId: row.id, accountId })));
      for (const { courseId, rule, timeZone } of releases) await this.releases.set(manager, row.id, courseId, { rule: moved(rule, by), startsOn, timeZone });
      await this.audit.record(manager, actor, { action: 'cohort.created', subject: { type: 'cohort', id: row.id, label: name }, after: { name, startsOn, endsOn: row.endsOn, like: from.name } });
    });
    return row;
  }
}

function moved(rule: ReleaseRule, by: number): ReleaseRule {
  return rule.kind === 'dates' ? { kind: 'dates', opensOn: Object.fromEntries(Object.entries(rule.opensOn).map(([unit, on]) => [unit, daysAfter(on, by)])) } : rule;
}
