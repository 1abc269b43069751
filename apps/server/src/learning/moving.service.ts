import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { CourseVersions, type LoadedVersion } from '../catalog/course-versions.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { decideSubmit } from './decide-attempt.js';
import { Commits } from './commits.js';
import { EnrolmentsService } from './enrolments.service.js';
import { learningErrors } from './errors.js';
import { progressColumns } from './ledger/columns.js';
import { Ledger } from './ledger/ledger.js';
import type { LedgerRecord } from './ledger/record.js';
import { EnrolmentRow, ProgressRow } from './learning.entity.js';
import { ScoringService } from './scoring.service.js';
import { effectOfMoving, type MoveEffect } from './moving.js';

/** Most enrolments moved at once. */
const mostMoved = 100;

/** Moving enrolments to another version of their course. */
@Injectable()
export class MovingService {
  constructor(private readonly database: Database, private readonly ledger: Ledger, private readonly versions: CourseVersions, private readonly enrolments: EnrolmentsService, private readonly scoring: ScoringService, private readonly audit: AuditService, private readonly commits: Commits) {}

  async preview(actor: Actor, ids: string[], versionId: string): Promise<{ row: EnrolmentRow; effect: MoveEffect }[]> {
    const { to, records } = await this.#asked(actor, ids, versionId);
    return records.map(({ enrolment, state, version }) => ({ row: enrolment, effect: effectOfMoving(state, version.outline, to.outline) }));
  }

  /** Moves the enrolments; attempts that are open are submitted first. Attempts and answers stay on the version they were made on. */
  async move(actor: Actor, ids: string[], versionId: string): Promise<EnrolmentRow[]> {
    const { to, records } = await this.#asked(actor, ids, versionId);
    for (const { enrolment, attempts } of records) {
      for (const attempt of attempts.values()) if (attempt.submittedAt === null) await this.ledger.run(enrolment.id, [], (record) => decideSubmit(record, attempt.id, newId(), new Date()));
      await this.scoring.catchUp(enrolment.id);
    }
    const current = await this.ledger.read(records.map(({ enrolment }) => enrolment.id));
    await this.database.write(async (manager) => {
      for (const record of current.values()) {
        const { completedLessons, ...columns } = progressColumns({ ...record, version: to });
        // What is recorded meanwhile makes this update miss, and the whole move is taken back.
        const { affected } = await manager.update(ProgressRow, { enrolmentId: record.enrolment.id, events: record.events }, { ...columns, completedLessons, courseVersionId: to.id });
        if (affected !== 1) throw platformErrors.CONFLICT();
        await manager.update(EnrolmentRow, { id: record.enrolment.id }, { courseVersionId: to.id });
        await this.audit.record(manager, actor, { action: 'enrolment.moved', subject: { type: 'enrolment', id: record.enrolment.id }, before: { courseVersionId: record.enrolment.courseVersionId }, after: { courseVersionId: to.id } });
      }
    });
    for (const { enrolment } of current.values()) {
      this.ledger.forget(enrolment.id);
      this.commits.tell(enrolment.cohortId, null);
    }
    return this.enrolments.many(actor, ids);
  }

  async #asked(actor: Actor, ids: string[], versionId: string): Promise<{ to: LoadedVersion; records: LedgerRecord[] }> {
    if (ids.length === 0 || ids.length > mostMoved) throw platformErrors.BAD_INPUT({ says: `Name from 1 to ${mostMoved} enrolments.`, path: ['enrolments'] });
    const to = await this.versions.get(versionId);
    if (to === null || to.organisationId !== actor.organisationId) throw platformErrors.NOT_FOUND({ path: ['version'] });
    const records = await this.ledger.read([...new Set(ids)]);
    for (const [index, id] of ids.entries()) {
      const record = records.get(id);
      if (record === undefined || record.enrolment.organisationId !== actor.organisationId) throw platformErrors.NOT_FOUND({ path: ['enrolments', String(index)] });
      if (record.version.courseId !== to.courseId) throw learningErrors.OTHER_COURSE({ path: ['enrolments', String(index)] });
    }
    return { to, records: [...records.values()].filter(({ version }) => version.id !== to.id) };
  }
}
