import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { calendarDay } from '../platform/calendar-day.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { parseInput } from '../platform/parse.js';
import { DayOffRow } from './days-off.entity.js';

/** Most days that an organisation keeps: some ten years of holidays. */
const mostDays = 1_000;
const newDays = z.array(z.object({ day: calendarDay, name: z.string().trim().min(1, 'Say what day it is.').max(80, 'A name has at most 80 characters.') })).min(1, 'Name at least one day.').max(400, 'At most 400 days are added at once.');

/** The days on which an organisation does not work. Nothing is moved because of one: whoever plans is told. */
@Injectable()
export class DaysOffService {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  /** All of them from one day to another, both included, the first first. */
  list({ organisationId }: Actor, from = '0000-01-01', to = '9999-12-31'): Promise<DayOffRow[]> {
    return this.database.read.createQueryBuilder(DayOffRow, 'd').where('d.organisationId = :organisationId AND d.day >= :from AND d.day <= :to', { organisationId, from, to }).orderBy('d.day').take(mostDays).getMany();
  }

  /** What day off a calendar day is; null: none. Batched. */
  nameOf(actor: Actor, day: string): Promise<string | null> {
    return actor.loader('days-off.name', async (days) => {
      const rows = await this.database.read.findBy(DayOffRow, { organisationId: actor.organisationId, day: In([...days]) });
      return new Map(rows.map((row) => [row.day, row.name]));
    }).load(day);
  }

  /** Adds days; one that is there already gets the new name. */
  async add(actor: Actor, input: unknown): Promise<DayOffRow[]> {
    const days = new Map(parseInput(newDays, input, 'days').map(({ day, name }) => [day, name]));
    await this.database.write(async (manager) => {
      const before = await manager.findBy(DayOffRow, { organisationId: actor.organisationId, day: In([...days.keys()]) });
      if (await manager.countBy(DayOffRow, { organisationId: actor.organisationId }) + days.size - before.length > mostDays) throw platformErrors.TOO_LARGE({ says: `An organisation keeps at most ${mostDays.toLocaleString('en')} days off. Take old ones off the list first.`, path: ['days'] });
      await manager.upsert(DayOffRow, [...days].map(([day, name]) => ({ organisationId: actor.organisationId, day, name })), ['organisationId', 'day']);
      await this.audit.record(manager, actor, { action: 'days-off.added', subject: { type: 'organisation', id: actor.organisationId }, before: inWords(before), after: Object.fromEntries(days) });
    });
    return this.list(actor);
  }

  /** Takes one off the list; one that is not on it is none. */
  async remove(actor: Actor, input: string): Promise<DayOffRow[]> {
    const day = parseInput(calendarDay, input, 'day');
    await this.database.write(async (manager) => {
      const key = { organisationId: actor.organisationId, day };
      const before = await manager.findOneBy(DayOffRow, key);
      if (before === null) return;
      await manager.delete(DayOffRow, key);
      await this.audit.record(manager, actor, { action: 'days-off.removed', subject: { type: 'organisation', id: actor.organisationId }, before: inWords([before]) });
    });
    return this.list(actor);
  }
}

const inWords = (rows: readonly DayOffRow[]): Record<string, string> => Object.fromEntries(rows.map(({ day, name }) => [day, name]));
