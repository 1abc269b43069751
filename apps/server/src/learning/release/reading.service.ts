import { Injectable } from '@nestjs/common';
import { searchEntries } from '@preceptor/course/delivery';
import type { CourseOutline, SearchEntry } from '@preceptor/course/delivery';
import type { UnitOpening as Opening } from '@preceptor/tracking';
import type { Actor } from '../../identity/actor.js';
import { AttemptsService } from '../attempts.service.js';
import { isOwn } from '../enrolments.service.js';
import type { LedgerRecord } from '../ledger/record.js';
import { closedLesson, openings, outlineWith } from './gate.js';
import type { UnitOpening } from './release.types.js';
import { ReleasesService } from './releases.service.js';

/** What of a course its learner can read now. Staff read all of it; the caller has found the enrolment for the actor. */
@Injectable()
export class ReadingService {
  constructor(private readonly attempting: AttemptsService, private readonly releases: ReleasesService) {}

  /** How each unit stands for the learner, whoever asks. */
  async openings(actor: Actor, enrolmentId: string, now: Date = new Date()): Promise<Opening[]> {
    const record = await this.attempting.record(actor, enrolmentId);
    return openings(await this.releases.of(record), record, now);
  }

  /** The same with the titles of the units. */
  async units(actor: Actor, enrolmentId: string): Promise<UnitOpening[]> {
    const { version: { outline } } = await this.attempting.record(actor, enrolmentId);
    const titleOf = (id: string) => outline.units.find((unit) => unit.id === id)?.title ?? '';
    return (await this.openings(actor, enrolmentId)).map(({ unit, open, opensOn, after }) => ({ unit, title: titleOf(unit), open, opensOn, after: after === null ? null : titleOf(after) }));
  }

  /** The record, where the lesson is open to the actor; throws NOT_RELEASED. */
  async lessonOf(actor: Actor, enrolmentId: string, lesson: string, now: Date = new Date()): Promise<LedgerRecord> {
    const record = await this.attempting.record(actor, enrolmentId);
    const closed = isOwn(actor, record.enrolment) ? closedLesson(await this.releases.of(record), lesson, record, now) : null;
    if (closed !== null) throw closed;
    return record;
  }

  /** The outline, with what is closed to the actor said on its units. */
  async outline(actor: Actor, enrolmentId: string): Promise<CourseOutline> {
    const { version, enrolment } = await this.attempting.record(actor, enrolmentId);
    return isOwn(actor, enrolment) ? outlineWith(version.outline, await this.openings(actor, enrolmentId)) : version.outline;
  }

  /** What can be searched: of lessons that are closed to the actor, nothing. */
  async searchEntries(actor: Actor, enrolmentId: string, now: Date = new Date()): Promise<SearchEntry[]> {
    const record = await this.attempting.record(actor, enrolmentId);
    const entries = searchEntries(record.version.course);
    if (!isOwn(actor, record.enrolment)) return entries;
    const gate = await this.releases.of(record);
    return entries.filter(({ id }) => closedLesson(gate, id, record, now) === null);
  }
}
