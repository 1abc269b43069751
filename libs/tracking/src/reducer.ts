import { hashOf } from './hash.js';
import type { EventOf, TrackingEvent } from './events.js';
import { earliestTime, joinAttempt, joinCheck, joinLesson, joinReflection, latest, latestTime } from './join.js';
import { emptyState, own, type AttemptState, type TrackingState } from './state.js';

/**
 * Adds events to a state and gives back a new one; `state` itself is left as it was. Any order, doubling or splitting
 * into batches gives the same result. Costs one copy of the tables that are touched, then a constant for each event;
 * only an attempt's answers cost as much as the attempt has answers.
 */
export function applyEvents(state: TrackingState, events: Iterable<TrackingEvent>): TrackingState {
  const draft = new Draft(state);
  for (const event of events) {
    if (event.type === 'attempt-rescored') { applyEvent(draft, event); continue; } // the learner did nothing
    draft.state.firstAt = earliestTime(draft.state.firstAt, event.at);
    draft.state.lastAt = latestTime(draft.state.lastAt, event.at);
    applyEvent(draft, event);
  }
  return draft.state;
}

/**
 * Joins two states of the same learner and course version, such as two tabs' or a restored one and a local one. A state
 * that another version may have kept goes through `stateFor` first.
 */
export function joinStates(a: TrackingState, b: TrackingState): TrackingState {
  const draft = new Draft(a);
  const joined = draft.state;
  joined.acknowledged ||= b.acknowledged;
  joined.firstAt = earliestTime(a.firstAt, b.firstAt);
  joined.lastAt = latestTime(a.lastAt, b.lastAt);
  joined.place = latest(a.place, b.place);
  if (joined.revisions === undefined && b.revisions !== undefined) joined.revisions = b.revisions;
  for (const [id, seconds] of Object.entries(b.sessions)) put(draft.table('sessions'), id, seconds, Math.max);
  for (const [id, lesson] of Object.entries(b.lessons)) put(draft.table('lessons'), id, lesson, joinLesson);
  for (const [id, check] of Object.entries(b.checks)) put(draft.table('checks'), id, check, joinCheck);
  for (const [id, attempt] of Object.entries(b.attempts)) put(draft.table('attempts'), attemptKey(joined, id), attempt, joinAttempt);
  for (const [id, reflection] of Object.entries(b.reflections)) put(draft.table('reflections'), id, reflection, joinReflection);
  return joined;
}

/** The name under which suspend data remembers a submitted attempt whose full id it had no room for. */
export const submittedAttemptKey = (attempt: string): string => `~${(hashOf(attempt, 0) >>> 8).toString(36)}`;

function applyEvent(draft: Draft, event: TrackingEvent): void {
  const stamp = { at: event.at, id: event.id };
  switch (event.type) { // what is not named here leaves a trace, and no state
    case 'acknowledged':
      draft.state.acknowledged = true;
      return;
    case 'lesson-opened':
      draft.state.place = latest(draft.state.place, { ...stamp, lesson: event.lesson });
      return put(draft.table('lessons'), event.lesson, { openedAt: event.at, completedAt: null, position: null }, joinLesson);
    case 'position':
      draft.state.place = latest(draft.state.place, { ...stamp, lesson: event.lesson });
      return put(draft.table('lessons'), event.lesson, { openedAt: event.at, completedAt: null, position: { ...stamp, value: event.position } }, joinLesson);
    case 'lesson-completed':
      return put(draft.table('lessons'), event.lesson, { openedAt: event.at, completedAt: event.at, position: null }, joinLesson);
    case 'item-answered':
      return event.attempt === undefined ? applyCheck(draft, event) : applyAnswer(draft, event.attempt, event);
    case 'attempt-started':
      return joinIntoAttempt(draft, event.attempt, { started: { ...stamp, assessment: event.assessment, seed: event.seed }, submitted: null, responses: {} });
    case 'attempt-submitted':
      return joinIntoAttempt(draft, event.attempt, { started: null, submitted: { ...stamp, assessment: event.assessment, score: event.score ?? null, ...(event.counts && { counts: event.counts }) }, responses: {} });
    case 'attempt-rescored':
      return joinIntoAttempt(draft, event.attempt, { started: null, submitted: null, responses: {}, rescored: { ...stamp, score: event.score } });
    case 'reflection-saved':
      return put(draft.table('reflections'), event.reflection, { ...stamp, text: event.text }, joinReflection);
    case 'session-ended':
      return put(draft.table('sessions'), event.session, event.seconds, Math.max);
  }
}

function applyCheck(draft: Draft, event: EventOf<'item-answered'>): void {
  put(draft.table('checks'), event.item, { at: event.at, id: event.id, response: event.response, score: event.score ?? null, seen: [hashOf(event.id, 0)] }, joinCheck);
}

/** Once an attempt is submitted its answers are of no more use here, whenever they arrive: its score came with the submission. */
function applyAnswer(draft: Draft, attempt: string, event: EventOf<'item-answered'>): void {
  joinIntoAttempt(draft, attempt, { started: null, submitted: null, responses: { [event.item]: { at: event.at, id: event.id, response: event.response } } });
}

function joinIntoAttempt(draft: Draft, attempt: string, part: AttemptState): void {
  put(draft.table('attempts'), attemptKey(draft.state, attempt), part, joinAttempt);
}

function attemptKey(state: TrackingState, attempt: string): string {
  if (Object.hasOwn(state.attempts, attempt)) return attempt;
  const restored = submittedAttemptKey(attempt);
  return Object.hasOwn(state.attempts, restored) ? restored : attempt;
}

type Tables = Pick<TrackingState, 'sessions' | 'lessons' | 'checks' | 'attempts' | 'reflections'>;
/** A state that may be written to: each table is copied the first time that it is touched. */
class Draft {
  readonly state: TrackingState;
  readonly #copied = new Set<keyof Tables>();
  constructor(from: TrackingState) { this.state = { ...emptyState(), ...from }; }

  table<T extends keyof Tables>(name: T): Tables[T] {
    const tables: Tables = this.state;
    if (!this.#copied.has(name)) {
      tables[name] = { ...tables[name] };
      this.#copied.add(name);
    }
    return tables[name];
  }
}

function put<V>(records: Record<string, V>, key: string, part: V, join: (a: V, b: V) => V): void {
  const known = own(records, key);
  records[key] = known === undefined ? part : join(known, part);
}
