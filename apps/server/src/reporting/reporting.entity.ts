import type { Completion, Success } from '@preceptor/tracking';
import { ViewColumn, ViewEntity } from 'typeorm';

/** One learner in one course version, as reports see her. Read only. */
@ViewEntity('report_learner', { synchronize: false })
export class LearnerReport {
  @ViewColumn({ name: 'enrolment_id' }) enrolmentId!: string;
  @ViewColumn({ name: 'organisation_id' }) organisationId!: string;
  @ViewColumn({ name: 'cohort_id' }) cohortId!: string | null;
  @ViewColumn({ name: 'course_version_id' }) courseVersionId!: string;
  @ViewColumn({ name: 'account_id' }) accountId!: string;
  @ViewColumn({ name: 'enrolled_at' }) enrolledAt!: string;
  @ViewColumn({ name: 'due_on' }) dueOn!: string | null;
  /** Which of its cohort's courses, from 0. */
  @ViewColumn({ name: 'course_position' }) coursePosition!: number;
  @ViewColumn({ name: 'group_id' }) groupId!: string | null;
  @ViewColumn() name!: string;
  @ViewColumn() email!: string;
  @ViewColumn() completion!: Completion;
  @ViewColumn() success!: Success;
  @ViewColumn() fraction!: number;
  @ViewColumn() score!: number | null;
  @ViewColumn() seconds!: number;
  @ViewColumn({ name: 'completed_lessons', transformer: { from: (text: string) => JSON.parse(text) as string[], to: (list: string[]) => JSON.stringify(list) } }) completedLessons!: string[];
  @ViewColumn({ name: 'last_at' }) lastAt!: string | null;
}

export const reportingEntities = [LearnerReport];
