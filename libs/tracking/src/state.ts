import type { CountingRule, ItemResponse } from '@preceptor/assessment';
import type { AnswerScore, AttemptScore } from './events.js';

/**
 * What the events amount to before the course's rules are applied: plain JSON, to be kept between batches. Every part
 * joins commutatively and idempotently (the latest, the earliest, the most, a set), so that events may arrive late,
 * twice or in any order. What was restored from suspend data carries `at: ''` and yields to anything reported since.
 */
export interface TrackingState {
  format: 'preceptor-state/1';
  acknowledged: boolean;
  firstAt: string | null;
  lastAt: string | null;
  /** longest reported length of each session, in seconds, by session id */
  sessions: Record<string, number>;
  /** lesson that was last opened or moved in */
  place: (Stamp & { lesson: string }) | null;
  lessons: Record<string, LessonState>;
  /** latest answers to items outside attempts, by item id */
  checks: Record<string, CheckState>;
  attempts: Record<string, AttemptState>;
  reflections: Record<string, ReflectionState>;
  /** what `checks` and open `attempts` are about, in a state that is kept from one version of a course to another (`stateFor`) */
  revisions?: KeptRevisions;
}
/** Revisions by the id of a check or an assessment; '' is one that is not known. */
export interface KeptRevisions { checks: Record<string, string>; assessments: Record<string, string> }
/** Orders what was reported: by time, then by event id. */
export interface Stamp { at: string; id: string }
export interface LessonState { openedAt: string; completedAt: string | null; position: (Stamp & { value: number }) | null }
/** `response` is null where it did not fit into suspend data. `seen` holds the least few hashes of the events' ids: enough to count answers up to MOST_ANSWERS. */
export interface CheckState extends Stamp { response: ItemResponse | null; score: AnswerScore | null; seen: number[] }
export interface AttemptState {
  started: (Stamp & { assessment: string; seed: string }) | null;
  /** The first submission counts; with it the responses leave the state. */
  submitted: (Stamp & { assessment: string; score: AttemptScore | null; counts?: CountingRule }) | null;
  responses: Record<string, Stamp & { response: ItemResponse }>;
  /** what it earns since it was last scored anew; `submitted.score` is then the same */
  rescored?: Stamp & { score: AttemptScore };
  /** how many attempts this one stands for, where older ones were folded together in suspend data */
  standsFor?: number;
}
/** `text` is null where it was written but did not fit into suspend data. */
export interface ReflectionState extends Stamp { text: string | null }

/** Answers to one check are counted exactly up to this many; "more than that" is all that anyone needs to know. */
export const MOST_ANSWERS = 16;

export function emptyState(): TrackingState {
  return { format: 'preceptor-state/1', acknowledged: false, firstAt: null, lastAt: null, sessions: {}, place: null, lessons: {}, checks: {}, attempts: {}, reflections: {} };
}

/** Looks up an own key: ids come from outside, and `constructor` is a possible one. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
