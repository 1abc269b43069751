import { earnedFeedback, type EarnedFeedback, scoreResponse, type Score } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course/compiled';
import type { LoadedVersion } from '../catalog/course-versions.js';
import { itemsOfVersion } from './ledger/record.js';
import type { AttemptRow, ResponseRow } from './learning.entity.js';

export interface AttemptOutcome {
  raw: number; max: number; scaled: number; passed: boolean | null; pending: boolean;
  items: { item: string; score: Score | null; feedback: EarnedFeedback | null }[];
  objectives: { unit: string; title: string; raw: number; max: number }[];
  lessonsToReadAgain: string[];
  attemptsLeft: number | null;
}

/** What a submitted attempt amounts to, as far as its assessment releases it. `used`: attempts begun at the assessment. */
export function outcomeOf(version: LoadedVersion, attempt: AttemptRow, responses: ResponseRow[], used: number): AttemptOutcome | null {
  if (attempt.submittedAt === null) return null;
  const assessment = version.course.units.find((unit) => unit.assessment?.id === attempt.assessmentId)?.assessment;
  if (assessment === undefined || assessment === null) return null;
  const items = itemsOfVersion(version);
  const byItem = new Map(responses.map((row) => [row.itemId, row]));
  const answered = attempt.form.sections.flatMap((section) => section.items).flatMap((id) => {
    const item = items.get(id);
    return item === undefined ? [] : [{ item, row: byItem.get(id) }];
  });
  const released = assessment.feedback !== 'never';
  return {
    raw: attempt.raw ?? 0, max: attempt.max ?? 0, scaled: attempt.scaled ?? 0, passed: attempt.passed, pending: attempt.pending,
    items: answered.map(({ item, row }) => {
      if (!released) return { item: item.id, score: null, feedback: null };
      const score = scoreResponse(item, row?.response ?? undefined);
      return { item: item.id, score, feedback: earnedFeedback(item, row?.response ?? undefined, score) };
    }),
    objectives: byUnit(version.course, answered.map(({ item, row }) => ({ item: item.id, raw: row?.raw ?? 0, max: row?.max ?? item.maxScore })), attempt.assessmentId),
    lessonsToReadAgain: inCourseOrder(version.course, answered.filter(({ row }) => row?.outcome !== 'correct' && row?.outcome !== 'pending').flatMap(({ item }) => item.lessons)),
    attemptsLeft: assessment.maxAttempts === null ? null : Math.max(0, assessment.maxAttempts - used),
  };
}

function byUnit(course: CompiledCourse, scores: { item: string; raw: number; max: number }[], assessmentId: string): AttemptOutcome['objectives'] {
  const home = course.units.find((unit) => unit.assessment?.id === assessmentId)?.id ?? '';
  const unitOf = unitsOfItems(course);
  return course.units.flatMap((unit) => {
    const own = scores.filter(({ item }) => (unitOf.get(item) ?? home) === unit.id);
    return own.length === 0 ? [] : [{ unit: unit.id, title: unit.title, raw: sum(own.map(({ raw }) => raw)), max: sum(own.map(({ max }) => max)) }];
  });
}

const units = new WeakMap<CompiledCourse, Map<string, string>>();
/** The unit that an item belongs to: its bank's, or that of the lesson which asks it. */
function unitsOfItems(course: CompiledCourse): Map<string, string> {
  let found = units.get(course);
  if (found === undefined) {
    found = new Map(course.banks.flatMap((bank) => bank.items.flatMap((item): [string, string][] => (bank.unit === null ? [] : [[item.id, bank.unit]]))));
    for (const unit of course.units) for (const lesson of unit.lessons) for (const item of lesson.checks) if (!found.has(item.id)) found.set(item.id, unit.id);
    units.set(course, found);
  }
  return found;
}

function inCourseOrder(course: CompiledCourse, lessons: string[]): string[] {
  const wanted = new Set(lessons);
  return course.units.flatMap((unit) => unit.lessons.map(({ id }) => id)).filter((id) => wanted.has(id));
}
const sum = (numbers: number[]) => Math.round(numbers.reduce((total, each) => total + each, 0) * 1e9) / 1e9;
