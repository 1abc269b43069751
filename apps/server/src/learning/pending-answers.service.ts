import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { AttemptRow, EnrolmentRow, ResponseRow } from './learning.entity.js';

/** An answer of a submitted attempt that a person has yet to score. */
export interface PendingAnswer { enrolmentId: string; attemptId: string; itemId: string; courseVersionId: string; assessmentId: string; accountId: string; submittedAt: string }

/** What waits for people, for those who grade. */
@Injectable()
export class PendingAnswersService {
  constructor(private readonly database: Database) {}

  count(organisationId: string): Promise<number> { return this.#pending(organisationId).getCount(); }

  /** All of them, oldest first. */
  async all(organisationId: string): Promise<PendingAnswer[]> {
    const rows = await this.#pending(organisationId)
      .select(['r.enrolmentId AS enrolment', 'r.attemptId AS attempt', 'r.itemId AS item', 'r.courseVersionId AS version', 'a.assessmentId AS assessment', 'e.accountId AS account', 'a.submittedAt AS submitted'])
      .orderBy('a.submittedAt').getRawMany<Record<'enrolment' | 'attempt' | 'item' | 'version' | 'assessment' | 'account' | 'submitted', string>>();
    return rows.map((row) => ({ enrolmentId: row.enrolment, attemptId: row.attempt, itemId: row.item, courseVersionId: row.version, assessmentId: row.assessment, accountId: row.account, submittedAt: row.submitted }));
  }

  #pending(organisationId: string): SelectQueryBuilder<ResponseRow> {
    return this.database.read.createQueryBuilder(ResponseRow, 'r')
      .innerJoin(AttemptRow, 'a', 'a.enrolmentId = r.enrolmentId AND a.id = r.attemptId AND a.submittedAt IS NOT NULL')
      .innerJoin(EnrolmentRow, 'e', 'e.id = r.enrolmentId AND e.organisationId = :organisationId', { organisationId })
      // Written out: a parameter would keep the engines from their index of what is pending.
      .where("r.outcome = 'pending'");
  }
}
