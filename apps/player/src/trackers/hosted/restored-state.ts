import { emptyState, type AnswerScore, type AssessmentProgress, type CheckProgress, type Progress, type TrackingState } from '@preceptor/tracking';

const longAgo = { at: '', id: '' };

/**
 * A state that amounts to the progress that a server told, so that events that it does not know yet can be added. All
 * of it yields to what is reported later. `sessions` are the lengths of this page's own sessions that the server has
 * counted already: they go on growing here.
 */
export function restoredState(progress: Progress, sessions: { [id: string]: number } = {}): TrackingState {
  const own = Object.values(sessions).reduce((sum, each) => sum + each, 0);
  return {
    ...emptyState(),
    acknowledged: progress.acknowledged,
    firstAt: progress.firstAt,
    lastAt: progress.lastAt,
    sessions: { earlier: Math.max(0, progress.seconds - own), ...sessions },
    place: progress.bookmark === null ? null : { ...longAgo, lesson: progress.bookmark.lesson },
    lessons: lessonsOf(progress),
    checks: Object.fromEntries(Object.entries(progress.checks).map(([id, check]) => [id, checkOf(check)])),
    attempts: Object.fromEntries(Object.entries(progress.assessments).flatMap(([id, known]) => attemptsOf(id, known))),
    reflections: Object.fromEntries(Object.entries(progress.reflections).map(([id, text]) => [id, { ...longAgo, text }])),
  };
}

function lessonsOf(progress: Progress): TrackingState['lessons'] {
  const opened = Object.entries(progress.lessons).filter(([, lesson]) => lesson.completion !== 'not-started');
  return Object.fromEntries(opened.map(([id, { openedAt, completedAt, position }]) => [id, { openedAt: openedAt ?? '', completedAt, position: { ...longAgo, value: position } }]));
}

function checkOf({ response, scaled, answers }: CheckProgress): TrackingState['checks'][string] {
  const score: AnswerScore = { raw: scaled, max: 1, scaled, outcome: scaled >= 1 ? 'correct' : scaled > 0 ? 'partial' : 'incorrect' };
  // The server may not tell the response again; then it is not known here.
  const known = typeof response === 'object' && response !== null && 'value' in response ? (response as { value: unknown }) : null;
  return { ...longAgo, response: known, score, seen: Array.from({ length: answers }, (_, index) => index) };
}

function attemptsOf(assessment: string, known: AssessmentProgress): [string, TrackingState['attempts'][string]][] {
  const { openAttempt, attempts, best, success } = known;
  const submitted = attempts - (openAttempt === null ? 0 : 1);
  const all: [string, TrackingState['attempts'][string]][] = [];
  if (submitted > 0) {
    const score = best === null ? null : { raw: best, max: 1, scaled: best, passed: success === 'unknown' ? null : success === 'passed' };
    all.push([`earlier-${assessment}`, { started: null, submitted: { ...longAgo, assessment, score }, responses: {}, standsFor: submitted }]);
  }
  if (openAttempt !== null) {
    const { id, seed, startedAt, responses } = openAttempt;
    all.push([id, { started: { id: '', at: startedAt, assessment, seed }, submitted: null, responses: Object.fromEntries(Object.entries(responses).map(([item, response]) => [item, { ...longAgo, response }])) }]);
  }
  return all;
}
