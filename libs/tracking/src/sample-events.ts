import type { ItemResponse } from '@preceptor/assessment';
import type { CourseOutline } from '@preceptor/course/delivery';
import fc from 'fast-check';
import type { AnswerScore, AttemptScore, TrackingEvent } from './events.js';
import { sampleResponse, seededRandom } from './sample-learner.js';

/** All events that a course can give rise to, in whatever order of time, for property tests. */
export function eventsFor(outline: CourseOutline): fc.Arbitrary<TrackingEvent[]> {
  const lessons = outline.units.flatMap((unit) => unit.lessons);
  const lesson = fc.constantFrom(...lessons.map(({ id }) => id));
  const assessments = outline.units.flatMap((unit) => (unit.assessment === null ? [] : [unit.assessment.id]));
  const attempt = fc.constantFrom(...assessments.flatMap((assessment, at) => [1, 2, 3].map((of) => ({ assessment, attempt: `0193553e-0000-7000-8000-0000000${at}0${of}00` }))));
  const fields = fc.record({ id: fc.uuid(), at: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((date) => date.toISOString()), session: fc.constantFrom('a', 'b', 'c') });
  const checks = fc.constantFrom(...lessons.flatMap(({ id, checks: items }) => items.map((item) => ({ lesson: id, item }))));
  const event = <D extends object>(data: fc.Arbitrary<D>) => fc.tuple(fields, data).map(([base, rest]) => ({ ...base, ...rest }));
  const possible: fc.Arbitrary<TrackingEvent> = fc.oneof(
    event(fc.record({ type: fc.constant('launched' as const), resumed: fc.boolean() })),
    event(fc.record({ type: fc.constant('acknowledged' as const) })),
    event(fc.record({ type: fc.constant('lesson-opened' as const), lesson })),
    event(fc.record({ type: fc.constant('position' as const), lesson, position: fc.double({ min: 0, max: 1, noNaN: true }) })),
    event(fc.record({ type: fc.constant('lesson-completed' as const), lesson })),
    event(fc.tuple(checks, fc.nat(), certainty, fc.option(answerScore, { nil: undefined })).map(([check, seed, sure, score]) => ({
      type: 'item-answered' as const, item: check.item.id, lesson: check.lesson, latencySeconds: 5,
      response: { value: sampleResponse(check.item.kind, seededRandom(seed)), ...sure }, ...(score === undefined ? {} : { score }),
    }))),
    event(fc.tuple(attempt, fc.constantFrom('x-1', 'x-2', 'y'), asSent, certainty).map(([{ attempt: id }, item, value, sure]) => ({ type: 'item-answered' as const, attempt: id, item, response: { value, ...sure }, latencySeconds: 5 }))),
    event(attempt.map((which) => ({ type: 'attempt-started' as const, ...which, seed: `seed of ${which.attempt}` }))),
    event(fc.tuple(attempt, fc.option(attemptScore, { nil: undefined })).map(([which, score]) => ({ type: 'attempt-submitted' as const, ...which, ...(score === undefined ? {} : { score }) }))),
    event(fc.tuple(attempt, attemptScore).map(([which, score]) => ({ type: 'attempt-rescored' as const, ...which, score }))),
    event(fc.record({ type: fc.constant('reflection-saved' as const), reflection: fc.constantFrom(...lessons.flatMap(({ reflections }) => reflections)), lesson, text: fc.string({ unit: 'grapheme' }) })),
    event(fc.record({ type: fc.constant('session-ended' as const), seconds: fc.nat(5000) })),
  );
  return fc.array(possible, { maxLength: 60 });
}

/** A response as it arrives: JSON, which knows no -0. */
const asSent = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)).filter((json) => !json.includes('__proto__') && json.match(/\p{Surrogate}/u) === null).map((json): unknown => JSON.parse(json));
const certainty: fc.Arbitrary<Pick<ItemResponse, 'certainty'>> = fc.constantFrom<Pick<ItemResponse, 'certainty'>[]>({}, {}, { certainty: 1 }, { certainty: 3 });
const answerScore: fc.Arbitrary<AnswerScore> = fc.tuple(fc.integer({ min: -3, max: 12 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom<AnswerScore['outcome'][]>('correct', 'partial', 'incorrect', 'unanswered', 'pending'))
  .map(([parts, max, outcome]) => ({ raw: parts / 3, max, scaled: Math.min(1, Math.max(0, parts / 3 / max)), outcome }));
const attemptScore: fc.Arbitrary<AttemptScore> = fc.tuple(fc.integer({ min: 0, max: 75 }), fc.constantFrom(true, false, null)).map(([parts, passed]) => ({ raw: parts / 3, max: 25, scaled: parts / 75, passed }));
