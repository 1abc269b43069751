import type { CourseOutline } from '@preceptor/course/delivery';
import { eventProblem, type EventProblem } from './errors.js';
import type { TrackingEvent } from './events.js';

/**
 * Says which of an event's lesson, assessment, reflection or check the course does not have; null if it has them all.
 * Items of attempts are not judged: an outline does not name them, the attempt's form does.
 */
export function notInCourse(event: TrackingEvent, outline: CourseOutline): EventProblem | null {
  const names = namesOf(outline);
  if ('lesson' in event && event.lesson !== undefined && !names.lessons.has(event.lesson)) return eventProblem('EVENT_NOT_IN_COURSE', ['lesson']);
  if ('assessment' in event && !names.assessments.has(event.assessment)) return eventProblem('EVENT_NOT_IN_COURSE', ['assessment']);
  if ('reflection' in event && !names.reflections.has(event.reflection)) return eventProblem('EVENT_NOT_IN_COURSE', ['reflection']);
  if (event.type === 'item-answered' && event.attempt === undefined && !names.checks.has(event.item)) return eventProblem('EVENT_NOT_IN_COURSE', ['item']);
  return null;
}

interface Names { lessons: Set<string>; checks: Set<string>; reflections: Set<string>; assessments: Set<string> }
const known = new WeakMap<CourseOutline, Names>();
function namesOf(outline: CourseOutline): Names {
  let names = known.get(outline);
  if (names === undefined) {
    const lessons = outline.units.flatMap((unit) => unit.lessons);
    names = {
      lessons: new Set(lessons.map(({ id }) => id)),
      checks: new Set(lessons.flatMap(({ checks }) => checks.map(({ id }) => id))),
      reflections: new Set(lessons.flatMap(({ reflections }) => reflections)),
      assessments: new Set(outline.units.flatMap(({ assessment }) => (assessment === null ? [] : [assessment.id]))),
    };
    known.set(outline, names);
  }
  return names;
}
