import { Injectable } from '@nestjs/common';
import type { Assessment } from '@preceptor/assessment';
import type { SelectQueryBuilder } from 'typeorm';
import { CourseVersions } from '../catalog/course-versions.js';
import { DeliveryService } from '../delivery/delivery.service.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { isOver } from './attempt-clock.js';
import { sittingOf } from './attempts.service.js';
import { assessmentOf } from './decide-attempt.js';
import { decideConditions } from './decide-open.js';
import { Ledger } from './ledger/ledger.js';
import type { LedgerRecord } from './ledger/record.js';
import { AttemptRow, EnrolmentRow } from './learning.entity.js';

/** Which attempts a change is about, in the actor's organisation; what is null does not narrow it. */
export interface Scope { courseId: string | null; assessmentId: string | null; cohortId: string | null; enrolmentId: string | null }
/** Enrolments that are put under other conditions together. */
const atOnce = 100;

/** Attempts that are under way when delivery rules or accommodations change. */
@Injectable()
export class ChangingService {
  constructor(private readonly database: Database, private readonly ledger: Ledger, private readonly versions: CourseVersions, private readonly delivery: DeliveryService) {}

  /** How many learners are in the middle of an attempt that a change would touch. */
  async openAttempts(actor: Actor, scope: Scope, now: Date = new Date()): Promise<number> {
    const rows = await this.#inScope(actor, scope).andWhere('a.submittedAt IS NULL').getMany();
    const open = rows.filter((row) => !isOver(row, now));
    const versions = await this.#versionsOfCourse(open, scope.courseId);
    return open.filter((row) => versions.has(row.courseVersionId)).length;
  }

  /** Open attempts of whole cohorts; batched within a request. */
  async openInCohort(actor: Actor, cohortId: string, now: Date = new Date()): Promise<number> {
    const count = await actor.loader('learning.openInCohort', async (ids) => {
      const rows = await this.database.read.createQueryBuilder(AttemptRow, 'a').innerJoinAndMapOne('a.enrolment', EnrolmentRow, 'e', 'e.id = a.enrolmentId')
        .where('a.submittedAt IS NULL AND e.organisationId = :organisation AND e.cohortId IN (:...ids)', { organisation: actor.organisationId, ids: [...ids] }).getMany() as (AttemptRow & { enrolment: EnrolmentRow })[];
      const counts = new Map<string, number>();
      for (const row of rows) if (!isOver(row, now)) counts.set(row.enrolment.cohortId ?? '', (counts.get(row.enrolment.cohortId ?? '') ?? 0) + 1);
      return counts;
    }).load(cohortId);
    return count ?? 0;
  }

  /**
   * Puts in force what rules and accommodations say now: all of it for open attempts, for submitted ones what decides
   * when their results are shown. Doing it again changes nothing.
   */
  async apply(actor: Actor, scope: Scope, now: Date = new Date()): Promise<void> {
    const ids = (await this.#inScope(actor, scope).select('DISTINCT a.enrolment_id', 'id').getRawMany<{ id: string }>()).map(({ id }) => id);
    for (let from = 0; from < ids.length; from += atOnce) {
      const records = [...(await this.ledger.read(ids.slice(from, from + atOnce))).values()].filter(({ version }) => scope.courseId === null || version.courseId === scope.courseId);
      for (const [assessment, concerned] of byAssessment(records, scope.assessmentId)) await this.#put(concerned, assessment, now);
    }
  }

  async #put(records: LedgerRecord[], assessment: Assessment, now: Date): Promise<void> {
    const all = await this.delivery.conditionsOf(records.map(sittingOf), assessment);
    await Promise.all(records.flatMap((record, index) => {
      const conditions = all[index]?.conditions;
      if (conditions === undefined) return [];
      return [...record.attempts.values()].filter((attempt) => attempt.assessmentId === assessment.id).map(({ id }) => this.ledger.run(record.enrolment.id, [], (current) => {
        const attempt = current.attempts.get(id);
        if (attempt === undefined) throw new Error('An attempt is gone.');
        return decideConditions(attempt, conditions, newId(), now);
      }));
    }));
  }

  #inScope(actor: Actor, { assessmentId, cohortId, enrolmentId }: Scope): SelectQueryBuilder<AttemptRow> {
    const query = this.database.read.createQueryBuilder(AttemptRow, 'a').innerJoin(EnrolmentRow, 'e', 'e.id = a.enrolmentId').where('e.organisationId = :organisation', { organisation: actor.organisationId });
    if (assessmentId !== null) query.andWhere('a.assessmentId = :assessmentId', { assessmentId });
    if (cohortId !== null) query.andWhere('e.cohortId = :cohortId', { cohortId });
    if (enrolmentId !== null) query.andWhere('e.id = :enrolmentId', { enrolmentId });
    return query;
  }

  async #versionsOfCourse(rows: readonly AttemptRow[], courseId: string | null): Promise<Set<string>> {
    const found = new Set<string>();
    for (const id of new Set(rows.map(({ courseVersionId }) => courseVersionId))) if (courseId === null || (await this.versions.get(id))?.courseId === courseId) found.add(id);
    return found;
  }
}

/** Whose attempts at which assessment; records of one course and cohort ask the same rules, so courses stay apart. */
function byAssessment(records: readonly LedgerRecord[], only: string | null): Map<Assessment, LedgerRecord[]> {
  const found = new Map<string, { assessment: Assessment; records: LedgerRecord[] }>();
  for (const record of records) {
    for (const id of new Set([...record.attempts.values()].map(({ assessmentId }) => assessmentId))) {
      const assessment = only === null || only === id ? assessmentOf(record, id) : null;
      if (assessment === null) continue;
      const group = found.get(`${record.version.id}/${id}`) ?? { assessment, records: [] };
      group.records.push(record);
      found.set(`${record.version.id}/${id}`, group);
    }
  }
  return new Map([...found.values()].map((group) => [group.assessment, group.records]));
}
