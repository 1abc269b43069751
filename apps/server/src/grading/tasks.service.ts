import { Injectable } from '@nestjs/common';
import type { Item, ItemResponse } from '@preceptor/assessment';
import { itemById } from '@preceptor/course/delivery';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { CatalogService } from '../catalog/catalog.service.js';
import type { LoadedVersion } from '../catalog/course-versions.js';
import type { Actor } from '../identity/actor.js';
import { ScoringService } from '../learning/scoring.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId } from '../platform/ids.js';
import { visibleMarks } from './decide-mark.js';
import { MarkRow, TaskRow, type TaskState } from './grading.entity.js';
import { IntakeService } from './intake.service.js';
import { readQueueId } from './queue-id.js';

/** How long an answer is kept for whoever opened it, in milliseconds. */
const claimLasts = 15 * 60_000;
export interface AnswerContent { item: Item; version: LoadedVersion; response: ItemResponse | null }

/** Answers to grade: found, opened, given out one by one. */
@Injectable()
export class TasksService {
  constructor(private readonly database: Database, private readonly catalog: CatalogService, private readonly scoring: ScoringService, private readonly intake: IntakeService) {}

  /** A task of the actor's organisation; NOT_FOUND for any other. Read where it is written when a manager is given. */
  async task(actor: Actor, id: string, manager: EntityManager = this.database.read): Promise<TaskRow> {
    const row = isId(id) ? await manager.findOneBy(TaskRow, { id, organisationId: actor.organisationId }) : null;
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['answer'] });
    return row;
  }

  /** A page of a queue's answers, oldest first; `first + 1` rows. */
  async page(actor: Actor, queue: string, states: readonly TaskState[], { first, after }: Page): Promise<{ rows: TaskRow[]; total: number }> {
    const query = this.#ofQueue(actor, queue).andWhere('t.state IN (:...states)', { states: [...states] });
    const total = await query.getCount();
    if (after !== null) query.andWhere('(t.submittedAt > :at OR (t.submittedAt = :at AND t.id > :id))', { at: after[0], id: after[1] });
    return { rows: await query.orderBy('t.submittedAt').addOrderBy('t.id').take(first + 1).getMany(), total };
  }

  /**
   * The oldest answer that is the actor's to mark, kept for her for a quarter of an hour: first the one that she has open
   * already. `after`: a task that she passes over; it is free again. null: there is none.
   */
  async next(actor: Actor, queue: string, { after = null, moderate = false }: { after?: string | null; moderate?: boolean }, now: Date = new Date()): Promise<TaskRow | null> {
    await this.intake.takeIn(actor);
    const passed = after === null ? null : await this.task(actor, after);
    const until = new Date(now.getTime() + claimLasts).toISOString();
    return this.database.write(async (manager) => {
      if (passed !== null) await manager.update(TaskRow, { id: passed.id, claimedBy: actor.accountId }, { claimedBy: null, claimedUntil: null });
      const query = this.#ofQueue(actor, queue, manager).andWhere('(t.claimedBy IS NULL OR t.claimedBy = :me OR t.claimedUntil <= :now)', { me: actor.accountId, now: now.toISOString() });
      if (moderate) query.andWhere("t.state = 'MODERATION' AND t.firstBy <> :me AND t.secondBy <> :me");
      else query.andWhere("(t.state = 'WAITING' OR (t.state = 'SECOND' AND t.firstBy <> :me))");
      if (passed !== null) query.andWhere('(t.submittedAt > :at OR (t.submittedAt = :at AND t.id > :id))', { at: passed.submittedAt, id: passed.id });
      query.orderBy('CASE WHEN t.claimedBy = :me THEN 0 ELSE 1 END').addOrderBy('t.submittedAt').addOrderBy('t.id').limit(1);
      // Two graders who ask at once get two answers.
      if (this.database.engine === 'postgres') query.setLock('pessimistic_write').setOnLocked('skip_locked');
      const task = await query.getOne();
      if (task === null) return null;
      await manager.update(TaskRow, { id: task.id }, { claimedBy: actor.accountId, claimedUntil: until });
      return { ...task, claimedBy: actor.accountId, claimedUntil: until };
    });
  }

  /** What was asked and answered. Batched versions come from memory. */
  async content(actor: Actor, task: TaskRow): Promise<AnswerContent> {
    const version = await this.catalog.loaded(actor, task.courseVersionId);
    const item = itemOf(version, task.itemId);
    if (item === null) throw platformErrors.NOT_FOUND({ path: ['answer'] });
    return { item, version, response: (await this.scoring.answer(task, task.itemId))?.response ?? null };
  }

  /** The marks of a task that the actor may see, oldest first; batched within a request. */
  async marks(actor: Actor, task: TaskRow): Promise<MarkRow[]> {
    const marks = await actor.loader('grading.marks', async (ids) => {
      const found = new Map<string, MarkRow[]>();
      for (const mark of await this.database.read.find(MarkRow, { where: { taskId: In([...ids]) }, order: { at: 'ASC', id: 'ASC' } })) found.set(mark.taskId, [...found.get(mark.taskId) ?? [], mark]);
      return found;
    }).load(task.id);
    return visibleMarks(task, marks ?? [], actor.accountId);
  }

  /** The answer's place among all of its queue in the order of submission, from 1: what it is called where nobody is named. Batched. */
  async number(actor: Actor, task: TaskRow): Promise<number> {
    const number = await actor.loader('grading.numbers', async (ids) => {
      const earlier = (one: SelectQueryBuilder<TaskRow>) => one.select('COUNT(*)').from(TaskRow, 'o')
        .where('o.organisationId = t.organisationId AND o.courseId = t.courseId AND o.assessmentId = t.assessmentId AND o.itemId = t.itemId')
        .andWhere('(o.submittedAt < t.submittedAt OR (o.submittedAt = t.submittedAt AND o.id <= t.id))');
      const rows = await this.database.read.createQueryBuilder(TaskRow, 't').select('t.id', 'id').addSelect(earlier, 'number').where('t.id IN (:...ids)', { ids: [...ids] }).getRawMany<{ id: string; number: string }>();
      return new Map(rows.map(({ id, number }) => [id, Number(number)]));
    }).load(task.id);
    return number ?? 0;
  }

  #ofQueue(actor: Actor, queue: string, manager: EntityManager = this.database.read) {
    return manager.createQueryBuilder(TaskRow, 't')
      .where('t.organisationId = :organisation AND t.courseId = :courseId AND t.assessmentId = :assessmentId AND t.itemId = :itemId', { organisation: actor.organisationId, ...readQueueId(queue) });
  }
}

const items = new WeakMap<LoadedVersion, Map<string, Item>>();
/** An item of a version as it was published. */
export function itemOf(version: LoadedVersion, id: string): Item | null {
  let known = items.get(version);
  if (known === undefined) {
    known = itemById(version.course);
    items.set(version, known);
  }
  return known.get(id) ?? null;
}
