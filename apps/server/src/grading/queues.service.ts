import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { MarkRow, TaskRow } from './grading.entity.js';
import { IntakeService } from './intake.service.js';
import { type Queue, queueId, readQueueId } from './queue-id.js';

export interface QueueCounts extends Queue {
  id: string;
  waiting: number; second: number; secondMine: number; moderation: number; done: number; total: number;
  /** When the oldest answer that waits was submitted; null: none waits. */
  oldestAt: string | null;
  /** The newest version that has answers in it. */
  courseVersionId: string;
}
interface RawQueue { course: string; assessment: string; item: string; waiting: string; second: string; mine: string; moderation: string; done: string; oldest: string | null; version: string }

/** What waits, by item. */
@Injectable()
export class QueuesService {
  constructor(private readonly database: Database, private readonly intake: IntakeService) {}

  /** A page of the organisation's queues, the oldest waiting answer first, those in which nothing waits last. One more than asked for where more follow. */
  async page(actor: Actor, course: string | null, { first, after }: Page): Promise<{ rows: QueueCounts[]; total: number }> {
    await this.intake.takeIn(actor);
    const all = await this.#counts(actor, course === null ? {} : { courseId: course });
    const from = after === null ? 0 : all.findIndex(({ id }) => id === after[0]) + 1;
    return { rows: all.slice(from, from + first + 1), total: all.length };
  }

  /** One queue; NOT_FOUND where the organisation has no such one. */
  async one(actor: Actor, id: string): Promise<QueueCounts> {
    const queue = readQueueId(id);
    await this.intake.takeIn(actor);
    const [found] = await this.#counts(actor, queue);
    if (found === undefined) throw platformErrors.NOT_FOUND({ path: ['queue'] });
    return found;
  }

  /** The marks of first and second graders that hold, of answers that have both; the newest 5,000. */
  async pairs(actor: Actor, queue: Queue): Promise<{ taskId: string; first: Record<string, number>; second: Record<string, number> }[]> {
    const marks = await this.database.read.createQueryBuilder(MarkRow, 'm')
      .innerJoin(TaskRow, 't', 't.id = m.taskId AND t.organisationId = :organisation AND t.courseId = :courseId AND t.assessmentId = :assessmentId AND t.itemId = :itemId AND t.secondBy IS NOT NULL', { organisation: actor.organisationId, ...queue })
      .where("m.withdrawnAt IS NULL AND m.turn <> 'MODERATION'").orderBy('m.at', 'DESC').limit(10_000).getMany();
    const first = new Map(marks.filter(({ turn }) => turn === 'FIRST').toReversed().map(({ taskId, levels }) => [taskId, levels]));
    const second = new Map(marks.filter(({ turn }) => turn === 'SECOND').toReversed().map(({ taskId, levels }) => [taskId, levels]));
    return [...first].flatMap(([taskId, levels]) => { const other = second.get(taskId); return other === undefined ? [] : [{ taskId, first: levels, second: other }]; });
  }

  async #counts(actor: Actor, only: Partial<Queue>): Promise<QueueCounts[]> {
    const sum = (when: string, as: string) => `SUM(CASE WHEN ${when} THEN 1 ELSE 0 END) AS ${as}`;
    const query = this.database.read.createQueryBuilder(TaskRow, 't')
      .select(['t.courseId AS course', 't.assessmentId AS assessment', 't.itemId AS item', 'MAX(t.courseVersionId) AS version'])
      .addSelect([sum("t.state = 'WAITING'", 'waiting'), sum("t.state = 'SECOND'", 'second'), sum("t.state = 'SECOND' AND t.firstBy <> :me", 'mine'), sum("t.state = 'MODERATION'", 'moderation'), sum("t.state = 'DONE'", 'done'), "MIN(CASE WHEN t.state IN ('WAITING', 'SECOND', 'MODERATION') THEN t.submittedAt END) AS oldest"])
      .where("t.organisationId = :organisation AND t.state <> 'VOID'", { organisation: actor.organisationId, me: actor.accountId })
      .groupBy('t.courseId').addGroupBy('t.assessmentId').addGroupBy('t.itemId');
    for (const [name, value] of Object.entries(only)) query.andWhere(`t.${name} = :${name}`, { [name]: value });
    const rows = (await query.getRawMany<RawQueue>()).map(countsOf);
    return rows.toSorted((a, b) => compare(a.oldestAt ?? '￿', b.oldestAt ?? '￿') || compare(a.id, b.id));
  }
}

function countsOf(row: RawQueue): QueueCounts {
  const queue = { courseId: row.course, assessmentId: row.assessment, itemId: row.item };
  const [waiting, second, moderation, done] = [Number(row.waiting), Number(row.second), Number(row.moderation), Number(row.done)];
  return { ...queue, id: queueId(queue), waiting, second, secondMine: Number(row.mine), moderation, done, total: waiting + second + moderation + done, oldestAt: row.oldest, courseVersionId: row.version };
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
