import type { CourseOutline, OutlineUnit } from '@preceptor/course/delivery';
import type { TrackingEvent } from '../events.js';
import { own, type TrackingState } from '../state.js';
import { dayIn, daysAfter } from './calendar.js';

/**
 * When the units of a course open: all at once; one each week from the first day on; each on its day (a unit without one
 * is open); each once the one before is completed.
 */
export type ReleaseRule = { kind: 'all' } | { kind: 'weekly' } | { kind: 'dates'; opensOn: Record<string, string> } | { kind: 'after-previous' };
/** `startsOn`: the first day, YYYY-MM-DD in `timeZone`; null: there is none, so nothing waits for it. */
export interface ReleaseSchedule { rule: ReleaseRule; startsOn: string | null; timeZone: string }
/** How a unit stands for a learner: `opensOn` is the day, `after` the unit that is completed first, for which it waits. */
export interface UnitOpening { unit: string; open: boolean; opensOn: string | null; after: string | null }

/** Every unit of the course, in order. */
export function openingsOf(outline: CourseOutline, state: TrackingState, schedule: ReleaseSchedule, now: Date): UnitOpening[] {
  const today = dayIn(schedule.timeZone, now);
  return outline.units.map((_, index) => openingOf(outline, index, state, schedule, today));
}

/** The opening that a lesson still waits for; null: it is open. What was begun stays open whatever the rule becomes. */
export function lessonWaits(lesson: string, outline: CourseOutline, state: TrackingState, schedule: ReleaseSchedule, now: Date): UnitOpening | null {
  if (schedule.rule.kind === 'all' || own(state.lessons, lesson) !== undefined) return null;
  return unitWaits(placesOf(outline).lessons.get(lesson), outline, state, schedule, now);
}

/** The opening that an assessment still waits for; null: it is open. One that was begun stays open. */
export function assessmentWaits(assessment: string, outline: CourseOutline, state: TrackingState, schedule: ReleaseSchedule, now: Date): UnitOpening | null {
  if (schedule.rule.kind === 'all' || attemptsAt(assessment, state).length > 0) return null;
  return unitWaits(placesOf(outline).assessments.get(assessment), outline, state, schedule, now);
}

/** The opening for which what an event reports still waits; null: it may be recorded. Attempts are judged when they begin. */
export function eventWaits(event: TrackingEvent, outline: CourseOutline, state: TrackingState, schedule: ReleaseSchedule, now: Date): UnitOpening | null {
  const places = placesOf(outline);
  const lesson = 'lesson' in event && event.lesson !== undefined ? event.lesson
    : event.type === 'item-answered' && event.attempt === undefined ? places.checks.get(event.item)
    : event.type === 'reflection-saved' ? places.reflections.get(event.reflection) : undefined;
  return lesson === undefined ? null : lessonWaits(lesson, outline, state, schedule, now);
}

function unitWaits(index: number | undefined, outline: CourseOutline, state: TrackingState, schedule: ReleaseSchedule, now: Date): UnitOpening | null {
  if (index === undefined) return null;
  const opening = openingOf(outline, index, state, schedule, dayIn(schedule.timeZone, now));
  return opening.open ? null : opening;
}

function openingOf(outline: CourseOutline, index: number, state: TrackingState, { rule, startsOn }: ReleaseSchedule, today: string): UnitOpening {
  const unit = outline.units[index]?.id ?? '';
  const on = (day: string | null): UnitOpening => ({ unit, open: day === null || day <= today, opensOn: day, after: null });
  switch (rule.kind) {
    case 'all': return on(null);
    case 'weekly': return on(startsOn === null ? null : daysAfter(startsOn, index * 7));
    case 'dates': return on(own(rule.opensOn, unit) ?? null);
    case 'after-previous': {
      const waitsFor = outline.units.slice(0, index).find((before) => !isCompleted(before, state));
      return { unit, open: waitsFor === undefined, opensOn: null, after: waitsFor?.id ?? null };
    }
  }
}

/** A unit is completed when each of its lessons is, and its assessment was submitted. */
function isCompleted({ lessons, assessment }: OutlineUnit, state: TrackingState): boolean {
  return lessons.every(({ id }) => (own(state.lessons, id)?.completedAt ?? null) !== null) && (assessment === null || attemptsAt(assessment.id, state).some(({ submitted }) => submitted !== null));
}

const attemptsAt = (assessment: string, state: TrackingState) => Object.values(state.attempts).filter(({ started, submitted }) => (submitted?.assessment ?? started?.assessment) === assessment);

/** Which unit a lesson or an assessment belongs to, by its index; which lesson a check or a reflection. */
interface Places { lessons: Map<string, number>; assessments: Map<string, number>; checks: Map<string, string>; reflections: Map<string, string> }
const known = new WeakMap<CourseOutline, Places>();
function placesOf(outline: CourseOutline): Places {
  let places = known.get(outline);
  if (places === undefined) {
    places = { lessons: new Map(), assessments: new Map(), checks: new Map(), reflections: new Map() };
    for (const [index, { lessons, assessment }] of outline.units.entries()) {
      if (assessment !== null) places.assessments.set(assessment.id, index);
      for (const lesson of lessons) {
        places.lessons.set(lesson.id, index);
        for (const { id } of lesson.checks) places.checks.set(id, lesson.id);
        for (const id of lesson.reflections) places.reflections.set(id, lesson.id);
      }
    }
    known.set(outline, places);
  }
  return places;
}
