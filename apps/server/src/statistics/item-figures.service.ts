import { Injectable } from '@nestjs/common';
import type { StatedMeasure } from '@preceptor/assessment/statistics';
import type { Actor } from '../identity/actor.js';
import type { Severity } from './analysed.js';
import { AnalysesStore } from './analyses.store.js';

/** What lists of items show of an item's answers. `facility` 0 to 1, `discrimination` -1 to 1, `seconds` the median; null: not defined. */
export interface ItemFigures { attempts: number; facility: number | null; seconds: number | null; discrimination: number | null; severity: Severity; computedAt: string }

/** Statistics of items by name, for other modules' lists. */
@Injectable()
export class ItemFiguresService {
  constructor(private readonly store: AnalysesStore) {}

  /** By name, of a course's items as they were computed last; of several assessments the one with the most attempts. Items without any are left out. Two statements. */
  async ofItems({ organisationId }: Actor, courseId: string, names: readonly string[]): Promise<Map<string, ItemFigures>> {
    const figures = new Map<string, ItemFigures>();
    for (const { analysis, row: { itemId, data } } of await this.store.ofItems(organisationId, courseId, names)) {
      if ((figures.get(itemId)?.attempts ?? 0) >= data.attempts) continue;
      const value = (code: StatedMeasure['code']): number | null => data.measures.find((one) => one.code === code)?.value ?? null;
      figures.set(itemId, { attempts: data.attempts, facility: value('facility'), seconds: value('time'), discrimination: value('discrimination'), severity: data.severity, computedAt: analysis.computedAt });
    }
    return figures;
  }
}
