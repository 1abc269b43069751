import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import type { Page } from '../platform/graphql/connection.js';
import { newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { sessionPrefix } from './columns.js';
import { gradebookErrors } from './errors.js';
import { GradebookChangeRow, GradebookMarkRow, type Override } from './gradebook.entity.js';

/** Which mark: of an enrolment of the actor's organisation, in a column that it has. The caller has found both. */
export interface MarkKey { enrolmentId: string; columnId: string }

const newMark = z.object({
  state: z.enum(['marked', 'excused', 'incomplete']), revision: z.int(),
  value: z.number('A mark is a number.').min(0, 'A mark is from 0 to 1.').max(1, 'A mark is from 0 to 1.').nullish().transform((value) => value ?? null),
  reason: z.string().trim().min(1, 'Say why: it stays in the history.').max(1000, 'A reason has at most 1,000 characters.'),
}).refine(({ state, value }) => (state === 'marked') === (value !== null), { message: 'A mark needs a value; who is excused or put off has none.', path: ['value'] });
export type NewMark = z.input<typeof newMark>;

/** What staff put in the place of marks, and the history of it. */
@Injectable()
export class MarksService {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  /** What stands in the place of marks of these enrolments, by enrolment and column. */
  async of(actor: Actor, enrolmentIds: readonly string[]): Promise<Map<string, Map<string, GradebookMarkRow>>> {
    const found = new Map<string, Map<string, GradebookMarkRow>>();
    if (enrolmentIds.length === 0) return found;
    for (const row of await this.database.read.findBy(GradebookMarkRow, { enrolmentId: In([...enrolmentIds]), organisationId: actor.organisationId })) {
      const own = found.get(row.enrolmentId) ?? new Map<string, GradebookMarkRow>();
      found.set(row.enrolmentId, own.set(row.columnId, row));
    }
    return found;
  }

  async override(actor: Actor, key: MarkKey, input: NewMark): Promise<void> {
    const { state, value, reason, revision } = parseInput(newMark, input, 'input');
    await this.database.write((manager) => this.#replace(manager, actor, key, revision, async () => ({ after: { state, value, reason }, reason, undoes: null })));
  }

  /** Puts back what stood there before the last change; done again, it puts the change back. */
  async undo(actor: Actor, key: MarkKey, revision: number): Promise<void> {
    await this.database.write((manager) => this.#replace(manager, actor, key, revision, async () => {
      const last = await manager.findOne(GradebookChangeRow, { where: { ...key, organisationId: actor.organisationId }, order: { id: 'DESC' } });
      if (last === null) throw gradebookErrors.NOTHING_TO_UNDO({ path: ['column'] });
      return { after: last.before, reason: '', undoes: last.id };
    }));
  }

  /** Copies what stands in the place of an enrolment's marks to another that began with its progress; marks of sessions stay with their sessions. */
  async copy(manager: EntityManager, actor: Actor, from: string, to: string): Promise<void> {
    const at = { savedBy: actor.accountId, savedAt: nowText() };
    for (const row of await manager.findBy(GradebookMarkRow, { enrolmentId: from, organisationId: actor.organisationId })) {
      if (row.columnId.startsWith(sessionPrefix) || row.state === 'none') continue;
      await manager.insert(GradebookMarkRow, { ...row, ...at, enrolmentId: to, revision: 1 });
      await manager.insert(GradebookChangeRow, { id: newId(), organisationId: actor.organisationId, enrolmentId: to, columnId: row.columnId, before: null, after: overrideOf(row), reason: row.reason, undoes: null, accountId: actor.accountId, at: at.savedAt });
    }
  }

  /** What was changed of one mark, newest first; `first + 1` rows. */
  async changes(actor: Actor, key: MarkKey, { first, after }: Page): Promise<{ rows: GradebookChangeRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(GradebookChangeRow, 'c').where('c.enrolmentId = :enrolmentId AND c.columnId = :columnId AND c.organisationId = :organisation', { ...key, organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('c.id < :id', { id: after[0] });
    return { rows: await query.orderBy('c.id', 'DESC').take(first + 1).getMany(), total };
  }

  async #replace(manager: EntityManager, actor: Actor, key: MarkKey, seen: number, decide: () => Promise<Pick<GradebookChangeRow, 'after' | 'reason' | 'undoes'>>): Promise<void> {
    const mine = { ...key, organisationId: actor.organisationId };
    const at = { savedBy: actor.accountId, savedAt: nowText() };
    await manager.createQueryBuilder().insert().into(GradebookMarkRow).values({ ...mine, ...at, state: 'none', value: null, reason: '', revision: 0 }).orIgnore().execute();
    // Takes the row's lock: of two who change one mark at once the second finds another revision.
    const { affected } = await manager.update(GradebookMarkRow, { ...mine, revision: seen }, { ...at, revision: seen + 1 });
    const row = await manager.findOneBy(GradebookMarkRow, mine);
    if (affected !== 1 || row === null) throw gradebookErrors.MARK_CHANGED({ path: ['revision'] });
    const { after, reason, undoes } = await decide();
    await manager.update(GradebookMarkRow, mine, { state: after?.state ?? 'none', value: after?.value ?? null, reason: after?.reason ?? '' });
    await manager.insert(GradebookChangeRow, { id: newId(), ...mine, before: overrideOf(row), after, reason, undoes, accountId: actor.accountId, at: at.savedAt });
    await this.audit.record(manager, actor, { action: 'mark.overridden', subject: { type: 'enrolment', id: key.enrolmentId }, before: { column: key.columnId, mark: overrideOf(row) }, after: { column: key.columnId, mark: after } });
  }
}

/** null: what the system has counted stands. */
export const overrideOf = ({ state, value, reason }: Pick<GradebookMarkRow, 'state' | 'value' | 'reason'>): Override | null => (state === 'none' ? null : { state, value, reason });
