import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not } from 'typeorm';
import { Database } from '../platform/database/database.js';
import type { Page } from '../platform/graphql/connection.js';
import { newId, nowText } from '../platform/ids.js';
import type { Analysis } from './analysed.js';
import { covering, toldFrom } from './flag.js';
import { rankOf } from './item-analysis.js';
import type { Scope } from './scope.service.js';
import { AnalysedItemRow, AnalysisRow, DismissalRow } from './statistics.entity.js';

/** How long an analysis is kept that somebody narrowed, in milliseconds, and how many such are removed at once. */
const narrowedKept = 7 * 24 * 3600 * 1000;
const mostRemoved = 50;

export interface ItemInAnalysis { analysis: AnalysisRow; row: AnalysedItemRow }

/** Analyses as they are kept. Every method takes or has looked up the organisation. */
@Injectable()
export class AnalysesStore {
  constructor(private readonly database: Database) {}

  find({ organisationId, courseId, assessment, name }: Pick<Scope, 'organisationId' | 'courseId' | 'assessment' | 'name'>): Promise<AnalysisRow | null> {
    return this.database.read.findOneBy(AnalysisRow, { organisationId, courseId, assessmentId: assessment.id, filter: name });
  }

  /** The analyses of a course's assessments that nothing narrows. */
  whole(organisationId: string, courseId: string): Promise<AnalysisRow[]> {
    return this.database.read.findBy(AnalysisRow, { organisationId, courseId, filter: '' });
  }

  /** Takes the place of what was kept under the same filter. */
  async keep(scope: Scope, analysis: Analysis): Promise<void> {
    const { organisationId, courseId, assessment, name: filter, basis } = scope;
    await this.database.write(async (manager) => {
      const dismissals = await manager.findBy(DismissalRow, { organisationId, courseId, reopenedAt: IsNull() });
      const items = analysis.items.map((item, place) => ({
        item_id: item.item, place, rank: rankOf(item.severity), organisation_id: organisationId, whole: this.#flag(filter === ''), dismissal_id: covering(dismissals, item)?.id ?? null, data: JSON.stringify(item),
      }));
      const known = await manager.findOneBy(AnalysisRow, { organisationId, courseId, assessmentId: assessment.id, filter });
      const id = known?.id ?? newId();
      if (known !== null) await manager.delete(AnalysedItemRow, { analysisId: id });
      await manager.save(AnalysisRow, { id, organisationId, courseId, assessmentId: assessment.id, filter, title: assessment.title, computedAt: nowText(), attempts: analysis.attempts, lastAt: analysis.lastAt, basis, test: analysis.test });
      await this.database.insertMany(manager, 'statistics_item', items.map((item) => ({ analysis_id: id, ...item })));
      const old = await manager.find(AnalysisRow, { select: { id: true }, where: { filter: Not(''), computedAt: LessThan(new Date(Date.now() - narrowedKept).toISOString()) }, take: mostRemoved });
      if (old.length === 0) return;
      await manager.delete(AnalysedItemRow, { analysisId: In(old.map((row) => row.id)) });
      await manager.delete(AnalysisRow, { id: In(old.map((row) => row.id)) });
    });
  }

  /** A page of an analysis's items, those that need a look first; one row more where more follow. */
  async items(analysisId: string, { flagged, item }: { flagged: boolean; item: string | null }, { first, after }: Page): Promise<{ rows: AnalysedItemRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(AnalysedItemRow, 'i').where('i.analysisId = :analysisId', { analysisId });
    if (flagged) query.andWhere(`i.rank >= ${toldFrom}`);
    if (item !== null) query.andWhere('i.itemId = :item', { item });
    const total = await query.getCount();
    if (after !== null) query.andWhere('i.place > :place', { place: after[0] });
    return { rows: await query.orderBy('i.place').take(first + 1).getMany(), total };
  }

  /** These items in each whole analysis of a course that has them. */
  async ofItems(organisationId: string, courseId: string, itemIds: readonly string[]): Promise<ItemInAnalysis[]> {
    const analyses = new Map((await this.whole(organisationId, courseId)).map((row) => [row.id, row]));
    if (analyses.size === 0 || itemIds.length === 0) return [];
    const rows = await this.database.read.findBy(AnalysedItemRow, { analysisId: In([...analyses.keys()]), itemId: In([...itemIds]) });
    return rows.flatMap((row) => { const analysis = analyses.get(row.analysisId); return analysis === undefined ? [] : [{ analysis, row }]; });
  }

  #flag(value: boolean): boolean | number { return this.database.engine === 'postgres' ? value : Number(value); }
}
