import type { CountingRule, ItemResponse, Score } from '@preceptor/assessment';

/** What one answer earned, as far as progress needs it. */
export type AnswerScore = Pick<Score, 'raw' | 'max' | 'scaled' | 'outcome'>;
/** What one attempt earned. `passed` is null where there is nothing to pass or a person has still to score. */
export interface AttemptScore { raw: number; max: number; /** 0..1 */ scaled: number; passed: boolean | null }

/** `moved`: goes on on another device; `conditions`: other dates, more time, other rules. */
export type AttemptChange = 'moved' | 'break-began' | 'break-ended' | 'conditions';

interface EventFields {
  /** UUID made by the client; sending it twice is the same as sending it once. */
  id: string;
  /** ISO 8601 UTC by the client's clock. */
  at: string;
  /** UUID of one opening of the player. */
  session: string;
}
interface DataOf {
  launched: { resumed: boolean };
  /** The disclaimer was acknowledged. */
  acknowledged: Record<never, never>;
  'lesson-opened': { lesson: string };
  /** position: 0..1 of the lesson's text */
  position: { lesson: string; position: number };
  'lesson-completed': { lesson: string };
  /** `attempt` is set where the item belongs to one, `lesson` where it is a check in a lesson; `score` where it is known. */
  'item-answered': { item: string; attempt?: string; lesson?: string; response: ItemResponse; latencySeconds: number; score?: AnswerScore };
  'attempt-started': { attempt: string; assessment: string; seed: string };
  /** `counts`: which of the assessment's attempts counts, by the rules in force for this one; missing: the best */
  'attempt-submitted': { attempt: string; assessment: string; score?: AttemptScore; counts?: CountingRule };
  /** A person scored an answer of a submitted attempt, or its key was mended: what it earns from now on. Made by the server alone. */
  'attempt-rescored': { attempt: string; assessment: string; score: AttemptScore };
  /** Something that the server did to an open attempt, for the record: progress is as it was. */
  'attempt-changed': { attempt: string; assessment: string; change: AttemptChange };
  /** The learner left the page of an attempt, or came back to it; only where its rules say that this is recorded. */
  'focus-changed': { attempt: string; away: boolean };
  'reflection-saved': { reflection: string; lesson: string; text: string };
  /** seconds: length of the session so far; may be reported more than once, the longest counts. */
  'session-ended': { seconds: number };
}
export type EventType = keyof DataOf;
export type EventOf<T extends EventType> = EventFields & { type: T } & DataOf[T];
/** What a player reports. Ids are UUIDv7 made by the client, times ISO 8601 UTC by the client's clock. */
export type TrackingEvent = { [T in EventType]: EventOf<T> }[EventType];
