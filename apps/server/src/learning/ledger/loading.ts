import { applyEvents, type TrackingEvent, type TrackingState } from '@preceptor/tracking';
import { type EntityManager, In } from 'typeorm';
import type { CourseVersions } from '../../catalog/course-versions.js';
import { AttemptRow, EnrolmentRow, EventRow, ProgressRow } from '../learning.entity.js';
import type { LedgerRecord } from './record.js';

/** Reads records from the database: four statements, however many are asked for. What does not exist is left out. */
export async function loadRecords(manager: EntityManager, versions: CourseVersions, ids: readonly string[]): Promise<Map<string, LedgerRecord>> {
  const records = new Map<string, LedgerRecord>();
  if (ids.length === 0) return records;
  // Progress first: events recorded meanwhile by another server are then left out, not counted twice.
  const progress = new Map((await manager.findBy(ProgressRow, { enrolmentId: In([...ids]) })).map((row) => [row.enrolmentId, row]));
  const events = await eventsAfterSnapshots(manager, ids);
  const attempts = await manager.findBy(AttemptRow, { enrolmentId: In([...ids]) });
  for (const enrolment of await manager.findBy(EnrolmentRow, { id: In([...ids]) })) {
    const row = progress.get(enrolment.id);
    const version = await versions.get(enrolment.courseVersionId);
    if (row === undefined || version === null) continue;
    // Another server may have written a snapshot between the two statements: then the record is read again.
    const later = (events.get(enrolment.id) ?? []).filter((event) => event.ordinal > row.snapshotEvents && event.ordinal <= row.events);
    if (later.length !== row.events - row.snapshotEvents) return loadRecords(manager, versions, ids);
    records.set(enrolment.id, {
      enrolment, version, events: row.events, snapshotEvents: row.snapshotEvents,
      state: applyEvents(JSON.parse(row.snapshot) as TrackingState, later.map(({ data }): TrackingEvent => data)),
      attempts: new Map(attempts.filter((attempt) => attempt.enrolmentId === enrolment.id).map((attempt) => [attempt.id, attempt])),
    });
  }
  return records;
}

async function eventsAfterSnapshots(manager: EntityManager, ids: readonly string[]): Promise<Map<string, EventRow[]>> {
  const rows = await manager.createQueryBuilder(EventRow, 'e')
    .innerJoin(ProgressRow, 'p', 'p.enrolmentId = e.enrolmentId AND e.ordinal > p.snapshotEvents')
    .where('e.enrolmentId IN (:...ids)', { ids: [...ids] }).getMany();
  const byEnrolment = new Map<string, EventRow[]>();
  for (const row of rows) {
    const list = byEnrolment.get(row.enrolmentId);
    if (list === undefined) byEnrolment.set(row.enrolmentId, [row]);
    else list.push(row);
  }
  return byEnrolment;
}
