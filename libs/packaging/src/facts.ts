import type { Assessment } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course/compiled';

/** What manifests say about a course, read off the compiled course in one place. */
export interface CourseFacts {
  /** NCName; stays the same over versions, so that an LMS that replaces a package keeps its learners' records */
  identifier: string;
  title: string;
  description: string;
  /** BCP 47 */
  language: string;
  keywords: string[];
  authors: string[];
  licence: string;
  /** the author's label */
  version: string;
  /** typical time to learn, seconds; 0: unknown */
  seconds: number;
  /**
   * 0..1 where one assessment alone decides success, so that an LMS comparing the score with it comes to the same
   * verdict as the player; null where several decide (each has a mark of its own) or none does.
   */
  passMark: number | null;
  /** whether anything decides success at all */
  graded: boolean;
}

export function courseFacts(course: CompiledCourse): CourseFacts {
  const deciding = decidingAssessments(course);
  const [only] = deciding;
  return {
    identifier: course.id,
    title: course.title,
    description: course.description,
    language: course.language,
    keywords: course.keywords,
    authors: course.authors,
    licence: course.licence,
    version: course.version,
    seconds: typicalSeconds(course),
    passMark: deciding.length === 1 && only !== undefined ? only.passMark : null,
    graded: deciding.length > 0,
  };
}

function decidingAssessments(course: CompiledCourse): Assessment[] {
  const named = new Set(course.rules.success.assessments);
  return course.units.flatMap(({ assessment }) => (assessment !== null && named.has(assessment.id) ? [assessment] : []));
}

/** The author's credit hours where there are some, else the lessons' reading time and a minute and a half for each question asked in an assessment. */
function typicalSeconds(course: CompiledCourse): number {
  if (course.creditHours !== null) return Math.round(course.creditHours * 3600);
  const reading = course.units.flatMap((unit) => unit.lessons).reduce((sum, lesson) => sum + lesson.minutes * 60, 0);
  const questions = course.units.flatMap((unit) => unit.assessment?.sections ?? []).reduce((sum, section) => sum + (section.items?.length ?? 0) + (section.draw ?? []).reduce((drawn, { count }) => drawn + count, 0), 0);
  return Math.max(Math.ceil(reading) + questions * 90, course.rules.completion.minimumSeconds);
}

/** ISO 8601 duration in hours and minutes, rounded up to a minute: 5400 -> PT1H30M. */
export function isoDuration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`;
}

/** A person's or an organisation's name as a vCard 3.0 (RFC 2426), as LOM wants its contributors. */
export function vcard(name: string): string {
  const escaped = name.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\s+/g, ' ').trim();
  return `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${escaped}\r\nN:${escaped};;;;\r\nEND:VCARD\r\n`.replaceAll('\r\n', '\n');
}
