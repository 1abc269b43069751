import { Injectable } from '@nestjs/common';
import { type CompletionRule, handInsOf, usualCompletion } from '@preceptor/tracking';
import { type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { CompletionRuleRow } from './completion.entity.js';

const least = z.int('A whole number is needed.').min(1, 'At least one.').max(500, 'At most 500.').nullable();
const ruleSchema = z.strictObject({
  lessons: z.boolean(), assessments: z.boolean(), attendance: z.strictObject({ least }).nullable(), reflections: z.strictObject({ least }).nullable(), handIns: z.strictObject({ least }).nullish().transform((value) => value ?? null), evaluation: z.boolean(),
}).refine(({ lessons, assessments, attendance, reflections, handIns, evaluation }) => lessons || assessments || evaluation || attendance !== null || reflections !== null || handIns !== null, 'Completion has to ask for something.') satisfies z.ZodType<CompletionRule>;

/** The completion rules of cohorts, as coordinators set them. */
@Injectable()
export class CompletionRulesService {
  constructor(private readonly database: Database, private readonly cohorts: CohortsService, private readonly catalog: CatalogService, private readonly audit: AuditService) {}

  /** A cohort's rule; with revision 0 the usual one, where none is set. */
  async rule(actor: Actor, cohortId: string): Promise<Pick<CompletionRuleRow, 'rule' | 'revision'>> {
    return (await this.#rows(actor, [cohortId])).get(cohortId) ?? { rule: usualCompletion, revision: 0 };
  }

  /** The rules of these cohorts, by cohort; one statement. */
  async rules(actor: Actor, cohortIds: readonly string[]): Promise<Map<string, CompletionRule>> {
    return new Map([...await this.#rows(actor, cohortIds)].map(([id, { rule }]) => [id, rule]));
  }

  /** How many hand-ins a version of a course has. */
  async handIns(actor: Actor, versionId: string): Promise<number> { return handInsOf((await this.catalog.loaded(actor, versionId)).course).size; }

  async save(actor: Actor, cohortId: string, revision: number, input: unknown): Promise<Pick<CompletionRuleRow, 'rule' | 'revision'>> {
    const rule = parseInput(ruleSchema, input, 'rule');
    const cohort = await this.cohorts.cohort(actor, cohortId);
    if (cohort === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    return this.database.write(async (manager) => {
      const mine = { cohortId: cohort.id, organisationId: actor.organisationId };
      // The row first, so that of two who set the first rule at once one meets the other's.
      await manager.createQueryBuilder().insert().into(CompletionRuleRow).values({ ...mine, rule: usualCompletion, revision: 0, savedAt: nowText(), savedBy: actor.accountId }).orIgnore().execute();
      const before = await manager.findOneBy(CompletionRuleRow, mine);
      const after = { cohortId: cohort.id, organisationId: actor.organisationId, rule, revision: revision + 1, savedAt: nowText(), savedBy: actor.accountId };
      if ((await manager.update(CompletionRuleRow, { ...mine, revision }, after)).affected !== 1) throw platformErrors.CONFLICT({ says: 'Somebody else changed this rule meanwhile. Look at it again, then save yours.', path: ['revision'] });
      await this.audit.record(manager, actor, { action: 'completion-rule.changed', subject: { type: 'cohort', id: cohort.id, label: cohort.name }, before: before?.rule ?? usualCompletion, after: rule });
      return after;
    });
  }

  /** Copies a cohort's rule to one that has none. Both are the actor's. */
  async copy(manager: EntityManager, actor: Actor, fromCohort: string, toCohort: string): Promise<void> {
    const row = await manager.findOneBy(CompletionRuleRow, { cohortId: fromCohort, organisationId: actor.organisationId });
    if (row !== null) await manager.insert(CompletionRuleRow, { ...row, cohortId: toCohort, revision: 1, savedAt: nowText(), savedBy: actor.accountId });
  }

  async #rows(actor: Actor, cohortIds: readonly string[]): Promise<Map<string, CompletionRuleRow>> {
    const rows = cohortIds.length === 0 ? [] : await this.database.read.findBy(CompletionRuleRow, { cohortId: In([...cohortIds]), organisationId: actor.organisationId });
    return new Map(rows.map((row) => [row.cohortId, row]));
  }
}
