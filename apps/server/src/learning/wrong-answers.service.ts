import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { EnrolmentRow, ResponseRow } from './learning.entity.js';

/** How many learners of a cohort answered an item, and how many of them got less than half of its points at least once. */
export interface WrongAnswers { courseVersionId: string; itemId: string; learners: number; wrong: number }

/** What the learners of a cohort get wrong. */
@Injectable()
export class WrongAnswersService {
  constructor(private readonly database: Database) {}

  /**
   * By version and item, of checks in lessons and submitted attempts, of whoever has a place in a cohort of the actor's organisation.
   * What waits for a person, was not answered or was taken out of scoring is left out. One statement.
   */
  async ofCohort(actor: Actor, cohortId: string): Promise<WrongAnswers[]> {
    const rows = await this.database.read.createQueryBuilder(ResponseRow, 'r').innerJoin(EnrolmentRow, 'e', 'e.id = r.enrolmentId')
      .select('r.courseVersionId', 'version').addSelect('r.itemId', 'item').addSelect('COUNT(DISTINCT r.enrolmentId)', 'learners')
      .addSelect('COUNT(DISTINCT CASE WHEN r.scaled < 0.5 THEN r.enrolmentId END)', 'wrong')
      .where('e.cohortId = :cohortId AND e.organisationId = :organisation AND e.withdrawnAt IS NULL', { cohortId, organisation: actor.organisationId })
      .andWhere("r.outcome NOT IN ('pending', 'unanswered') AND r.max > 0")
      .groupBy('r.courseVersionId').addGroupBy('r.itemId').getRawMany<{ version: string; item: string; learners: string | number; wrong: string | number }>();
    return rows.map(({ version, item, learners, wrong }) => ({ courseVersionId: version, itemId: item, learners: Number(learners), wrong: Number(wrong) }));
  }
}
