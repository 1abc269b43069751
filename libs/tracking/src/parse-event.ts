import type { ItemResponse, Score } from '@preceptor/assessment';
import { eventProblem, type EventProblem, type EventProblemCode } from './errors.js';
import type { AnswerScore, AttemptChange, AttemptScore, EventType, TrackingEvent } from './events.js';
import { cleanJson, cleanText } from './plain-json.js';

export interface ParseOptions {
  /** milliseconds since 1970 by the clock that judges times */
  now: number;
  /** Keeps scores that the sender claims, as a package must; a server that scores leaves this out. */
  scores?: boolean;
}

/**
 * Makes an event of whatever came in, or says what is wrong with its first field at fault. Times are normalised to
 * milliseconds, ids to lower case, fields that the type doesn't have are left out; in texts and responses NUL is
 * removed and a lone surrogate becomes U+FFFD, so that no database or XML refuses what a learner wrote.
 */
export function parseEvent(value: unknown, options: ParseOptions): { event: TrackingEvent } | EventProblem {
  if (!isRecord(value)) return eventProblem('EVENT_NOT_AN_OBJECT', []);
  const read = new Reader(value, options);
  try {
    const type = value['type'];
    if (typeof type !== 'string' || !Object.hasOwn(readers, type)) return eventProblem('EVENT_TYPE_UNKNOWN', ['type']);
    return { event: readers[type as EventType](read, { id: read.uuid('id'), at: read.time('at'), session: read.uuid('session') }) };
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

/** Bounds, the same for every sender. */
const bounds = { text: 10_000, seed: 128, seconds: 31 * 86_400, points: 1e6, future: 5 * 60_000, earliest: Date.UTC(2000, 0, 1) };

const attemptChanges: readonly AttemptChange[] = ['moved', 'break-began', 'break-ended', 'conditions'];
type Fields = { id: string; at: string; session: string };
const readers: { [T in EventType]: (read: Reader, fields: Fields) => TrackingEvent & { type: T } } = {
  launched: (read, fields) => ({ ...fields, type: 'launched', resumed: read.boolean('resumed') }),
  acknowledged: (_read, fields) => ({ ...fields, type: 'acknowledged' }),
  'lesson-opened': (read, fields) => ({ ...fields, type: 'lesson-opened', lesson: read.name('lesson') }),
  position: (read, fields) => ({ ...fields, type: 'position', lesson: read.name('lesson'), position: read.number('position', 1) }),
  'lesson-completed': (read, fields) => ({ ...fields, type: 'lesson-completed', lesson: read.name('lesson') }),
  'item-answered': (read, fields) => ({
    ...fields, type: 'item-answered', item: read.name('item'),
    ...(read.has('attempt') ? { attempt: read.uuid('attempt') } : {}), ...(read.has('lesson') ? { lesson: read.name('lesson') } : {}),
    response: read.response(), latencySeconds: read.number('latencySeconds', bounds.seconds), ...read.score(answerScore),
  }),
  'attempt-started': (read, fields) => ({ ...fields, type: 'attempt-started', attempt: read.uuid('attempt'), assessment: read.name('assessment'), seed: read.text('seed', bounds.seed) }),
  'attempt-submitted': (read, fields) => ({ ...fields, type: 'attempt-submitted', attempt: read.uuid('attempt'), assessment: read.name('assessment'), ...read.score(attemptScore) }),
  'attempt-changed': (read, fields) => ({ ...fields, type: 'attempt-changed', attempt: read.uuid('attempt'), assessment: read.name('assessment'), change: read.oneOf('change', attemptChanges) }),
  'focus-changed': (read, fields) => ({ ...fields, type: 'focus-changed', attempt: read.uuid('attempt'), away: read.boolean('away') }),
  'attempt-rescored': (read, fields) => ({ ...fields, type: 'attempt-rescored', attempt: read.uuid('attempt'), assessment: read.name('assessment'), score: read.knownScore(attemptScore) }),
  'reflection-saved': (read, fields) => ({ ...fields, type: 'reflection-saved', reflection: read.name('reflection'), lesson: read.name('lesson'), text: read.text('text', bounds.text) }),
  'session-ended': (read, fields) => ({ ...fields, type: 'session-ended', seconds: read.number('seconds', bounds.seconds) }),
};

class Refusal extends Error {
  constructor(readonly problem: EventProblem) { super(problem.message); }
}
/** Reads fields one by one and stops at the first at fault. */
class Reader {
  readonly #value: Record<string, unknown>;
  readonly #options: ParseOptions;
  constructor(value: Record<string, unknown>, options: ParseOptions) {
    this.#value = value;
    this.#options = options;
  }
  has(name: string): boolean { return this.#value[name] !== undefined && this.#value[name] !== null; }
  uuid(name: string): string {
    const value = this.#value[name];
    if (typeof value !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) throw this.#refusal('EVENT_ID_INVALID', name);
    return value.toLowerCase();
  }
  name(name: string): string {
    const value = this.#value[name];
    if (typeof value !== 'string' || !/^[a-z][a-z0-9-]{0,63}$/.test(value)) throw this.#refusal('EVENT_NAME_INVALID', name);
    return value;
  }
  time(name: string): string {
    const value = this.#value[name];
    const ms = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value) ? Date.parse(value) : NaN;
    if (Number.isNaN(ms)) throw this.#refusal('EVENT_TIME_INVALID', name);
    if (ms > this.#options.now + bounds.future) throw this.#refusal('EVENT_TIME_IN_FUTURE', name);
    if (ms < bounds.earliest) throw this.#refusal('EVENT_TIME_TOO_EARLY', name);
    return new Date(ms).toISOString();
  }
  number(name: string, most: number): number {
    const value = this.#value[name];
    if (!isNumber(value, most)) throw this.#refusal('EVENT_NUMBER_INVALID', name);
    return value;
  }
  boolean(name: string): boolean {
    const value = this.#value[name];
    if (typeof value !== 'boolean') throw this.#refusal('EVENT_BOOLEAN_INVALID', name);
    return value;
  }
  oneOf<T extends string>(name: string, known: readonly T[]): T {
    const found = known.find((one) => one === this.#value[name]);
    if (found === undefined) throw this.#refusal('EVENT_TEXT_INVALID', name);
    return found;
  }
  text(name: string, most: number): string {
    const value = this.#value[name];
    if (typeof value !== 'string') throw this.#refusal('EVENT_TEXT_INVALID', name);
    if (value.length > most) throw this.#refusal('EVENT_TEXT_TOO_LONG', name);
    return cleanText(value);
  }
  response(): ItemResponse {
    const given = this.#value['response'];
    if (!isRecord(given)) throw this.#refusal('EVENT_RESPONSE_INVALID', 'response');
    const { certainty } = given;
    const value = cleanJson(given['value'] ?? null);
    if (value === 'too-large') throw this.#refusal('EVENT_RESPONSE_TOO_LARGE', 'response');
    if (value === 'not-json' || !isCertainty(certainty ?? 1)) throw this.#refusal('EVENT_RESPONSE_INVALID', 'response');
    return { value: value.json, ...(isCertainty(certainty) ? { certainty } : {}) };
  }
  /** A score without which the event says nothing. */
  knownScore<S>(parse: (value: Record<string, unknown>) => S | null): S {
    const { score } = this.score(parse);
    if (score === undefined) throw this.#refusal('EVENT_SCORE_INVALID', 'score');
    return score;
  }
  score<S>(parse: (value: Record<string, unknown>) => S | null): { score?: S } {
    if (this.#options.scores !== true || !this.has('score')) return {};
    const given = this.#value['score'];
    const score = isRecord(given) && isNumber(given['raw'], bounds.points, -bounds.points) && isNumber(given['max'], bounds.points) && isNumber(given['scaled'], 1) ? parse(given) : null;
    if (score === null) throw this.#refusal('EVENT_SCORE_INVALID', 'score');
    return { score };
  }
  #refusal(code: EventProblemCode, name: string): Refusal { return new Refusal(eventProblem(code, [name])); }
}

const outcomes: readonly Score['outcome'][] = ['correct', 'partial', 'incorrect', 'unanswered', 'pending'];
function answerScore(given: Record<string, unknown>): AnswerScore | null {
  const outcome = outcomes.find((one) => one === given['outcome']);
  return outcome === undefined ? null : { raw: Number(given['raw']), max: Number(given['max']), scaled: Number(given['scaled']), outcome };
}
function attemptScore(given: Record<string, unknown>): AttemptScore | null {
  const { passed } = given;
  return typeof passed === 'boolean' || passed === null ? { raw: Number(given['raw']), max: Number(given['max']), scaled: Number(given['scaled']), passed } : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown, most: number, least = 0): value is number => typeof value === 'number' && value >= least && value <= most;
const isCertainty = (value: unknown): value is 1 | 2 | 3 => value === 1 || value === 2 || value === 3;
