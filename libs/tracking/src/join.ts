import { MOST_ANSWERS, own, type AttemptState, type CheckState, type LessonState, type ReflectionState, type Stamp } from './state.js';

/** The joins of the parts of a state: each commutative, associative and idempotent. */

const later = (a: Stamp, b: Stamp): boolean => a.at > b.at || (a.at === b.at && a.id > b.id);
const same = (a: Stamp, b: Stamp): boolean => a.at === b.at && a.id === b.id;

export const latest = <T extends Stamp>(a: T | null, b: T | null): T | null => (a === null ? b : b === null || !later(b, a) ? a : b);
const earliest = <T extends Stamp>(a: T | null, b: T | null): T | null => (a === null ? b : b === null || !later(a, b) ? a : b);
export const earliestTime = (a: string | null, b: string | null): string | null => (a === null ? b : b === null || a <= b ? a : b);
export const latestTime = (a: string | null, b: string | null): string | null => (a === null ? b : b === null || a >= b ? a : b);

export function joinLesson(a: LessonState, b: LessonState): LessonState {
  return {
    openedAt: a.openedAt <= b.openedAt ? a.openedAt : b.openedAt,
    completedAt: earliestTime(a.completedAt, b.completedAt),
    position: latest(a.position, b.position),
  };
}

export function joinCheck(a: CheckState, b: CheckState): CheckState {
  // The same event may come once as the client knew it and once with the server's score.
  const winner = same(a, b) ? (a.score === null ? b : a) : later(b, a) ? b : a;
  return { ...winner, seen: smallest(a.seen, b.seen) };
}

export function joinAttempt(a: AttemptState, b: AttemptState): AttemptState {
  const submitted = a.submitted !== null && b.submitted !== null && same(a.submitted, b.submitted) && a.submitted.score === null ? b.submitted : earliest(a.submitted, b.submitted);
  const joined: AttemptState = { started: earliest(a.started, b.started), submitted, responses: submitted === null ? joinResponses(a.responses, b.responses) : {} };
  const standsFor = Math.max(a.standsFor ?? 1, b.standsFor ?? 1);
  if (standsFor > 1) joined.standsFor = standsFor;
  const rescored = latest(a.rescored ?? null, b.rescored ?? null);
  if (rescored === null) return joined;
  return { ...joined, rescored, submitted: submitted && { ...submitted, score: rescored.score } };
}

export function joinReflection(a: ReflectionState, b: ReflectionState): ReflectionState {
  if (same(a, b)) return a.text === null ? b : a;
  return later(b, a) ? b : a;
}

function joinResponses(a: AttemptState['responses'], b: AttemptState['responses']): AttemptState['responses'] {
  const joined = { ...a };
  for (const [item, response] of Object.entries(b)) {
    const known = own(joined, item);
    if (known === undefined || later(response, known)) joined[item] = response;
  }
  return joined;
}

/** The least few of two sorted sets: a set's size up to a bound, whatever the order in which it grew. */
function smallest(a: number[], b: number[]): number[] {
  return [...new Set([...a, ...b])].toSorted((x, y) => x - y).slice(0, MOST_ANSWERS);
}
