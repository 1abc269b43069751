import { type Conditions, breakTaken } from '@preceptor/assessment';
import type { AttemptChange, EventOf } from '@preceptor/tracking';
import { platformErrors } from '../platform/errors.js';
import { closesAtOf, isOnBreak, isOver } from './attempt-clock.js';
import { learningErrors } from './errors.js';
import type { AttemptRow } from './learning.entity.js';
import { type Decision, type LedgerRecord, nothing } from './ledger/record.js';

/** Which device asks, and whether it takes the attempt over from the one that holds it. null: a client that names none. */
export interface Holder { device: string | null; takeOver: boolean }

/** Gives an open attempt to the device that asks; throws ATTEMPT_ELSEWHERE where another holds it and is not to lose it. */
export function decideOpen(attempt: AttemptRow, { device, takeOver }: Holder, eventId: string, now: Date): Decision<AttemptRow> {
  const holder = attempt.device ?? null;
  if (attempt.submittedAt !== null || holder === device) return nothing(attempt);
  if (holder !== null && !takeOver) throw learningErrors.ATTEMPT_ELSEWHERE({ path: ['takeOver'] });
  return changed(attempt, { ...attempt, device }, 'moved', eventId, now);
}

/** Throws ATTEMPT_ELSEWHERE unless the device holds the attempt, or none does. */
export function ensureHeld(attempt: AttemptRow, device: string | null): void {
  if (isElsewhere(attempt, device)) throw learningErrors.ATTEMPT_ELSEWHERE({ path: ['attempt'] });
}
export const isElsewhere = (attempt: AttemptRow, device: string | null): boolean => (attempt.device ?? null) !== null && attempt.device !== device;

/** Stops the clock of an attempt, or lets it go on. */
export function decideBreak(record: LedgerRecord, { attemptId, device, begin }: { attemptId: string; device: string | null; begin: boolean }, eventId: string, now: Date): Decision<AttemptRow> {
  const attempt = record.attempts.get(attemptId);
  if (attempt === undefined) throw platformErrors.NOT_FOUND({ path: ['attempt'] });
  if (attempt.submittedAt !== null) throw learningErrors.ATTEMPT_CLOSED({ path: ['attempt'] });
  ensureHeld(attempt, device);
  const breaks = attempt.breaks ?? [];
  const at = now.toISOString();
  if (!begin) {
    if (breaks.at(-1)?.to !== null) return nothing(attempt);
    return changed(attempt, { ...attempt, breaks: breaks.map((one) => ({ ...one, to: one.to ?? at })) }, 'break-ended', eventId, now);
  }
  const granted = attempt.conditions?.breakSeconds ?? 0;
  if (isOnBreak(attempt, now)) return nothing(attempt);
  if (isOver(attempt, now) || breakTaken(breaks, granted, now) >= granted) throw learningErrors.NO_BREAK({ path: ['attempt'] });
  return changed(attempt, { ...attempt, breaks: [...breaks, { from: at, to: null }] }, 'break-began', eventId, now);
}

/** Puts other conditions in force: all of them for an open attempt, for a submitted one only what decides when its result is shown. */
export function decideConditions(attempt: AttemptRow, conditions: Conditions, eventId: string, now: Date): Decision<AttemptRow> {
  const before = attempt.conditions ?? null;
  const after: Conditions = attempt.submittedAt === null || before === null ? conditions : { ...before, release: conditions.release, closesAt: conditions.closesAt };
  if (JSON.stringify(after) === JSON.stringify(before)) return nothing(attempt);
  return changed(attempt, { ...attempt, conditions: after }, 'conditions', eventId, now);
}

/** Always with an event: only a new event tells other servers that what they have in memory is old. */
function changed(before: AttemptRow, after: AttemptRow, change: AttemptChange, eventId: string, now: Date): Decision<AttemptRow> {
  const attempt: AttemptRow = { ...after, closesAt: closesAtOf(after, now) };
  const event: EventOf<'attempt-changed'> = { id: eventId, type: 'attempt-changed', at: now.toISOString(), session: before.id, attempt: before.id, assessment: before.assessmentId, change };
  return { events: [event], attempts: [attempt], responses: [], answer: attempt };
}
