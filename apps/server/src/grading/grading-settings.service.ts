import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { found } from '../platform/found.js';
import { nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { GradingSettingsRow } from './grading.entity.js';

export type GradingRules = Pick<GradingSettingsRow, 'anonymous' | 'doubleEvery' | 'largestDifference'>;
/** Where nobody has said anything. */
export const usualRules: GradingRules = { anonymous: false, doubleEvery: 0, largestDifference: 0.2 };

const wanted = z.strictObject({
  anonymous: z.boolean(),
  doubleEvery: z.number().int().min(0, 'From 0 (one grader) to 100 (every hundredth answer has a second one).').max(100, 'From 0 (one grader) to 100 (every hundredth answer has a second one).'),
  largestDifference: z.number().min(0, 'A share of the points, 0 to 1.').max(1, 'A share of the points, 0 to 1.'),
});

/** How the answers of an assessment are graded. */
@Injectable()
export class GradingSettingsService {
  constructor(private readonly database: Database, private readonly catalog: CatalogService, private readonly audit: AuditService) {}

  /** Batched within a request. */
  async of(actor: Actor, courseId: string, assessmentId: string): Promise<GradingRules> {
    const rules = await actor.loader('grading.settings', async () => new Map((await this.database.read.findBy(GradingSettingsRow, { organisationId: actor.organisationId })).map((row): [string, GradingRules] => [`${row.courseId}/${row.assessmentId}`, row])))
      .load(`${courseId}/${assessmentId}`);
    return rules ?? usualRules;
  }

  /** Holds for answers that nobody has graded yet; anonymity for all at once. */
  async save(actor: Actor, courseId: string, assessmentId: string, input: GradingRules): Promise<void> {
    const rules = parseInput(wanted, { ...input }, 'settings');
    const latest = found(await this.catalog.latest(actor, courseId));
    const { course } = await this.catalog.loaded(actor, latest.id);
    found(course.units.find((unit) => unit.assessment?.id === assessmentId) ?? null);
    await this.database.write(async (manager) => {
      await manager.upsert(GradingSettingsRow, { organisationId: actor.organisationId, courseId, assessmentId, ...rules, updatedBy: actor.accountId, updatedAt: nowText() }, ['organisationId', 'courseId', 'assessmentId']);
      await this.audit.record(manager, actor, { action: 'grading-rules.saved', subject: { type: 'course', id: courseId }, after: { assessmentId, ...rules } });
    });
  }
}
