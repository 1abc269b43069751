import { Injectable } from '@nestjs/common';
import { dayIn, type DuePart, dueParts, partsOf } from '@preceptor/tracking';
import { In } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { CourseVersions } from '../catalog/course-versions.js';
import type { Actor } from '../identity/actor.js';
import { AttemptsService } from '../learning/attempts.service.js';
import { EnrollingService } from '../learning/enrolling.service.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { calendarDay } from '../platform/calendar-day.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { found } from '../platform/found.js';
import type { Page } from '../platform/graphql/connection.js';
import { newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { CohortStore } from './cohort-store.js';
import { type CohortRow, DeadlineRow, ExtensionRow } from './cohorts.entity.js';
import { CohortsService } from './cohorts.service.js';
import { cohortErrors } from './errors.js';

export interface PartDay { part: string; dueOn: string }
const days = z.array(z.object({ part: z.string().max(220), dueOn: calendarDay })).max(1_000);
const extension = z.object({ part: z.string().max(220), dueOn: calendarDay, reason: z.string().trim().min(1, 'Say why: others will ask.').max(500, 'A reason has at most 500 characters.') });

/** By when what is due: for everybody of a cohort, and for one person who has more time. */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly database: Database, private readonly store: CohortStore, private readonly cohorts: CohortsService, private readonly versions: CourseVersions, private readonly attempting: AttemptsService,
    private readonly enrolments: EnrolmentsService, private readonly enrolling: EnrollingService, private readonly audit: AuditService,
  ) {}

  /** Every part of the cohort's course that can be due, the course itself left out. */
  async ofCohort({ id, courseVersionId }: Pick<CohortRow, 'id' | 'courseVersionId'>): Promise<{ part: string; title: string; dueOn: string | null }[]> {
    const { outline, courseId } = found(await this.versions.get(courseVersionId));
    const rows = await this.database.read.findBy(DeadlineRow, { cohortId: id, courseId });
    return partsOf(outline).filter(({ part }) => part !== '').map((each) => ({ ...each, dueOn: rows.find(({ part }) => part === each.part)?.dueOn ?? null }));
  }

  /** Sets all days of a cohort's course; a part that is not named has none. */
  async set(actor: Actor, cohortId: string, revision: number, wanted: PartDay[]): Promise<CohortRow> {
    const all = parseInput(days, wanted, 'deadlines');
    const cohort = found(await this.cohorts.cohort(actor, cohortId));
    const { outline, courseId } = found(await this.versions.get(cohort.courseVersionId));
    const known = partsOf(outline).filter(({ part }) => part !== '');
    const strange = all.findIndex(({ part }) => known.every((each) => each.part !== part));
    if (strange !== -1) throw platformErrors.NOT_FOUND({ says: 'The course has no such unit or assessment.', path: ['deadlines', String(strange), 'part'] });
    const inWords = (list: readonly PartDay[]) => known.flatMap(({ part, title }) => { const day = list.find((each) => each.part === part)?.dueOn; return day === undefined ? [] : [`${title} by ${day}`]; }).join(', ') || null;
    return this.store.change(actor, cohortId, revision, async (_, manager) => {
      const before = inWords(await manager.findBy(DeadlineRow, { cohortId, courseId }));
      await manager.delete(DeadlineRow, { cohortId, courseId });
      const once = new Map(all.map(({ part, dueOn }) => [part, dueOn]));
      if (once.size > 0) await manager.insert(DeadlineRow, [...once].map(([part, dueOn]) => ({ cohortId, courseId, part, dueOn })));
      const after = inWords([...once].map(([part, dueOn]) => ({ part, dueOn })));
      return { changes: before === after ? [] : [{ field: 'deadlines', before, after }] };
    });
  }

  /** What is due by when for one learner; the caller has found the enrolment for the actor. */
  async ofLearner(actor: Actor, enrolmentId: string, now: Date = new Date()): Promise<DuePart[]> {
    const { enrolment, version } = await this.attempting.record(actor, enrolmentId);
    const cohort = enrolment.cohortId === null ? null : await this.cohorts.cohort(actor, enrolment.cohortId);
    const usual = new Map((cohort === null ? [] : await this.#usual(actor, cohort.id, version.courseId)).map(({ part, dueOn }) => [part, dueOn]));
    // The course's own day stands in the enrolment: the cohort's last, or hers.
    const own = new Map((await this.#granted(actor, enrolmentId)).filter(({ cohortId }) => cohortId === enrolment.cohortId).map(({ part, dueOn }) => [part, dueOn]));
    if (cohort !== null && cohort.endsOn !== null) usual.set('', cohort.endsOn);
    const row = await this.enrolments.find(actor, enrolmentId);
    own.delete('');
    if (row !== null && row.dueOn !== null) own.set('', row.dueOn); else usual.delete('');
    return dueParts(version.outline, await this.attempting.progress(actor, enrolmentId), usual, own, dayIn(cohort?.timeZone ?? 'UTC', now));
  }

  /** Gives one person another day, with a reason; all that were given before are kept. */
  async extend(actor: Actor, enrolmentId: string, input: PartDay & { reason: string }, now: Date = new Date()): Promise<void> {
    const { part, dueOn, reason } = parseInput(extension, input, 'input');
    const row = await this.enrolments.find(actor, enrolmentId);
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    if (row.cohortId === null) throw cohortErrors.NOT_IN_COHORT({ path: ['enrolment'] });
    const { version } = await this.attempting.record(actor, enrolmentId);
    if (partsOf(version.outline).every((each) => each.part !== part)) throw platformErrors.NOT_FOUND({ says: 'The course has no such unit or assessment.', path: ['input', 'part'] });
    const before = (await this.ofLearner(actor, enrolmentId, now)).find((each) => each.part === part)?.dueOn ?? null;
    const { cohortId } = row;
    await this.database.write(async (manager) => {
      const cohort = await this.store.locked(manager, actor, cohortId, ['enrolment']);
      if (cohort.archivedAt !== null) throw cohortErrors.COHORT_ARCHIVED({ path: ['enrolment'] });
      await manager.insert(ExtensionRow, { id: newId(), organisationId: actor.organisationId, enrolmentId, cohortId, part, before, dueOn, reason, accountId: actor.accountId, at: nowText() });
      if (part === '') await this.enrolling.set(manager, [enrolmentId], { dueOn });
      await this.audit.record(manager, actor, { action: 'deadline.extended', subject: { type: 'enrolment', id: enrolmentId }, before: { part, dueOn: before }, after: { part, dueOn, reason } });
    });
    if (part === '') await this.enrolling.changed([enrolmentId]);
  }

  /** Whether somebody has more time in the cohort that she is in. */
  async isExtended(actor: Actor, { id, cohortId }: { id: string; cohortId: string | null }): Promise<boolean> {
    return (await this.#granted(actor, id)).some((row) => row.cohortId === cohortId);
  }

  /** Who gave which day and why, the last first; the caller has found the enrolment for the actor. */
  async history(enrolmentId: string, { first, after }: Page): Promise<{ rows: ExtensionRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(ExtensionRow, 'x').where('x.enrolmentId = :enrolmentId', { enrolmentId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('x.id < :id', { id: after[0] });
    return { rows: await query.orderBy('x.id', 'DESC').take(first + 1).getMany(), total };
  }

  async #usual(actor: Actor, cohortId: string, courseId: string): Promise<DeadlineRow[]> {
    return await actor.loader('cohorts.deadlines', async (keys) => {
      const rows = await this.database.read.findBy(DeadlineRow, { cohortId: In(keys.map((key) => key.split('/')[0])) });
      return new Map(keys.map((key) => [key, rows.filter((row) => `${row.cohortId}/${row.courseId}` === key)]));
    }).load(`${cohortId}/${courseId}`) ?? [];
  }

  /** The newest of each part comes last. Batched. */
  async #granted(actor: Actor, enrolmentId: string): Promise<ExtensionRow[]> {
    return await actor.loader('cohorts.extensions', async (ids) => {
      const rows = await this.database.read.find(ExtensionRow, { where: { enrolmentId: In([...ids]) }, order: { id: 'ASC' } });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.enrolmentId === id)]));
    }).load(enrolmentId) ?? [];
  }
}
