import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { parseInput } from '../platform/parse.js';
import { type ReminderKind, reminderKinds, ReminderRuleRow } from './reminders.entity.js';

export interface Rule { kind: ReminderKind; enabled: boolean; days: number }
/** Nobody is reminded of anything until a coordinator wants it. */
export const usual: Record<ReminderKind, number> = { STARTS: 3, BEHIND: 7, SESSION: 1, DEADLINE: 3 };
const daysInput = z.int('Give a whole number of days.').min(1, 'At least one day.').max(60, 'At most 60 days.');

/** Of what the learners of a cohort are reminded. */
@Injectable()
export class RulesOfReminders {
  constructor(private readonly database: Database, private readonly cohorts: CohortsService, private readonly audit: AuditService) {}

  /** Every kind, whether it is set or not. Batched within a request. */
  async of(actor: Actor, cohortId: string): Promise<Rule[]> {
    const rows = await actor.loader<ReminderRuleRow[]>('reminders.rules', async (ids) => {
      const found = await this.database.read.findBy(ReminderRuleRow, { cohortId: In([...ids]), organisationId: actor.organisationId });
      return new Map(ids.map((id) => [id, found.filter((row) => row.cohortId === id)]));
    }).load(cohortId) ?? [];
    return reminderKinds.map((kind) => rows.find((row) => row.kind === kind) ?? { kind, enabled: false, days: usual[kind] }).map(({ kind, enabled, days }) => ({ kind, enabled, days }));
  }

  async set(actor: Actor, cohortId: string, { kind, enabled, days }: Rule): Promise<void> {
    const cohort = await this.cohorts.cohort(actor, cohortId);
    if (cohort === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    const row = { cohortId: cohort.id, kind, organisationId: actor.organisationId, enabled, days: parseInput(daysInput, days, 'days') };
    await this.database.write(async (manager) => {
      const before = await manager.findOneBy(ReminderRuleRow, { cohortId: cohort.id, kind });
      await manager.upsert(ReminderRuleRow, row, ['cohortId', 'kind']);
      const told = (rule: Rule | null) => (rule === null ? { enabled: false } : { enabled: rule.enabled, days: rule.days });
      await this.audit.record(manager, actor, { action: 'reminder.set', subject: { type: 'cohort', id: cohort.id, label: `${cohort.name}: ${kind.toLowerCase()}` }, before: told(before), after: told(row) });
    });
  }

  /** Copies what a cohort's learners are reminded of to one where nothing is set. Both are the actor's. */
  async copy(manager: EntityManager, actor: Actor, fromCohort: string, toCohort: string): Promise<void> {
    const rows = await manager.findBy(ReminderRuleRow, { cohortId: fromCohort, organisationId: actor.organisationId });
    if (rows.length > 0) await manager.insert(ReminderRuleRow, rows.map((row) => ({ ...row, cohortId: toCohort })));
  }

  /** What is switched on in a cohort. */
  enabledIn(cohortId: string): Promise<ReminderRuleRow[]> { return this.database.read.findBy(ReminderRuleRow, { cohortId, enabled: true }); }

  /** What is switched on anywhere, cohort by cohort, so many at once. */
  enabled(after: string, most: number): Promise<ReminderRuleRow[]> {
    return this.database.read.find(ReminderRuleRow, { where: { enabled: true, cohortId: MoreThan(after) }, order: { cohortId: 'ASC', kind: 'ASC' }, take: most });
  }
}
