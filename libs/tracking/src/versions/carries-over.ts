import type { CourseOutline } from '@preceptor/course/delivery';
import { revisionsOf, sameRevision } from './state-for.js';

/** Ids in the order of the course that has them. What is moved is among `kept` or `changed` too. */
export interface Carried {
  /** what a learner did here stands */
  kept: string[];
  /** the same id, and something else is asked: an answer is asked again, an open attempt begins again; submitted scores stand */
  changed: string[];
  gone: string[];
  added: string[];
  /** in another unit (lessons, assessments) or lesson (checks, reflections) than before */
  moved: string[];
}
export interface CarriedOver {
  /** read or not, position and bookmark; a lesson is known by its id alone, so none is ever `changed` */
  lessons: Carried;
  checks: Carried;
  assessments: Carried;
  reflections: Carried;
  /** assessments whose pass mark or number of attempts is another: verdicts given stand, the next attempt is judged by the new rule */
  rulesChanged: string[];
}

/**
 * What of a learner in the middle of course version `a` is still there when version `b` takes its place: the same rule
 * by which states resume. Revisions that one of the outlines does not know are taken for the same.
 */
export function carriesOver(a: CourseOutline, b: CourseOutline): CarriedOver {
  const [was, is] = [revisionsOf(a), revisionsOf(b)];
  const never = (): boolean => false;
  const [before, after] = [assessmentsOf(a), assessmentsOf(b)];
  return {
    lessons: compared(placesOf(a, 'lessons'), placesOf(b, 'lessons'), never),
    checks: compared(placesOf(a, 'checks'), placesOf(b, 'checks'), (id) => !sameRevision(was.checks[id], is.checks[id])),
    assessments: compared(placesOf(a, 'assessments'), placesOf(b, 'assessments'), (id) => !sameRevision(was.assessments[id], is.assessments[id])),
    reflections: compared(placesOf(a, 'reflections'), placesOf(b, 'reflections'), never),
    rulesChanged: after.filter((one) => before.some(({ id, passMark, maxAttempts }) => id === one.id && (passMark !== one.passMark || maxAttempts !== one.maxAttempts))).map(({ id }) => id),
  };
}

/** Where each thing stands: id -> id of the unit or lesson that holds it. */
type Places = Map<string, string>;

function compared(before: Places, after: Places, isChanged: (id: string) => boolean): Carried {
  const both = [...after.keys()].filter((id) => before.has(id));
  return {
    kept: both.filter((id) => !isChanged(id)), changed: both.filter(isChanged),
    gone: [...before.keys()].filter((id) => !after.has(id)), added: [...after.keys()].filter((id) => !before.has(id)),
    moved: both.filter((id) => before.get(id) !== after.get(id)),
  };
}

function placesOf({ units }: CourseOutline, what: Exclude<keyof CarriedOver, 'rulesChanged'>): Places {
  return new Map(units.flatMap((unit): [string, string][] => {
    switch (what) {
      case 'lessons': return unit.lessons.map(({ id }) => [id, unit.id]);
      case 'assessments': return unit.assessment === null ? [] : [[unit.assessment.id, unit.id]];
      case 'checks': return unit.lessons.flatMap((lesson) => lesson.checks.map(({ id }): [string, string] => [id, lesson.id]));
      case 'reflections': return unit.lessons.flatMap((lesson) => lesson.reflections.map((id): [string, string] => [id, lesson.id]));
    }
  }));
}

const assessmentsOf = ({ units }: CourseOutline) => units.flatMap(({ assessment }) => assessment ?? []);
