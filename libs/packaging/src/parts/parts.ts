import { createHash } from 'node:crypto';
import type { CompiledCourse, PackageOptions, Unit } from '@preceptor/course/compiled';
import { nameProblem } from '../names.js';
import { reducedTo, type Kept } from './reduce.js';
import { weightOf } from './weight.js';

/** One launchable part of a package: a SCO of SCORM, an assignable unit of cmi5, or the one page of a site. */
export interface CoursePart {
  /** NCName, unique in the course, the same over versions: the id of the course, the unit, the lesson or the assessment */
  id: string;
  title: string;
  kind: 'course' | 'unit' | 'lesson' | 'assessment';
  /** the id of the unit that it is or stands in; null: it is the whole course */
  unit: string | null;
  /** the page that the LMS opens: `index.html` of a whole course, else `<id>.html` */
  launch: string;
  /**
   * The course reduced to the part, with the rules that hold for it and an id of its own. The whole course where there
   * is one part. Contents and media are shared: take those from the whole course.
   */
  course: CompiledCourse;
  /** its share of the course's completion, 0..1; those of all parts add up to 1 */
  weight: number;
  /** an assessment in it decides the success of the course */
  decides: boolean;
  /** 0..1 where one assessment of it alone decides, else null */
  passMark: number | null;
}

/**
 * The parts that a package of a course has, in order: one; one a unit; or one a lesson and assessment. The options that
 * change rules (pass mark, completion, attempts) are to be applied to the course before. Never empty.
 */
export function partsOf(course: CompiledCourse, structure: PackageOptions['structure']): CoursePart[] {
  const shapes = shapesOf(course, structure);
  if (shapes.length === 0 || structure === 'single') return [wholeCourse(course)];
  const weights = shapes.map(({ kept }) => weightOf(course, kept));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return shapes.map(({ kept, ...shape }, index) => {
    const reduced = reducedTo(course, shape.id, kept, index === 0);
    return { ...shape, launch: pageOf(shape.id), course: reduced, weight: total === 0 ? 1 / shapes.length : (weights[index] ?? 0) / total, ...verdictOf(reduced) };
  });
}

function wholeCourse(course: CompiledCourse): CoursePart {
  return { id: course.id, title: course.title, kind: 'course', unit: null, launch: 'index.html', course, weight: 1, ...verdictOf(course) };
}

type Shape = Pick<CoursePart, 'id' | 'title' | 'kind' | 'unit'> & { kept: Kept };

function shapesOf(course: CompiledCourse, structure: PackageOptions['structure']): Shape[] {
  if (structure === 'units') return course.units.filter((unit) => unit.lessons.length > 0 || unit.assessment !== null).map((unit) => ({ id: unit.id, title: unit.title, kind: 'unit', unit: unit.id, kept: { unit: unit.id, lesson: null, assessment: null } }));
  return course.units.flatMap(pieces);
}

function pieces(unit: Unit): Shape[] {
  const lessons = unit.lessons.map(({ id, title }): Shape => ({ id, title, kind: 'lesson', unit: unit.id, kept: { unit: unit.id, lesson: id, assessment: null } }));
  const { assessment } = unit;
  return assessment === null ? lessons : [...lessons, { id: assessment.id, title: assessment.title, kind: 'assessment', unit: unit.id, kept: { unit: unit.id, lesson: null, assessment: assessment.id } }];
}

function verdictOf({ units, rules }: CompiledCourse): Pick<CoursePart, 'decides' | 'passMark'> {
  const named = new Set(rules.success.assessments);
  const deciding = units.flatMap(({ assessment }) => (assessment !== null && named.has(assessment.id) ? [assessment] : []));
  const [only] = deciding;
  return { decides: deciding.length > 0, passMark: deciding.length === 1 && only !== undefined ? only.passMark : null };
}

/** `aux.html` is a device of Windows, and the longest id with `.html` is longer than names are: those get one of their own. */
function pageOf(id: string): string {
  const page = `${id}.html`;
  return nameProblem(page) === null ? page : `part-${id.slice(0, 40)}-${createHash('sha256').update(id).digest('hex').slice(0, 8)}.html`;
}
