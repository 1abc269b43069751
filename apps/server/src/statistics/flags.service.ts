import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { newId, nowText } from '../platform/ids.js';
import { AnalysesStore, type ItemInAnalysis } from './analyses.store.js';
import { statisticsErrors } from './errors.js';
import { flagCodes, toldFrom } from './flag.js';
import { AnalysedItemRow, AnalysisRow, DismissalRow } from './statistics.entity.js';

export interface FlagsWanted { course: string | null; dismissed: boolean }
const longestReason = 500;

/** Items that their answers speak against: who needs to look, who did and let them be. */
@Injectable()
export class FlagsService {
  constructor(private readonly database: Database, private readonly store: AnalysesStore) {}

  /** A page of the organisation's flagged items, the gravest first; one row more where more follow. `dismissed`: those that somebody let be. */
  async flagged({ organisationId }: Actor, { course, dismissed }: FlagsWanted, { first, after }: Page): Promise<{ rows: ItemInAnalysis[]; total: number }> {
    const whole = this.database.engine === 'postgres' ? true : 1;
    const query = this.database.read.createQueryBuilder(AnalysedItemRow, 'i')
      .where(`i.organisationId = :organisationId AND i.whole = :whole AND i.rank >= ${toldFrom} AND i.dismissalId IS ${dismissed ? 'NOT NULL' : 'NULL'}`, { organisationId, whole });
    if (course !== null) query.andWhere((outer) => `i.analysisId IN ${outer.subQuery().select('a.id').from(AnalysisRow, 'a').where('a.courseId = :course AND a.organisationId = :organisationId').getQuery()}`, { course });
    const total = await query.getCount();
    if (after !== null) query.andWhere('(i.rank < :rank OR (i.rank = :rank AND (i.analysisId, i.itemId) > (:analysis, :item)))', { rank: after[0], analysis: after[1], item: after[2] });
    const rows = await query.orderBy('i.rank', 'DESC').addOrderBy('i.analysisId').addOrderBy('i.itemId').take(first + 1).getMany();
    const analyses = new Map((rows.length === 0 ? [] : await this.database.read.findBy(AnalysisRow, { id: In([...new Set(rows.map(({ analysisId }) => analysisId))]) })).map((row) => [row.id, row]));
    return { total, rows: rows.flatMap((row) => { const analysis = analyses.get(row.analysisId); return analysis === undefined ? [] : [{ analysis, row }]; }) };
  }

  dismissal(actor: Actor, id: string): Promise<DismissalRow | null> {
    return actor.loader('statistics.dismissal', async (ids) => new Map((await this.database.read.findBy(DismissalRow, { id: In([...ids]), organisationId: actor.organisationId })).map((row) => [row.id, row]))).load(id);
  }

  /** Takes an item off the list, in all assessments of its course, until something else or something graver is found. Throws NOT_FOUND where it is not flagged, STATISTICS_REASON. */
  async dismiss(actor: Actor, courseId: string, itemId: string, given: string): Promise<void> {
    const reason = given.trim();
    if (reason === '' || reason.length > longestReason) throw statisticsErrors.STATISTICS_REASON({ path: ['reason'] });
    const flagged = (await this.#of(actor, courseId, itemId)).filter(({ rank }) => rank >= toldFrom);
    if (flagged.length === 0) throw platformErrors.NOT_FOUND({ path: ['item'] });
    const row: DismissalRow = {
      id: newId(), organisationId: actor.organisationId, courseId, itemId, codes: [...new Set(flagged.flatMap(({ data }) => flagCodes(data)))], rank: Math.max(...flagged.map(({ rank }) => rank)),
      reason, accountId: actor.accountId, at: nowText(), reopenedAt: null,
    };
    await this.database.write(async (manager) => {
      await manager.update(DismissalRow, this.#holding(actor, courseId, itemId), { reopenedAt: row.at });
      await manager.insert(DismissalRow, row);
      for (const { analysisId } of flagged) await manager.update(AnalysedItemRow, { analysisId, itemId }, { dismissalId: row.id });
    });
  }

  /** Puts it on the list again; that it was taken off, and why, stays kept. Throws NOT_FOUND where nobody took it off. */
  async reopen(actor: Actor, courseId: string, itemId: string): Promise<void> {
    const rows = await this.#of(actor, courseId, itemId);
    await this.database.write(async (manager) => {
      const { affected } = await manager.update(DismissalRow, this.#holding(actor, courseId, itemId), { reopenedAt: nowText() });
      if (affected === 0) throw platformErrors.NOT_FOUND({ path: ['item'] });
      for (const { analysisId } of rows) await manager.update(AnalysedItemRow, { analysisId, itemId }, { dismissalId: null });
    });
  }

  async #of({ organisationId }: Actor, courseId: string, itemId: string): Promise<AnalysedItemRow[]> {
    return (await this.store.ofItems(organisationId, courseId, [itemId])).map(({ row }) => row);
  }

  #holding({ organisationId }: Actor, courseId: string, itemId: string) {
    return { organisationId, courseId, itemId, reopenedAt: IsNull() };
  }
}
