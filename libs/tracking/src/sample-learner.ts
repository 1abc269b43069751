import type { Kind } from '@preceptor/assessment';
import type { CourseOutline } from '@preceptor/course/delivery';
import type { AnswerScore, TrackingEvent } from './events.js';
import { applyEvents } from './reducer.js';
import { emptyState, type TrackingState } from './state.js';

/** Numbers 0..1 that are the same each time (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A response such as a learner gives to an item of this kind with four or five choices. */
export function sampleResponse(kind: Kind, random: () => number): unknown {
  const letter = (of: number): string => 'abcdefgh'.charAt(Math.floor(random() * of));
  const pairs = (keys: string, of: number): Record<string, string> => Object.fromEntries([...keys].map((key) => [key, letter(of)]));
  switch (kind) {
    case 'single-choice': return letter(random() < 0.5 ? 4 : 5);
    case 'true-false': return random() < 0.5;
    case 'multiple-response': case 'hotspot': return [...'abcde'].filter(() => random() < 0.5);
    case 'script-concordance': case 'branching-case': case 'graphic-gap-match': return pairs('abcd', 4);
    case 'matrix': case 'passage': return Object.fromEntries([...'abcd'].map((slot) => [slot, [...'abc'].filter(() => random() < 0.5)]));
    case 'slider': return Math.floor(random() * 100);
    case 'upload': return { file: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'recording.webm', mediaType: 'audio/webm', bytes: 250_000 };
    case 'ordering': case 'graphic-order': return [...'abcd'].toSorted(() => random() - 0.5);
    case 'matching': case 'categorising': case 'extended-matching': case 'cloze': return pairs('abcd', 4);
    case 'numeric': return { value: (random() * 100).toFixed(1) };
    case 'fill-in': return ['informed consent', 'DEA licence', 'state board', 'esketamine', 'off-label'][Math.floor(random() * 5)];
    case 'long-text': return 'I would write down what we agreed on. '.repeat(1 + Math.floor(random() * 5));
  }
}

/** A learner who completed all lessons, answered all checks, made attempts and is in the middle of one. */
export function busyLearner(outline: CourseOutline, did: { attempts: number; openResponses: number; reflectionText: string }): TrackingState {
  const random = seededRandom(7);
  const uuid = (): string => 'xxxxxxxx-xxxx-7xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', () => Math.floor(random() * 16).toString(16));
  let clock = Date.UTC(2026, 10, 2, 8);
  const session = uuid();
  const fields = () => ({ id: uuid(), at: new Date((clock += Math.floor(random() * 90_000))).toISOString(), session });
  const scored = (): AnswerScore => {
    const raw = random() < 0.7 ? 1 : random() < 0.2 ? Math.floor(random() * 4) / 4 : 0;
    return { raw, max: 1, scaled: raw, outcome: raw === 1 ? 'correct' : raw === 0 ? 'incorrect' : 'partial' };
  };
  const events: TrackingEvent[] = [{ ...fields(), type: 'launched', resumed: false }, { ...fields(), type: 'acknowledged' }];
  for (const lesson of outline.units.flatMap((unit) => unit.lessons)) {
    events.push({ ...fields(), type: 'lesson-opened', lesson: lesson.id }, { ...fields(), type: 'position', lesson: lesson.id, position: random() < 0.7 ? 1 : random() });
    for (const item of lesson.checks) {
      for (let times = random() < 0.8 ? 1 : 2; times > 0; times--) events.push({ ...fields(), type: 'item-answered', item: item.id, lesson: lesson.id, response: { value: sampleResponse(item.kind, random) }, latencySeconds: 20, score: scored() });
    }
    if (did.reflectionText !== '') for (const reflection of lesson.reflections) events.push({ ...fields(), type: 'reflection-saved', reflection, lesson: lesson.id, text: did.reflectionText });
    events.push({ ...fields(), type: 'lesson-completed', lesson: lesson.id });
  }
  const assessments = outline.units.flatMap((unit) => (unit.assessment === null ? [] : [unit.assessment]));
  for (let at = 0; at < did.attempts; at++) {
    const assessment = assessments.at(-1 - (at % assessments.length))?.id ?? 'final';
    const attempt = uuid();
    const raw = 15 + Math.floor(random() * 25) + (random() < 0.3 ? 1 / 3 : 0);
    events.push({ ...fields(), type: 'attempt-started', attempt, assessment, seed: uuid() }, { ...fields(), type: 'attempt-submitted', attempt, assessment, score: { raw, max: 40, scaled: raw / 40, passed: raw >= 32 } });
  }
  const attempt = uuid();
  const kinds: Kind[] = ['single-choice', 'single-choice', 'single-choice', 'multiple-response', 'single-choice', 'matching', 'single-choice', 'single-choice', 'fill-in', 'ordering'];
  events.push({ ...fields(), type: 'attempt-started', attempt, assessment: 'final', seed: uuid() });
  for (let at = 0; at < did.openResponses; at++) {
    const item = `${['legal-scope', 'ethics', 'models-of-care', 'training'][at % 4] ?? ''}-${['recall', 'application', 'judgement'][at % 3] ?? ''}-${at}`;
    events.push({ ...fields(), type: 'item-answered', item, attempt, response: { value: sampleResponse(kinds[at % kinds.length] ?? 'single-choice', random) }, latencySeconds: 40 });
  }
  events.push({ ...fields(), type: 'session-ended', seconds: 12_345 });
  return applyEvents(emptyState(), events);
}
