import type { ItemResponse } from '@preceptor/assessment';
import type { CourseOutline, OutlineAssessment } from '@preceptor/course/delivery';
import { countedOf, type Success } from './counted.js';
import { own, type AttemptState, type LessonState, type TrackingState } from './state.js';

export type Completion = 'not-started' | 'incomplete' | 'completed';
export type { Success };
export interface LessonProgress { completion: Completion; position: number; openedAt: string | null; completedAt: string | null }
/** `response` is an ItemResponse, or null where it is no longer known; `answers` is exact up to 16. */
export interface CheckProgress { response: unknown; scaled: number; answers: number }
export interface AssessmentProgress { completion: Completion; success: Success; /** begun, submitted or not */ attempts: number; /** scaled, of the best submitted attempt, or of what counts in its place by the rules of the newest */ best: number | null; openAttempt: OpenAttempt | null }
/** An attempt that was begun and not yet submitted: enough to draw its form again and show what was answered. */
export interface OpenAttempt { id: string; seed: string; startedAt: string; responses: Record<string, ItemResponse> }
/** What the events amount to: the value of a pure reducer, whatever the order or doubling of the events. */
export interface Progress {
  completion: Completion; success: Success;
  /** scaled 0..1: the mean best score of the assessments that decide success, one not yet submitted counting 0; null before the first attempt */
  score: number | null;
  /** 0..1 of what completion asks for */
  fraction: number;
  seconds: number;
  acknowledged: boolean;
  bookmark: { lesson: string; position: number } | null;
  lessons: Record<string, LessonProgress>;
  checks: Record<string, CheckProgress>;
  assessments: Record<string, AssessmentProgress>;
  reflections: Record<string, string>;
  /** reflections that were written but whose text did not fit where this progress was kept */
  reflectionsElsewhere?: string[];
  firstAt: string | null; lastAt: string | null;
}

/** Applies a course's rules (docs/tracking.md) to a state. What the outline doesn't know is left out. */
export function progressOf(state: TrackingState, outline: CourseOutline): Progress {
  const rules = outline.rules.completion;
  const lessons: Progress['lessons'] = {};
  const checks: Progress['checks'] = {};
  const assessments: Progress['assessments'] = {};
  const attempts = attemptsByAssessment(state);
  // What completion asks for, each a share 0..1 of its own.
  let asked = 0;
  let done = 0;
  const ask = (share: number): void => {
    asked++;
    done += share;
  };
  for (const unit of outline.units) {
    for (const lesson of unit.lessons) {
      const progress = lessonProgress(own(state.lessons, lesson.id));
      lessons[lesson.id] = progress;
      if (rules.lessons === 'all') ask(progress.completion === 'completed' ? 1 : 0);
      for (const item of lesson.checks) {
        const check = own(state.checks, item.id);
        if (check !== undefined) checks[item.id] = { response: check.response, scaled: check.score?.scaled ?? 0, answers: check.seen.length };
        if (rules.checks) ask(check === undefined ? 0 : 1);
      }
    }
    if (unit.assessment !== null) assessments[unit.assessment.id] = assessmentProgress(unit.assessment, attempts.get(unit.assessment.id) ?? []);
  }
  for (const id of rules.assessments) ask(own(assessments, id)?.completion === 'completed' ? 1 : 0);
  const seconds = Object.values(state.sessions).reduce((sum, each) => sum + each, 0);
  if (rules.minimumSeconds > 0) ask(Math.min(1, seconds / rules.minimumSeconds));
  const { success, score } = successOf(outline, assessments);
  const place = state.place !== null && Object.hasOwn(lessons, state.place.lesson) ? state.place.lesson : null;
  const progress: Progress = {
    completion: state.firstAt === null ? 'not-started' : done >= asked ? 'completed' : 'incomplete',
    success, score,
    fraction: state.firstAt === null ? 0 : asked === 0 ? 1 : done / asked,
    seconds, acknowledged: state.acknowledged,
    bookmark: place === null ? null : { lesson: place, position: own(lessons, place)?.position ?? 0 },
    lessons, checks, assessments, reflections: {}, firstAt: state.firstAt, lastAt: state.lastAt,
  };
  addReflections(progress, state, outline);
  return progress;
}

function successOf(outline: CourseOutline, assessments: Progress['assessments']): Pick<Progress, 'success' | 'score'> {
  const deciding = outline.rules.success.assessments.map((id) => own(assessments, id));
  if (deciding.length === 0) return { success: 'unknown', score: null };
  const success = deciding.every((one) => one?.success === 'passed') ? 'passed' : deciding.some((one) => one?.success === 'failed') ? 'failed' : 'unknown';
  const scored = deciding.some((one) => one !== undefined && one.best !== null);
  return { success, score: scored ? deciding.reduce((sum, one) => sum + (one?.best ?? 0), 0) / deciding.length : null };
}

function lessonProgress(lesson: LessonState | undefined): LessonProgress {
  if (lesson === undefined) return { completion: 'not-started', position: 0, openedAt: null, completedAt: null };
  return { completion: lesson.completedAt === null ? 'incomplete' : 'completed', position: lesson.position?.value ?? 0, openedAt: lesson.openedAt, completedAt: lesson.completedAt };
}

interface NamedAttempt { id: string; attempt: AttemptState }
function attemptsByAssessment(state: TrackingState): Map<string, NamedAttempt[]> {
  const byAssessment = new Map<string, NamedAttempt[]>();
  for (const [id, attempt] of Object.entries(state.attempts)) {
    const assessment = attempt.submitted?.assessment ?? attempt.started?.assessment;
    if (assessment === undefined) continue; // an answer came before the attempt it belongs to
    const list = byAssessment.get(assessment);
    if (list === undefined) byAssessment.set(assessment, [{ id, attempt }]);
    else list.push({ id, attempt });
  }
  return byAssessment;
}

function assessmentProgress(assessment: OutlineAssessment, attempts: NamedAttempt[]): AssessmentProgress {
  if (attempts.length === 0) return { completion: 'not-started', success: 'unknown', attempts: 0, best: null, openAttempt: null };
  const submitted = attempts.flatMap(({ attempt }) => (attempt.submitted === null ? [] : [attempt.submitted]));
  const { scaled, success } = countedOf(submitted, assessment.passMark);
  return {
    completion: submitted.length > 0 ? 'completed' : 'incomplete', success,
    attempts: attempts.reduce((sum, { attempt }) => sum + (attempt.standsFor ?? 1), 0),
    best: scaled,
    openAttempt: openAttempt(attempts),
  };
}

/** The newest of those that were begun and not submitted. */
function openAttempt(attempts: NamedAttempt[]): OpenAttempt | null {
  let newest: (NamedAttempt & { startedAt: string; seed: string }) | null = null;
  for (const { id, attempt } of attempts) {
    if (attempt.started === null || attempt.submitted !== null) continue;
    const { at: startedAt, seed } = attempt.started;
    if (newest === null || startedAt > newest.startedAt || (startedAt === newest.startedAt && id > newest.id)) newest = { id, attempt, startedAt, seed };
  }
  if (newest === null) return null;
  const responses: OpenAttempt['responses'] = {};
  for (const [item, { response }] of Object.entries(newest.attempt.responses)) responses[item] = response;
  return { id: newest.id, seed: newest.seed, startedAt: newest.startedAt, responses };
}

function addReflections(progress: Progress, state: TrackingState, outline: CourseOutline): void {
  const elsewhere: string[] = [];
  for (const unit of outline.units) for (const lesson of unit.lessons) for (const id of lesson.reflections) {
    const saved = own(state.reflections, id);
    if (saved === undefined) continue;
    if (saved.text === null) elsewhere.push(id);
    else progress.reflections[id] = saved.text;
  }
  if (elsewhere.length > 0) progress.reflectionsElsewhere = elsewhere;
}
