import type { CourseOutline } from '@preceptor/course/delivery';
import { assessmentWaits, eventWaits, lessonWaits, openingsOf, type ReleaseSchedule, type TrackingEvent, type TrackingState, type UnitOpening } from '@preceptor/tracking';
import type { Problem } from '../../platform/problem.js';
import { learningErrors } from '../errors.js';
import type { LedgerRecord } from '../ledger/record.js';

/** What keeps parts of a course closed for a learner: her cohort's rule (null: none), and the course that is completed first. */
export interface Gate { schedule: ReleaseSchedule | null; waitsFor: string | null }
type Known = Pick<LedgerRecord, 'version'> & { state: TrackingState };
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

/** Why an event is refused; null: what it reports is open. */
export function closedEvent(gate: Gate, event: TrackingEvent, { version, state }: Known, now: Date): Problem | null {
  if (gate.waitsFor !== null && 'lesson' in event) return courseWaits(['lesson']);
  return gate.schedule === null ? null : notReleased(eventWaits(event, version.outline, state, gate.schedule, now), version.outline, ['lesson' in event ? 'lesson' : 'item']);
}

/** Why a lesson can't be read; null: it can. */
export function closedLesson(gate: Gate, lesson: string, { version, state }: Known, now: Date): Problem | null {
  if (gate.waitsFor !== null) return courseWaits(['id']);
  return gate.schedule === null ? null : notReleased(lessonWaits(lesson, version.outline, state, gate.schedule, now), version.outline, ['id']);
}

/** Why an attempt can't begin; null: it can. */
export function closedAssessment(gate: Gate, assessment: string, { version, state }: Known, now: Date): Problem | null {
  if (gate.waitsFor !== null) return courseWaits(['assessment']);
  return gate.schedule === null ? null : notReleased(assessmentWaits(assessment, version.outline, state, gate.schedule, now), version.outline, ['assessment']);
}

/** How each unit stands. */
export function openings(gate: Gate, { version, state }: Known, now: Date): UnitOpening[] {
  const all = openingsOf(version.outline, state, gate.schedule ?? { rule: { kind: 'all' }, startsOn: null, timeZone: 'UTC' }, now);
  return gate.waitsFor === null ? all : all.map((opening) => ({ ...opening, open: false }));
}

/** The outline with what is closed said on its units, for a player. */
export function outlineWith(outline: CourseOutline, found: readonly UnitOpening[]): CourseOutline {
  if (found.every(({ open }) => open)) return outline;
  return { ...outline, units: outline.units.map((unit, index) => (found[index]?.open === false ? { ...unit, opening: { on: found[index].opensOn, after: found[index].after } } : unit)) };
}

const courseWaits = (path: string[]): Problem => learningErrors.NOT_RELEASED({ says: 'This course opens once you have completed the one before it.', path });

function notReleased(opening: UnitOpening | null, outline: CourseOutline, path: string[]): Problem | null {
  if (opening === null) return null;
  if (opening.opensOn !== null) return learningErrors.NOT_RELEASED({ says: `This part of the course opens on ${day.format(new Date(`${opening.opensOn}T00:00:00Z`))}.`, path });
  const before = outline.units.find(({ id }) => id === opening.after)?.title ?? 'the unit before';
  return learningErrors.NOT_RELEASED({ says: `This part of the course opens once you have completed “${before}”.`, path });
}
