import { earnedFeedback, type EarnedFeedback, type Item, scoreResponse, type Score } from '@preceptor/assessment';
import { applyEvents, type EventOf, notInCourse, parseEvent, type TrackingEvent } from '@preceptor/tracking';
import { textFault } from '../platform/input.js';
import { learningErrors } from './errors.js';
import { platformErrors } from '../platform/errors.js';
import type { Problem } from '../platform/problem.js';
import { isOnBreak, isOver } from './attempt-clock.js';
import { isElsewhere } from './decide-open.js';
import { itemsOfVersion, type LedgerRecord } from './ledger/record.js';
import type { AttemptRow, ResponseRow } from './learning.entity.js';
import type { IdsOf } from './masking.service.js';
import { closedEvent, type Gate } from './release/gate.js';

export interface Outcome { event: string; item: string; score: Score; feedback: EarnedFeedback }
/** What becomes of one event that came in. `record`: to be written, with the answer that counts for the item if it settles one. */
export type Taken =
  | { record: TrackingEvent; response: ResponseRow | null; outcome: Outcome | null }
  | { known: string; outcome: Outcome | null }
  | { rejected: { id: string; code: string; message: string; path: string[] } };

/** Reads an event as it was sent; texts that can't be stored refuse it. */
export function readEvent(sent: { id: string }, now: number): TrackingEvent | { rejected: { id: string; code: string; message: string; path: string[] } } {
  const id = typeof sent.id === 'string' ? sent.id.slice(0, 100) : '';
  const fault = storable(sent, []);
  if (fault !== null) return { rejected: { id: fault.path[0] === 'id' ? '' : id, ...fault } };
  const parsed = parseEvent(ofAttempt(sent, now), { now });
  return 'event' in parsed ? parsed.event : { rejected: { id, code: parsed.code, message: parsed.message, path: parsed.path } };
}

/** An answer in an attempt is never refused because the device's clock is fast. */
function ofAttempt(sent: { id: string; type?: unknown; attempt?: unknown; at?: unknown }, now: number): object {
  if (sent.type !== 'item-answered' || typeof sent.attempt !== 'string' || typeof sent.at !== 'string') return sent;
  return Date.parse(sent.at) > now ? { ...sent, at: new Date(now).toISOString() } : sent;
}

/** `recorded`: the event is recorded already; `settled`: `settledKey` of the answers of the same batch that count for good. */
export interface Circumstances { recorded: boolean; settled: ReadonlySet<string>; now: Date; /** by which ids the learner was shown what she answers */ idsOf: IdsOf; /** that sends it; null: it names none */ device: string | null; gate: Gate; /** what of the same batch is recorded before it */ written: readonly TrackingEvent[] }
export const settledKey = (attemptId: string, itemId: string): string => `${attemptId}/${itemId}`;

/** Decides about one event. Pure. */
export function takeEvent(record: LedgerRecord, sent: TrackingEvent, here: Circumstances): Taken {
  const event = inOwnIds(record, sent, here.idsOf);
  if (here.recorded) return { known: event.id, outcome: event.type === 'item-answered' ? released(record, event, here.idsOf)?.outcome ?? null : null };
  if (record.enrolment.withdrawnAt !== null) return reject(event, learningErrors.WITHDRAWN({ path: ['enrolment'] }));
  const problem = notInCourse(event, record.version.outline);
  if (problem !== null) return { rejected: { id: event.id, code: problem.code, message: problem.message, path: problem.path } };
  const closed = stillClosed(record, event, here);
  if (closed !== null) return reject(event, closed);
  switch (event.type) {
    case 'attempt-started': case 'attempt-submitted': case 'attempt-changed':
      return record.attempts.has(event.attempt) ? { known: event.id, outcome: null } : reject(event, learningErrors.EVENT_BY_MUTATION({ path: ['type'] }));
    case 'item-answered':
      return takeAnswer(record, event, here);
    case 'focus-changed': {
      const attempt = record.attempts.get(event.attempt);
      if (attempt === undefined) return reject(event, platformErrors.NOT_FOUND({ says: 'There is no such attempt in this enrolment.', path: ['attempt'] }));
      return attempt.conditions?.recordFocus === true && attempt.submittedAt === null ? { record: event, response: null, outcome: null } : reject(event, learningErrors.FOCUS_NOT_RECORDED({ path: ['type'] }));
    }
    default:
      return { record: event, response: null, outcome: null };
  }
}

/** Why what an event reports is not open yet; what the same batch reports before it counts. */
function stillClosed(record: LedgerRecord, event: TrackingEvent, { gate, written, now }: Circumstances): Problem | null {
  const closed = closedEvent(gate, event, record, now);
  return closed === null || written.length === 0 ? closed : closedEvent(gate, event, { version: record.version, state: applyEvents(record.state, written) }, now);
}

/** An answer as it is stored and scored: by the ids of the item's author. */
function inOwnIds(record: LedgerRecord, event: TrackingEvent, idsOf: IdsOf): TrackingEvent {
  const item = event.type === 'item-answered' ? itemsOfVersion(record.version).get(event.item) : undefined;
  return event.type !== 'item-answered' || item === undefined ? event : { ...event, response: idsOf(item, formOf(record, event)).toOwn(event.response) };
}

function takeAnswer(record: LedgerRecord, sent: EventOf<'item-answered'>, here: Circumstances): Taken {
  const event = sent.attempt === undefined ? sent : { ...sent, at: orderedAt(record, sent, sent.attempt, here.now) };
  const refusal = event.attempt === undefined ? null : refusedInAttempt(record, event, event.attempt, here);
  if (refusal !== null) return reject(event, refusal);
  const at = released(record, event, here.idsOf);
  // Until the attempt is submitted nothing is scored: the last answer counts.
  if (at === null) return { record: event, response: null, outcome: null };
  const { raw, max, scaled, outcome } = at.score;
  return {
    record: { ...event, score: { raw, max, scaled, outcome } },
    response: {
      enrolmentId: record.enrolment.id, attemptId: event.attempt ?? '', itemId: event.item, courseVersionId: record.version.id,
      response: event.response, raw, max, scaled, outcome, answeredAt: event.at,
    },
    outcome: at.outcome,
  };
}

function refusedInAttempt(record: LedgerRecord, event: EventOf<'item-answered'>, attemptId: string, { settled, now, device }: Circumstances): Problem | null {
  const attempt = record.attempts.get(attemptId);
  if (attempt === undefined) return platformErrors.NOT_FOUND({ says: 'There is no such attempt in this enrolment.', path: ['attempt'] });
  if (!holds(attempt, event.item)) return platformErrors.NOT_FOUND({ says: 'This question is not in the attempt.', path: ['item'] });
  if (attempt.submittedAt !== null) return learningErrors.ATTEMPT_CLOSED({ path: ['attempt'] });
  if (isElsewhere(attempt, device)) return learningErrors.ATTEMPT_ELSEWHERE({ path: ['attempt'] });
  if (isOnBreak(attempt, now)) return learningErrors.ON_BREAK({ path: ['attempt'] });
  if (isOver(attempt, now)) return learningErrors.TIME_OVER({ path: ['attempt'] });
  const answered = record.state.attempts[attemptId]?.responses ?? {};
  if (feedbackRule(record, attempt) === 'immediate' && (Object.hasOwn(answered, event.item) || settled.has(settledKey(attemptId, event.item)))) return learningErrors.ALREADY_ANSWERED({ path: ['item'] });
  if (attempt.conditions?.navigation === 'linear' && attempt.conditions.revision !== null && isPassed(attempt, event.item, answered)) return learningErrors.QUESTION_PASSED({ path: ['item'] });
  return null;
}

/** Whether a question stands before one that was answered. */
function isPassed(attempt: AttemptRow, item: string, answered: object): boolean {
  const items = attempt.form.sections.flatMap((section) => section.items);
  return items.slice(items.indexOf(item) + 1).some((later) => Object.hasOwn(answered, later));
}

/**
 * When an answer in an attempt was given, as far as a device's clock may say so: not in the future, and after the answer
 * that stands. So the answer that came last is the last, whatever the clocks of the learner's devices show.
 */
function orderedAt(record: LedgerRecord, event: EventOf<'item-answered'>, attemptId: string, now: Date): string {
  const stands = record.state.attempts[attemptId]?.responses[event.item]?.at ?? '';
  const at = Math.min(Date.parse(event.at), now.getTime());
  return new Date(stands === '' || at > Date.parse(stands) ? at : Date.parse(stands) + 1).toISOString();
}

/** What an answer earns where that is said at once: checks in lessons, and assessments with immediate feedback. */
function released(record: LedgerRecord, event: EventOf<'item-answered'>, idsOf: IdsOf): { score: Score; outcome: Outcome } | null {
  const item: Item | undefined = itemsOfVersion(record.version).get(event.item);
  if (item === undefined) return null;
  if (event.attempt !== undefined) {
    const attempt = record.attempts.get(event.attempt);
    if (attempt === undefined || !holds(attempt, event.item) || feedbackRule(record, attempt) !== 'immediate') return null;
  }
  const score = scoreResponse(item, event.response);
  const ids = idsOf(item, formOf(record, event));
  return { score, outcome: { event: event.id, item: item.id, score: ids.score(score), feedback: ids.feedback(earnedFeedback(item, event.response, score)) } };
}

const formOf = (record: LedgerRecord, { attempt }: EventOf<'item-answered'>) => (attempt === undefined ? undefined : record.attempts.get(attempt)?.form);
const holds = (attempt: AttemptRow, item: string) => attempt.form.sections.some((section) => section.items.includes(item));
const feedbackRule = (record: LedgerRecord, attempt: AttemptRow) => (attempt.conditions?.eachAnswer ?? outlineFeedback(record, attempt) === 'immediate' ? 'immediate' : 'later');
const outlineFeedback = (record: LedgerRecord, attempt: AttemptRow) => record.version.outline.units.find((unit) => unit.assessment?.id === attempt.assessmentId)?.assessment?.feedback ?? 'never';
const reject = (event: TrackingEvent, problem: Problem): Taken => ({ rejected: { id: event.id, code: problem.code, message: problem.message, path: problem.inputPath ?? [] } });

/** The first text of an event that could not be stored as it is. Bounds of size are parseEvent's. */
function storable(value: unknown, path: string[]): { code: string; message: string; path: string[] } | null {
  if (typeof value === 'string') {
    const fault = textFault(value, Number.POSITIVE_INFINITY);
    return fault === null ? null : { code: 'BAD_INPUT', message: fault, path };
  }
  if (typeof value !== 'object' || value === null || path.length > 10) return null;
  for (const [key, entry] of Object.entries(value)) {
    const fault = storable(key, path) ?? storable(entry, [...path, key]);
    if (fault !== null) return fault;
  }
  return null;
}
