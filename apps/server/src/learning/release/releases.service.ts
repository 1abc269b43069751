import { Injectable } from '@nestjs/common';
import type { ReleaseSchedule } from '@preceptor/tracking';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { Notices } from '../../platform/database/notices.js';
import { EnrollingService } from '../enrolling.service.js';
import type { LedgerRecord } from '../ledger/record.js';
import { EnrolmentRow, ProgressRow } from '../learning.entity.js';
import type { Gate } from './gate.js';
import { ReleaseRow } from './release.entity.js';

const channel = 'learning.release';
/** What is remembered is read again after so long, should a notice have been missed. */
const rememberedMs = 60_000;
/** How long a course that was found waiting for another is taken to wait still. */
const waitingMs = 2_000;
const mostRemembered = 5_000;
type Asked = Pick<LedgerRecord, 'enrolment' | 'version'>;

/** What has to be read before a decision can be made in memory. */
class Unready extends Error {
  constructor(readonly read: () => Promise<void>) { super('something has to be read first'); }
}

/**
 * When units open, by cohort and course. On the hot path it is asked in memory; what is not remembered is read once a
 * minute for a cohort, not once for a learner or an event.
 */
@Injectable()
export class ReleasesService {
  readonly #schedules = new Map<string, { schedule: ReleaseSchedule | null; until: number }>();
  readonly #waiting = new Map<string, number>();

  constructor(private readonly database: Database, private readonly enrolling: EnrollingService, private readonly notices: Notices) {
    notices.listen(channel, (cohortId) => this.#forget(cohortId), () => this.#schedules.clear());
  }

  /** Runs what asks `now`, again once what it missed was read. */
  async ready<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await work();
      } catch (fault) {
        if (!(fault instanceof Unready) || tries === 3) throw fault;
        await fault.read();
      }
    }
  }

  /** What is closed for a learner now, without waiting: to be called within `ready`. */
  now({ enrolment, version }: Asked): Gate {
    const moment = Date.now();
    if (enrolment.waitsFor !== null && (this.#waiting.get(enrolment.id) ?? 0) < moment) throw new Unready(() => this.#readOther(enrolment));
    if (enrolment.cohortId === null) return open;
    const found = this.#schedules.get(keyOf(enrolment.cohortId, version.courseId));
    if (found === undefined || found.until < moment) throw new Unready(() => this.#read(enrolment.cohortId ?? '', version.courseId));
    return found.schedule === null && enrolment.waitsFor === null ? open : { schedule: found.schedule, waitsFor: enrolment.waitsFor };
  }

  /** What is closed for a learner now. A course whose other is completed is found open at the next reading of its enrolment. */
  of(record: Asked): Promise<Gate> {
    return this.ready(async () => (record.enrolment.waitsFor !== null && await this.#isCompleted(record.enrolment.waitsFor) ? { ...this.now({ ...record, enrolment: { ...record.enrolment, waitsFor: null } }) } : this.now(record)));
  }

  /** The rule of a cohort for one course; null: all at once. */
  async ofCohort(cohortId: string, courseId: string): Promise<ReleaseSchedule | null> {
    const row = await this.database.read.findOneBy(ReleaseRow, { cohortId, courseId });
    return row === null ? null : scheduleOf(row);
  }

  /** Sets the rule; the caller decides about the cohort. After the commit: `changed`. */
  async set(manager: EntityManager, cohortId: string, courseId: string, { rule, startsOn, timeZone }: ReleaseSchedule): Promise<void> {
    await manager.delete(ReleaseRow, { cohortId, courseId });
    if (rule.kind !== 'all') await manager.insert(ReleaseRow, { cohortId, courseId, rule, startsOn, timeZone });
  }

  /** The cohort has other dates or another zone. After the commit: `changed`. */
  async follow(manager: EntityManager, cohortId: string, dates: Pick<ReleaseSchedule, 'startsOn' | 'timeZone'>): Promise<void> {
    await manager.update(ReleaseRow, { cohortId }, dates);
  }

  /** Every server reads the cohort's rules again. */
  changed(cohortId: string): Promise<void> { return this.notices.publish(channel, cohortId); }

  /** The rules of several cohorts, by course. Batched. */
  async ofCohorts(actor: Actor, cohortId: string): Promise<ReleaseRow[]> {
    return await actor.loader('learning.releases', async (ids) => {
      const rows = await this.database.read.findBy(ReleaseRow, { cohortId: In([...ids]) });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.cohortId === id)]));
    }).load(cohortId) ?? [];
  }

  async #read(cohortId: string, courseId: string): Promise<void> {
    if (this.#schedules.size >= mostRemembered) this.#schedules.clear();
    this.#schedules.set(keyOf(cohortId, courseId), { schedule: await this.ofCohort(cohortId, courseId), until: Date.now() + rememberedMs });
  }

  async #isCompleted(enrolmentId: string): Promise<boolean> {
    return (await this.database.read.findOne(ProgressRow, { select: { enrolmentId: true, completion: true }, where: { enrolmentId } }))?.completion === 'completed';
  }

  /** A course whose other is completed waits no more, whatever becomes of the other. */
  async #readOther({ id, waitsFor }: EnrolmentRow): Promise<void> {
    if (this.#waiting.size >= mostRemembered) this.#waiting.clear();
    if (waitsFor === null || !(await this.#isCompleted(waitsFor))) { this.#waiting.set(id, Date.now() + waitingMs); return; }
    await this.database.write((manager) => this.enrolling.set(manager, [id], { waitsFor: null }));
    await this.enrolling.changed([id]);
  }

  #forget(cohortId: string): void {
    for (const key of this.#schedules.keys()) if (key.startsWith(`${cohortId}/`)) this.#schedules.delete(key);
  }
}

const open: Gate = { schedule: null, waitsFor: null };
const keyOf = (cohortId: string, courseId: string) => `${cohortId}/${courseId}`;
const scheduleOf = ({ rule, startsOn, timeZone }: ReleaseRow): ReleaseSchedule => ({ rule, startsOn, timeZone });
