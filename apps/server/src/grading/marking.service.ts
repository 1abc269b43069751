import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { isWholeJudgement, scoreOf } from '@preceptor/assessment';
import type { Logger } from 'pino';
import { type EntityManager, IsNull } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { ScoringService } from '../learning/scoring.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { isId, nowText } from '../platform/ids.js';
import { textFault } from '../platform/input.js';
import { LOG } from '../platform/platform.module.js';
import { ensureTurn, settledBy } from './decide-mark.js';
import { gradingErrors } from './errors.js';
import { GradingSettingsService } from './grading-settings.service.js';
import { MarkRow, TaskRow } from './grading.entity.js';
import { TasksService } from './tasks.service.js';

export interface Marking { id: string; levels: Record<string, number>; comment: string }
/** Longest comment to a learner. */
const longestComment = 4_000;

/** What graders decide, and how it reaches the learner's record: also after a kill between the two. */
@Injectable()
export class MarkingService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #stopping = false;
  constructor(private readonly database: Database, private readonly tasks: TasksService, private readonly settings: GradingSettingsService, private readonly scoring: ScoringService, @Inject(LOG) private readonly log: Logger, private readonly audit: AuditService) {}

  /** What was decided and had not reached the record when the server stopped. */
  onApplicationBootstrap(): void {
    void this.#takeUp().catch((fault: unknown) => this.log.error({ fault: String(fault) }, 'marks left unapplied'));
  }
  beforeApplicationShutdown(): void { this.#stopping = true; }

  /** Marks an answer; the same id again changes nothing. */
  async grade(actor: Actor, taskId: string, { id, levels, comment }: Marking): Promise<TaskRow> {
    if (!isId(id)) throw platformErrors.BAD_INPUT({ says: 'A mark\'s id is a UUID in lower case.', path: ['id'] });
    const fault = textFault(comment, longestComment);
    if (fault !== null) throw platformErrors.BAD_INPUT({ says: fault, path: ['comment'] });
    const asked = await this.tasks.task(actor, taskId);
    const { item } = await this.tasks.content(actor, asked);
    if (!isWholeJudgement(item, levels)) throw gradingErrors.NOT_WHOLE({ path: ['levels'] });
    const { raw, max } = scoreOf({ item, response: null, given: { judgements: [levels], comments: [] }, correction: null });
    const rules = await this.settings.of(actor, asked.courseId, asked.assessmentId);
    const task = await this.database.write(async (manager) => {
      const task = await this.tasks.task(actor, taskId, manager);
      const known = await manager.findOneBy(MarkRow, { id });
      if (known !== null) {
        if (known.taskId !== taskId || known.graderId !== actor.accountId) throw platformErrors.CONFLICT({ says: 'This id belongs to another mark.', path: ['id'] });
        return task;
      }
      const now = nowText();
      const turn = ensureTurn(task, actor.accountId, now);
      const earlier = await marksOf(manager, taskId);
      // A new mark of the same person in the same turn takes the place of her earlier one, which is kept.
      await manager.update(MarkRow, { taskId, turn, graderId: actor.accountId, withdrawnAt: IsNull() }, { withdrawnAt: now });
      const mark: MarkRow = { id, organisationId: actor.organisationId, taskId, turn, levels, comment: comment.trim(), raw, max, graderId: actor.accountId, at: now, withdrawnAt: null };
      await manager.insert(MarkRow, mark);
      await this.audit.record(manager, actor, { action: 'mark.given', subject: { type: 'answer', id: taskId }, after: { enrolmentId: task.enrolmentId, assessmentId: task.assessmentId, itemId: task.itemId, turn, levels, raw, max, comment: mark.comment } });
      const double = turn === 'FIRST' && task.firstBy === null ? await this.#asksSecond(manager, task, rules.doubleEvery) : task.double;
      const marks = [...earlier.map((one) => (one.turn === turn && one.graderId === actor.accountId ? { ...one, withdrawnAt: one.withdrawnAt ?? now } : one)), mark];
      return this.#settle(manager, task, marks, double, rules.largestDifference, id);
    });
    await this.#apply(task);
    return task;
  }

  /** Takes one's own mark back, while nobody has followed it: the answer waits again. `eventId` is made by the client. */
  async withdraw(actor: Actor, markId: string, eventId: string): Promise<TaskRow> {
    if (!isId(eventId)) throw platformErrors.BAD_INPUT({ says: 'An id is a UUID in lower case.', path: ['id'] });
    const mark = isId(markId) ? await this.database.read.findOneBy(MarkRow, { id: markId, organisationId: actor.organisationId, graderId: actor.accountId }) : null;
    if (mark === null) throw platformErrors.NOT_FOUND({ path: ['mark'] });
    const task = await this.database.write(async (manager) => {
      const task = await this.tasks.task(actor, mark.taskId, manager);
      const marks = await marksOf(manager, task.id);
      if (marks.find(({ id }) => id === markId)?.withdrawnAt !== null) return task;
      if (marks.findLast(({ withdrawnAt }) => withdrawnAt === null)?.id !== markId) throw gradingErrors.NOT_LAST({ path: ['mark'] });
      const now = nowText();
      await manager.update(MarkRow, { id: markId }, { withdrawnAt: now });
      await this.audit.record(manager, actor, { action: 'mark.withdrawn', subject: { type: 'answer', id: task.id }, before: { enrolmentId: task.enrolmentId, assessmentId: task.assessmentId, itemId: task.itemId, turn: mark.turn, levels: mark.levels, raw: mark.raw, max: mark.max } });
      const { largestDifference } = await this.settings.of(actor, task.courseId, task.assessmentId);
      return this.#settle(manager, task, marks.map((one) => (one.id === markId ? { ...one, withdrawnAt: now } : one)), task.double, largestDifference, eventId);
    });
    await this.#apply(task);
    return task;
  }

  async #settle(manager: EntityManager, task: TaskRow, marks: MarkRow[], double: boolean, largestDifference: number, eventId: string): Promise<TaskRow> {
    const settled = settledBy(marks, double, largestDifference);
    const reaches = JSON.stringify(settled.final) !== JSON.stringify(task.final);
    const changes = { ...settled, double: settled.firstBy === null ? false : double, claimedBy: null, claimedUntil: null, revision: task.revision + 1, ...(reaches ? { applied: false, eventId } : {}) };
    // Somebody else's mark meanwhile makes this update miss, and nothing of it is kept.
    const { affected } = await manager.update(TaskRow, { id: task.id, revision: task.revision }, changes);
    if (affected !== 1) throw platformErrors.CONFLICT();
    return { ...task, ...changes };
  }

  /** Every n-th answer of the queue in the order in which they are first marked, the first one among them. */
  async #asksSecond(manager: EntityManager, { organisationId, courseId, assessmentId, itemId }: TaskRow, every: number): Promise<boolean> {
    if (every <= 1) return every === 1;
    const marked = await manager.createQueryBuilder(TaskRow, 't').where('t.organisationId = :organisationId AND t.courseId = :courseId AND t.assessmentId = :assessmentId AND t.itemId = :itemId AND t.firstBy IS NOT NULL', { organisationId, courseId, assessmentId, itemId }).getCount();
    return marked % every === 0;
  }

  /** Brings what counts into the learner's record; the event's id makes it happen once. */
  async #apply(task: TaskRow): Promise<void> {
    if (task.applied || task.eventId === null) return;
    await this.scoring.give(task, task.itemId, task.final, task.eventId);
    await this.database.write((manager) => manager.update(TaskRow, { id: task.id, eventId: task.eventId ?? '' }, { applied: true }));
  }

  async #takeUp(): Promise<void> {
    for (const task of await this.database.read.findBy(TaskRow, { applied: false })) {
      if (this.#stopping) return;
      await this.#apply(task);
    }
  }
}

const marksOf = (manager: EntityManager, taskId: string): Promise<MarkRow[]> => manager.find(MarkRow, { where: { taskId }, order: { at: 'ASC', id: 'ASC' } });
