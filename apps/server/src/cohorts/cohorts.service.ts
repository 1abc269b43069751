import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { type Actor, staff } from '../identity/actor.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { learningErrors } from '../learning/errors.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { CohortStore } from './cohort-store.js';
import { CohortRow } from './cohorts.entity.js';
import { cohortErrors } from './errors.js';
import { type NewCohort, newCohort } from './new-cohort.js';

/** A cohort, for other modules. */
export type KnownCohort = Readonly<CohortRow>;

/** The cohorts of an organisation. */
@Injectable()
export class CohortsService {
  constructor(private readonly database: Database, private readonly catalog: CatalogService, private readonly enrolments: EnrolmentsService, private readonly store: CohortStore, private readonly audit: AuditService) {}

  /** A page of the organisation's cohorts, newest first; one row more than asked for where more follow. */
  async cohorts(actor: Actor, { first, after }: Page, archived = false): Promise<{ rows: CohortRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(CohortRow, 'c').where(`c.organisationId = :organisation AND c.archivedAt IS ${archived ? 'NOT ' : ''}NULL`, { organisation: actor.organisationId });
    // Whoever has a role in some cohorts alone sees those.
    if (!actor.has(...staff)) query.andWhere(actor.cohorts.length === 0 ? '1 = 0' : 'c.id IN (:...cohorts)', { cohorts: actor.cohorts });
    const total = await query.getCount();
    if (after !== null) query.andWhere('c.id < :id', { id: after[0] });
    return { rows: await query.orderBy('c.id', 'DESC').take(first + 1).getMany(), total };
  }

  /** A cohort of the actor's organisation; batched within a request. */
  cohort(actor: Actor, id: string): Promise<CohortRow | null> {
    return actor.loader('cohorts.cohort', async (ids) => {
      const rows = await this.database.read.findBy(CohortRow, { id: In(ids.filter(isId)), organisationId: actor.organisationId });
      return new Map(rows.map((row) => [row.id, row]));
    }).load(id);
  }

  async create(actor: Actor, input: NewCohort): Promise<CohortRow> {
    const { name, startsOn, endsOn, timeZone, courseVersion } = parseInput(newCohort, input, 'input');
    if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw cohortErrors.DATES_REVERSED({ path: ['input', 'endsOn'] });
    if (await this.catalog.version(actor, courseVersion) === null) throw platformErrors.NOT_FOUND({ path: ['input', 'courseVersion'] });
    const row = { id: newId(), organisationId: actor.organisationId, courseVersionId: courseVersion, name, startsOn, endsOn, timeZone, createdAt: nowText(), revision: 1, capacity: null, price: null, discussionUrl: null, archivedAt: null, fills: 'FIRST' as const };
    await this.database.write(async (manager) => {
      await manager.insert(CohortRow, row);
      await this.audit.record(manager, actor, { action: 'cohort.created', subject: { type: 'cohort', id: row.id, label: name }, after: { name, startsOn, endsOn, timeZone, courseVersion } });
    });
    return row;
  }

  /** From now on the cohort takes this version of its course. Who is enrolled already stays on the version that she has. */
  async setVersion(actor: Actor, id: string, versionId: string): Promise<CohortRow> {
    const cohort = await this.cohort(actor, id);
    if (cohort === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    const [now, next] = await Promise.all([this.catalog.version(actor, cohort.courseVersionId), this.catalog.version(actor, versionId)]);
    if (next === null) throw platformErrors.NOT_FOUND({ path: ['version'] });
    if (next.courseId !== now?.courseId) throw learningErrors.OTHER_COURSE({ says: 'A cohort can only take another version of the same course.', path: ['version'] });
    return this.store.change(actor, id, null, async (current) => ({
      columns: { courseVersionId: next.id },
      changes: current.courseVersionId === next.id ? [] : [{ field: 'courseVersion', before: `version ${now.number}`, after: `version ${next.number}` }],
    }));
  }

  /** How many places of a cohort are taken; the caller has found it for the actor. Batched. */
  async placesTaken(actor: Actor, id: string): Promise<number> {
    return await actor.loader('cohorts.placesTaken', (ids) => this.enrolments.placesTaken(ids)).load(id) ?? 0;
  }
}
