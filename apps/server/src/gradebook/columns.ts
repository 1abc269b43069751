import type { CompiledCourse } from '@preceptor/course/compiled';
import { type ColumnKind, handInsOf } from '@preceptor/tracking';

/** One column of a gradebook. Ids hold across the versions of a course. */
export interface BookColumn {
  id: string; kind: ColumnKind; title: string;
  /** the course, or when the session is */
  detail: string;
  /** empty for a session */
  courseId: string; assessmentId: string;
  /** null: not a session */
  session: { id: string; endsAt: string } | null;
}
export interface CourseOfBook { courseId: string; number: number; title: string; course: CompiledCourse }

export const columnId = (courseId: string, assessmentId: string): string => `${courseId}/${assessmentId}`;

/** A column for each assessment of some courses' versions, in the order given; what only an older version has follows the newest. */
export function assessmentColumns(versions: readonly CourseOfBook[]): BookColumn[] {
  const columns = new Map<string, BookColumn>();
  const courses = [...new Set(versions.map(({ courseId }) => courseId))];
  for (const courseId of courses) {
    for (const { title, course } of versions.filter((version) => version.courseId === courseId).sort((a, b) => b.number - a.number)) {
      for (const { assessment } of course.units) {
        if (assessment === null) continue;
        const id = columnId(courseId, assessment.id);
        if (!columns.has(id)) columns.set(id, { id, kind: kindOf(course, assessment.id), title: assessment.title, detail: title, courseId, assessmentId: assessment.id, session: null });
      }
    }
  }
  return [...columns.values()];
}

export interface SessionOfBook { id: string; title: string; startsAt: string; endsAt: string; timeZone: string; cancelled: boolean }
/** What the ids of sessions' columns begin with. */
export const sessionPrefix = 'session/';
/** A column for each session that takes place, in the order in which they are. */
export function sessionColumns(sessions: readonly SessionOfBook[]): BookColumn[] {
  return sessions.filter(({ cancelled }) => !cancelled).map(({ id, title, startsAt, endsAt, timeZone }) => ({
    id: `${sessionPrefix}${id}`, kind: 'session', title, courseId: '', assessmentId: '', session: { id, endsAt },
    detail: new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone }).format(new Date(startsAt)),
  }));
}

const kinds = new WeakMap<CompiledCourse, Map<string, ColumnKind>>();
function kindOf(course: CompiledCourse, assessmentId: string): ColumnKind {
  let known = kinds.get(course);
  if (known === undefined) {
    known = new Map(course.units.flatMap(({ assessment }) => (assessment === null ? [] : [[assessment.id, kindOfAssessment(course, assessment)] as const])));
    kinds.set(course, known);
  }
  return known.get(assessmentId) ?? 'assessment';
}

function kindOfAssessment(course: CompiledCourse, { id, purpose }: NonNullable<CompiledCourse['units'][number]['assessment']>): ColumnKind {
  if (purpose === 'pre-test' || purpose === 'self-assessment') return 'practice';
  return handInsOf(course).has(id) ? 'hand-in' : 'assessment';
}
