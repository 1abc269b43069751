import type { CourseOutline, OutlineItem } from '@preceptor/course/delivery';
import { MOST_ANSWERS, type CheckState, type LessonState, type ReflectionState, type TrackingState } from '../state.js';
import { keyedTable } from './keys.js';
import type { Coder } from './range-coder.js';
import { fitsKind, isWithin, ResponseCoder } from './response.js';
import type { Room } from './room.js';
import { answerScore } from './scores.js';
import { flag, symbol, text, time, whole } from './values.js';

/** One part of a state: writes it from `state`, or reads it into `state`. Gives back how many entries the course doesn't know. */
export type Part = (coder: Coder, state: TrackingState, outline: CourseOutline, room: Room) => number;

export const summary: Part = (coder, state) => {
  state.firstAt = time(coder, 'time', state.firstAt ?? '') || null;
  state.lastAt = time(coder, 'time', state.lastAt ?? '') || null;
  state.acknowledged = flag(coder, 'acknowledged', state.acknowledged);
  const seconds = whole(coder, 'seconds', Math.round(Object.values(state.sessions).reduce((sum, each) => sum + each, 0)));
  if (!coder.writing && seconds > 0) state.sessions[''] = seconds;
  return 0;
};

export const lessons: Part = (coder, state, outline, room) => {
  const when = state.lastAt ?? unknownTime;
  const table = room.lessons ? state.lessons : {};
  const { order, forgotten } = keyedTable<LessonState>(coder, 'lesson', {
    entries: table, ids: outlineLessons(outline).map(({ id }) => id), spread: spreadOf(room),
    code: (lesson) => {
      const completed = flag(coder, 'completed', lesson !== undefined && lesson.completedAt !== null);
      // A completed lesson opens at its beginning again, unless it is the one where the learner was.
      const value = completed ? 0 : position(coder, 'position', lesson?.position?.value);
      return { openedAt: when, completedAt: completed ? when : null, position: { at: '', id: '', value } };
    },
  });
  const bookmark = whole(coder, 'bookmark', coder.writing ? order.indexOf(state.place?.lesson ?? '') + 1 : 0);
  const place = order[bookmark - 1];
  if (place === undefined) return forgotten;
  // Exact for the lesson that one goes on with, completed or not.
  const value = position(coder, 'place', state.lessons[place]?.position?.value);
  if (!coder.writing) {
    state.place = { at: '', id: '', lesson: place };
    const lesson = state.lessons[place];
    if (lesson !== undefined) state.lessons[place] = { ...lesson, position: { at: '', id: '', value } };
  }
  return forgotten;
};

export const checks: Part = (coder, state, outline, room) => {
  const items = new Map(outlineLessons(outline).flatMap((lesson) => lesson.checks.map((item): [string, OutlineItem] => [item.id, item])));
  const responses = new ResponseCoder(coder);
  return keyedTable<CheckState>(coder, 'check', {
    entries: room.checks ? state.checks : {}, ids: [...items.keys()], revision: (id) => items.get(id)?.revision, spread: spreadOf(room),
    code: (check) => {
      const response = flag(coder, 'response?', check !== undefined && check.response !== null && room.checkResponses && isWithin(check.response, room.checkText)) ? responses.code(check?.response ?? undefined) : null;
      const score = flag(coder, 'score?', check !== undefined && check.score !== null && room.checkScores) ? answerScore(coder, check?.score ?? undefined) : null;
      const answers = symbol(coder, 'answers', 4, check === undefined || !room.checkScores ? 0 : Math.min(MOST_ANSWERS, check.seen.length) - 1) + 1;
      return { at: '', id: '', response, score, seen: Array.from({ length: answers }, (_, at) => at) };
    },
    fits: (id, check) => fitsKind(items.get(id)?.kind ?? 'long-text', check.response?.value ?? null),
  }).forgotten;
};

export const reflections: Part = (coder, state, outline, room) =>
  keyedTable<ReflectionState>(coder, 'reflection', {
    entries: room.reflections ? state.reflections : {}, ids: outlineLessons(outline).flatMap((lesson) => lesson.reflections), spread: spreadOf(room),
    code: (reflection) => {
      const written = reflection?.text ?? null;
      const kept = flag(coder, 'text?', written !== null && written.length <= room.reflectionText);
      return { at: '', id: '', text: kept ? text(coder, 'prose', written ?? '') : null };
    },
  }).forgotten;

/** Where there is room, no chance hit in a later version; else one in 110 of a new name, which costs an answer. */
const spreadOf = ({ tight }: Room): number => (tight ? 110 : 2 ** 20);
const outlineLessons = (outline: CourseOutline) => outline.units.flatMap((unit) => unit.lessons);
/** Stands where the time of something is not known. */
export const unknownTime = '2000-01-01T00:00:00.000Z';

/** 0..1 in ten bits, both ends exact. */
function position(coder: Coder, context: string, value = 0): number {
  return symbol(coder, context, 10, Math.round(value * 1023)) / 1023;
}
