import { type Conditions, type Correction, type EarnedFeedback, feedbackNow, inForce, isReleased, type ReleasedPart, scoreOf, type Score, shownOf, usualRules } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course/compiled';
import type { LoadedVersion } from '../catalog/course-versions.js';
import { standingNow } from './decide-scoring.js';
import { itemsOfVersion } from './ledger/record.js';
import type { AttemptRow, ResponseRow } from './learning.entity.js';
import type { IdsOf } from './masking.service.js';
import { marksOf, type ShownMarks } from './shown-marks.js';

export interface AttemptOutcome {
  raw: number; max: number; scaled: number; passed: boolean | null; pending: boolean;
  /** answers that a person has yet to grade */
  waiting: number;
  items: { item: string; score: Score | null; feedback: EarnedFeedback | null; marks: ShownMarks | null; correction: Correction['kind'] | null }[];
  objectives: { unit: string; title: string; raw: number; max: number }[];
  lessonsToReadAgain: string[];
  attemptsLeft: number | null;
}

/** For whom: its learner sees what is released at `now`, by the ids that she is shown; staff see all. */
export interface Reader { learner: boolean; now: Date; idsOf: IdsOf }

/** What a submitted attempt amounts to, as far as the reader may see it; null where not even the score is released. `used`: attempts begun at the assessment. */
export function outcomeOf(version: LoadedVersion, attempt: AttemptRow, responses: ResponseRow[], used: number, reader: Reader): AttemptOutcome | null {
  if (attempt.submittedAt === null) return null;
  const assessment = version.course.units.find((unit) => unit.assessment?.id === attempt.assessmentId)?.assessment;
  if (assessment === undefined || assessment === null) return null;
  const conditions: Conditions = attempt.conditions ?? inForce(usualRules(assessment), []);
  const may = (part: ReleasedPart): boolean => !reader.learner || isReleased(conditions, part, reader.now);
  const shown = { score: may('score'), feedback: may('feedback'), key: may('key') };
  if (!shown.score) return null;
  const items = itemsOfVersion(version);
  const byItem = new Map(responses.map((row) => [row.itemId, row]));
  const answered = attempt.form.sections.flatMap((section) => section.items).flatMap((id) => {
    const item = items.get(id);
    return item === undefined ? [] : [{ item, row: byItem.get(id) }];
  });
  return {
    raw: attempt.raw ?? 0, max: attempt.max ?? 0, scaled: attempt.scaled ?? 0, passed: attempt.passed, pending: attempt.pending,
    waiting: answered.filter(({ row }) => row?.outcome === 'pending').length,
    items: answered.map(({ item, row }) => {
      const standing = standingNow(item, row);
      const { dropped, ...score } = scoreOf(standing);
      const marks = shown.feedback ? marksOf(standing) : null;
      const ids = reader.idsOf(item, attempt.form);
      return { item: item.id, ...shownOf(ids.score(score), ids.feedback(feedbackNow(standing, { ...score, dropped })), shown), marks, correction: standing.correction?.kind ?? null };
    }),
    objectives: byUnit(version.course, answered.map(({ item, row }) => ({ item: item.id, raw: row?.raw ?? 0, max: row?.max ?? item.maxScore })), attempt.assessmentId),
    lessonsToReadAgain: inCourseOrder(version.course, answered.filter(({ row }) => row?.outcome !== 'correct' && row?.outcome !== 'pending').flatMap(({ item }) => item.lessons)),
    attemptsLeft: conditions.maxAttempts === null ? null : Math.max(0, conditions.maxAttempts - used),
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
