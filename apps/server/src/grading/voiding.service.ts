import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { settledBy } from './decide-mark.js';
import { MarkRow, type RegradeRow, TaskRow } from './grading.entity.js';

/** Answers that need no grading any more because of a regrade, or need it again. */
@Injectable()
export class VoidingService {
  constructor(private readonly database: Database) {}

  async follow({ versionIds, itemId, correction, organisationId }: Pick<RegradeRow, 'versionIds' | 'itemId' | 'correction' | 'organisationId'>): Promise<void> {
    const of = { organisationId, courseVersionId: In(versionIds), itemId };
    if (correction !== null && correction.kind !== 'key') {
      await this.database.write((manager) => manager.update(TaskRow, { ...of, state: In(['WAITING', 'SECOND', 'MODERATION']) }, { state: 'VOID', claimedBy: null, claimedUntil: null }));
      return;
    }
    const tasks = await this.database.read.findBy(TaskRow, { ...of, state: 'VOID' });
    if (tasks.length === 0) return;
    const marks = await this.database.read.find(MarkRow, { where: { taskId: In(tasks.map(({ id }) => id)) }, order: { at: 'ASC', id: 'ASC' } });
    await this.database.write(async (manager) => {
      for (const { id, double } of tasks) {
        // It was open when it was set aside: only which step it stood at is to be found.
        const { state } = settledBy(marks.filter(({ taskId }) => taskId === id), double, 0);
        await manager.update(TaskRow, { id }, { state: state === 'DONE' ? 'MODERATION' : state });
      }
    });
  }
}
