import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId, newId, nowText } from '../../platform/ids.js';
import { RegradeAttemptRow, type RegradeRow, StakeRow } from '../grading.entity.js';

/** Learners whose success in the course a regrade turned. Nothing is revoked: a coordinator looks, and says that she has. */
@Injectable()
export class StakesService {
  constructor(private readonly database: Database) {}

  /** Flags them, each once. */
  async flag({ id, organisationId }: RegradeRow): Promise<void> {
    const rows = await this.database.read.createQueryBuilder(RegradeAttemptRow, 'c')
      .where("c.regradeId = :id AND ((c.successBefore = 'passed' AND c.successAfter <> 'passed') OR (c.successBefore <> 'passed' AND c.successAfter = 'passed'))", { id }).getMany();
    const once = new Map(rows.map((row) => [row.enrolmentId, row]));
    const at = nowText();
    await this.database.write((manager) => this.database.insertMany(manager, 'grading_stake', [...once.values()].map(({ enrolmentId, accountId, cohortId, successAfter }) => ({
      id: newId(), organisation_id: organisationId, regrade_id: id, enrolment_id: enrolmentId, account_id: accountId, cohort_id: cohortId, turned: successAfter === 'passed' ? 'WON' : 'LOST', at, acknowledged_at: null, acknowledged_by: null, note: null,
    })), '(regrade_id, enrolment_id) DO NOTHING'));
  }

  /** How many learners' success a regrade turns; batched within a request. */
  async count(actor: Actor, regradeId: string): Promise<{ lost: number; won: number }> {
    const counted = await actor.loader('grading.stakes', async (ids) => {
      const rows = await this.database.read.createQueryBuilder(RegradeAttemptRow, 'c')
        .select(['c.regradeId AS id', "COUNT(DISTINCT CASE WHEN c.successBefore = 'passed' AND c.successAfter <> 'passed' THEN c.enrolmentId END) AS lost", "COUNT(DISTINCT CASE WHEN c.successBefore <> 'passed' AND c.successAfter = 'passed' THEN c.enrolmentId END) AS won"])
        .where('c.regradeId IN (:...ids)', { ids: [...ids] }).groupBy('c.regradeId').getRawMany<{ id: string; lost: string; won: string }>();
      return new Map(rows.map(({ id, lost, won }) => [id, { lost: Number(lost), won: Number(won) }]));
    }).load(regradeId);
    return counted ?? { lost: 0, won: 0 };
  }

  /** Of a cohort, those that nobody has looked at first, lost before won; `first + 1` rows. */
  async ofCohort(actor: Actor, cohortId: string, all: boolean, { first, after }: Page): Promise<{ rows: StakeRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(StakeRow, 's').where('s.organisationId = :organisation AND s.cohortId = :cohortId', { organisation: actor.organisationId, cohortId });
    if (!all) query.andWhere('s.acknowledgedAt IS NULL');
    const total = await query.getCount();
    if (after !== null) query.andWhere('(s.turned > :turned OR (s.turned = :turned AND s.id > :id))', { turned: after[0], id: after[1] });
    return { rows: await query.orderBy('s.turned').addOrderBy('s.id').take(first + 1).getMany(), total };
  }

  /** Those of some enrolments whose pass a regrade took away, and nobody has said what was settled. */
  async lostOf(actor: Actor, enrolmentIds: readonly string[]): Promise<Set<string>> {
    if (enrolmentIds.length === 0) return new Set();
    const rows = await this.database.read.findBy(StakeRow, { organisationId: actor.organisationId, enrolmentId: In([...enrolmentIds]), turned: 'LOST', acknowledgedAt: IsNull() });
    return new Set(rows.map(({ enrolmentId }) => enrolmentId));
  }

  /** Somebody has looked at it; the first who did stays. */
  async acknowledge(actor: Actor, id: string, note: string | null): Promise<StakeRow> {
    const said = note?.trim() ?? '';
    if (said.length > 1_000) throw platformErrors.BAD_INPUT({ says: 'A note has at most 1,000 characters.', path: ['note'] });
    const row = isId(id) ? await this.database.read.findOneBy(StakeRow, { id, organisationId: actor.organisationId }) : null;
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['stake'] });
    if (row.acknowledgedAt !== null) return row;
    const changes = { acknowledgedAt: nowText(), acknowledgedBy: actor.accountId, note: said === '' ? null : said };
    await this.database.write((manager) => manager.update(StakeRow, { id, acknowledgedAt: IsNull() }, changes));
    return { ...row, ...changes };
  }
}
