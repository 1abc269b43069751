import { Injectable } from '@nestjs/common';
import { CourseVersions } from '../catalog/course-versions.js';
import type { Actor } from '../identity/actor.js';
import { PendingAnswersService } from '../learning/pending-answers.service.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { TaskRow } from './grading.entity.js';

const open = ['WAITING', 'SECOND', 'MODERATION'];

/** Takes in the answers that learning says wait for a person. */
@Injectable()
export class IntakeService {
  constructor(private readonly database: Database, private readonly pending: PendingAnswersService, private readonly versions: CourseVersions) {}

  /** Makes a task of every answer that waits and has none yet. Two statements where nothing is new. */
  async takeIn(actor: Actor): Promise<void> {
    const { organisationId } = actor;
    const known = await this.database.read.createQueryBuilder(TaskRow, 't').where('t.organisationId = :organisationId AND t.state IN (:...open)', { organisationId, open }).getCount();
    // The same number: every answer that waits has its task, as tasks end only when their answer does.
    if (await this.pending.count(organisationId) === known) return;
    const waiting = await this.pending.all(organisationId);
    const has = new Set((await this.database.read.find(TaskRow, { select: { enrolmentId: true, attemptId: true, itemId: true }, where: { organisationId } })).map(keyOf));
    const courses = new Map<string, string>();
    for (const id of new Set(waiting.map(({ courseVersionId }) => courseVersionId))) courses.set(id, (await this.versions.get(id))?.courseId ?? '');
    const rows = waiting.filter((answer) => !has.has(keyOf(answer))).map((answer) => ({
      id: newId(), organisation_id: organisationId, course_id: courses.get(answer.courseVersionId) ?? '', course_version_id: answer.courseVersionId, assessment_id: answer.assessmentId, item_id: answer.itemId,
      enrolment_id: answer.enrolmentId, attempt_id: answer.attemptId, account_id: answer.accountId, submitted_at: answer.submittedAt, state: 'WAITING', is_double: this.database.engine === 'postgres' ? false : 0,
      applied: this.database.engine === 'postgres' ? true : 1, revision: 0,
    }));
    if (rows.length > 0) await this.database.write((manager) => this.database.insertMany(manager, 'grading_task', rows, '(enrolment_id, attempt_id, item_id) DO NOTHING'));
  }
}

const keyOf = ({ enrolmentId, attemptId, itemId }: Pick<TaskRow, 'enrolmentId' | 'attemptId' | 'itemId'>): string => `${enrolmentId}/${attemptId}/${itemId}`;
