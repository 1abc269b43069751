import type { TrackingEvent } from './events.js';

/** What a learner does in the contract's tests, on `sampleOutline()` (two units of two lessons, a check in each): always the same. */
const session = '0193553e-7000-7000-8000-000000000001';
const attempt = '0193553e-7000-7000-8000-000000000002';
const fields = (of: number) => ({ id: `0193553e-7000-7000-8000-0000000001${String(of).padStart(2, '0')}`, at: new Date(Date.now() - 600_000 + of * 1000).toISOString(), session });
const lesson = 'lesson-0-0';

const earlier: TrackingEvent[] = [
  { ...fields(1), type: 'launched', resumed: false },
  { ...fields(2), type: 'acknowledged' },
  { ...fields(3), type: 'lesson-opened', lesson },
  { ...fields(4), type: 'item-answered', item: 'check-0-0-0', lesson, response: { value: 'b' }, latencySeconds: 12, score: { raw: 1, max: 1, scaled: 1, outcome: 'correct' } },
  { ...fields(5), type: 'reflection-saved', reflection: 'reflection-0', lesson, text: 'I would ask first.' },
  { ...fields(6), type: 'lesson-completed', lesson },
  { ...fields(7), type: 'position', lesson: 'lesson-0-1', position: 0.5 },
  { ...fields(8), type: 'attempt-started', attempt, assessment: 'final', seed: attempt },
  { ...fields(9), type: 'item-answered', item: 'final-1', attempt, response: { value: 'c' }, latencySeconds: 30 },
  { ...fields(10), type: 'item-answered', item: 'final-2', attempt, response: { value: ['a', 'd'] }, latencySeconds: 30 },
  { ...fields(11), type: 'session-ended', seconds: 120 },
];

export const contractEvents = {
  lesson,
  /** All of a first session. */
  all: (): TrackingEvent[] => structuredClone(earlier),
  /** One more thing after it, which changes nothing of `progress`. */
  after: (): TrackingEvent[] => [{ ...fields(12), type: 'acknowledged' }],
  /** The open attempt is submitted. */
  submitted: (): TrackingEvent[] => [{ ...fields(13), type: 'attempt-submitted', attempt, assessment: 'final', score: { raw: 20, max: 25, scaled: 0.8, passed: true } }],
  /** What `all` amounts to; to be compared by toMatchObject. A bookmark's position may be rounded. */
  progress: (): object => ({
    completion: 'incomplete', success: 'unknown', score: null, acknowledged: true, seconds: 120,
    lessons: { [lesson]: { completion: 'completed' }, 'lesson-0-1': { completion: 'incomplete' }, 'lesson-1-0': { completion: 'not-started' } },
    bookmark: { lesson: 'lesson-0-1' },
    checks: { 'check-0-0-0': { response: { value: 'b' }, scaled: 1, answers: 1 } },
    reflections: { 'reflection-0': 'I would ask first.' },
    assessments: { final: { completion: 'incomplete', attempts: 1, best: null, openAttempt: { id: attempt, seed: attempt, responses: { 'final-1': { value: 'c' }, 'final-2': { value: ['a', 'd'] } } } } },
  }),
};
