import { Injectable } from '@nestjs/common';
import { gradebookProblems, type GradebookSettings, usualGradebook, withColumns } from '@preceptor/tracking';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { type BookColumn, sessionPrefix } from './columns.js';
import { gradebookErrors } from './errors.js';
import { GradebookSettingsRow } from './gradebook.entity.js';

export interface SettingsInForce extends GradebookSettings { revision: number }

const newSettings = z.object({
  revision: z.int(), unmarked: z.enum(['left-out', 'zero']),
  categories: z.array(z.object({ id: z.string().regex(/^[\w-]{1,64}$/, 'A category\'s id has 1 to 64 letters, digits, - and _.'), name: z.string().trim(), weight: z.number(), dropLowest: z.number() })),
  columns: z.array(z.object({ column: z.string().max(300), category: z.string().nullish().transform((value) => value ?? null) })).max(1000, 'At most 1,000 columns are taken at once.'),
});
export type NewSettings = z.input<typeof newSettings>;

/** How the marks of a cohort make a grade. The caller has found the cohort for the actor. */
@Injectable()
export class GradebookSettingsService {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  /** What is in force, with every column in it; revision 0: nobody has set anything. */
  async inForce(actor: Actor, cohortId: string, columns: readonly BookColumn[]): Promise<SettingsInForce> {
    const row = await this.database.read.findOneBy(GradebookSettingsRow, { cohortId, organisationId: actor.organisationId });
    if (row === null) return { ...usualGradebook(columns), revision: 0 };
    const { categories, columns: chosen, unmarked, revision } = row;
    return { ...withColumns({ categories, columns: chosen, unmarked }, columns), revision };
  }

  /** Whether anybody has set anything. */
  isSet(actor: Actor, cohortId: string): Promise<boolean> {
    return this.database.read.existsBy(GradebookSettingsRow, { cohortId, organisationId: actor.organisationId });
  }

  /** Copies a cohort's settings to one that has none; columns of sessions become those of the sessions that were made of them. Both cohorts are the actor's. */
  async copy(manager: EntityManager, actor: Actor, fromCohort: string, toCohort: string, sessions: ReadonlyMap<string, string>): Promise<void> {
    const row = await manager.findOneBy(GradebookSettingsRow, { cohortId: fromCohort, organisationId: actor.organisationId });
    if (row === null) return;
    const columns = Object.fromEntries(Object.entries(row.columns).flatMap(([column, category]) => {
      if (!column.startsWith(sessionPrefix)) return [[column, category]];
      const session = sessions.get(column.slice(sessionPrefix.length));
      return session === undefined ? [] : [[sessionPrefix + session, category]];
    }));
    await manager.insert(GradebookSettingsRow, { ...row, cohortId: toCohort, columns, revision: 1, savedBy: actor.accountId, savedAt: nowText() });
  }

  async save(actor: Actor, cohortId: string, input: NewSettings): Promise<void> {
    const { revision: seen, categories, unmarked, columns } = parseInput(newSettings, input, 'input');
    const settings: GradebookSettings = { categories, unmarked, columns: Object.fromEntries(columns.map(({ column, category }) => [column, category])) };
    const [problem] = gradebookProblems(settings);
    if (problem !== undefined) throw gradebookErrors.GRADEBOOK_IMPOSSIBLE({ says: problem.says, path: ['input', ...problem.path] });
    const saved = { ...settings, revision: seen + 1, savedBy: actor.accountId, savedAt: nowText() };
    await this.database.write(async (manager) => {
      // The row first, so that of two who save the first settings at once one meets the other's.
      await manager.createQueryBuilder().insert().into(GradebookSettingsRow).values({ ...saved, cohortId, organisationId: actor.organisationId, revision: 0 }).orIgnore().execute();
      const before = await manager.findOneBy(GradebookSettingsRow, { cohortId, organisationId: actor.organisationId });
      const { affected } = await manager.update(GradebookSettingsRow, { cohortId, organisationId: actor.organisationId, revision: seen }, saved);
      if (affected !== 1) throw gradebookErrors.GRADEBOOK_CHANGED({ path: ['input', 'revision'] });
      await this.audit.record(manager, actor, { action: 'gradebook.settings-changed', subject: { type: 'cohort', id: cohortId }, before: seen === 0 ? null : before && { categories: before.categories, columns: before.columns, unmarked: before.unmarked }, after: settings });
    });
  }
}
