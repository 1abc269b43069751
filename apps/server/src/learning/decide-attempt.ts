import { type Assessment, drawForm, passes, scoreResponse, totalScore } from '@preceptor/assessment';
import type { EventOf } from '@preceptor/tracking';
import { platformErrors } from '../platform/errors.js';
import { closesAt, isOver } from './attempt-clock.js';
import { learningErrors } from './errors.js';
import type { AttemptRow, ResponseRow } from './learning.entity.js';
import { type Decision, itemsOfVersion, type LedgerRecord, nothing } from './ledger/record.js';

/** What the server brings to a new attempt: the client chooses neither seed nor time. */
export interface Start { attemptId: string; assessmentId: string; seed: string; eventIds: [string, string]; now: Date }

/**
 * Begins an attempt. The same id again gives the same attempt; while another attempt at the assessment is open, that
 * one is given back; one whose time is over is submitted first.
 */
export function decideStart(record: LedgerRecord, start: Start): Decision<AttemptRow> {
  const assessment = assessmentOf(record, start.assessmentId);
  if (assessment === null) throw platformErrors.NOT_FOUND({ path: ['assessment'] });
  const same = record.attempts.get(start.attemptId);
  if (same !== undefined) {
    if (same.assessmentId !== assessment.id) throw platformErrors.CONFLICT({ says: 'This id belongs to an attempt at another assessment.', path: ['attempt'] });
    return nothing(same);
  }
  const earlier = [...record.attempts.values()].filter((attempt) => attempt.assessmentId === assessment.id);
  const open = earlier.find((attempt) => attempt.submittedAt === null);
  if (open !== undefined && !isOver(open, start.now)) return nothing(open);
  const closed = open === undefined ? nothing(null) : decideSubmit(record, open.id, start.eventIds[1], start.now);
  if (assessment.maxAttempts !== null && earlier.length >= assessment.maxAttempts) {
    if (open === undefined) throw learningErrors.ATTEMPTS_USED_UP();
    return { ...closed, answer: closed.attempts[0] ?? open };
  }
  const attempt = newAttempt(record, assessment, earlier.length + 1, start);
  return { events: [...closed.events, startedEvent(attempt, start)], attempts: [...closed.attempts, attempt], responses: closed.responses, answer: attempt };
}

/** Submits an attempt: scores what was answered in time. Submitting again changes nothing. */
export function decideSubmit(record: LedgerRecord, attemptId: string, eventId: string, now: Date): Decision<AttemptRow> {
  const attempt = record.attempts.get(attemptId);
  const assessment = attempt === undefined ? null : assessmentOf(record, attempt.assessmentId);
  if (attempt === undefined || assessment === null) throw platformErrors.NOT_FOUND({ path: ['attempt'] });
  if (attempt.submittedAt !== null) return nothing(attempt);
  const at = now.toISOString();
  const responses = answersOf(record, attempt, at);
  const total = totalScore(responses);
  const passed = passes(assessment, total);
  const { raw, max, scaled, pending } = total;
  const submitted: AttemptRow = { ...attempt, submittedAt: at, raw, max, scaled, passed, pending };
  const event: EventOf<'attempt-submitted'> = { id: eventId, type: 'attempt-submitted', at, session: attempt.id, attempt: attempt.id, assessment: assessment.id, score: { raw, max, scaled, passed } };
  return { events: [event], attempts: [submitted], responses, answer: submitted };
}

/** One row for each item of the form, scored; an item without an answer has none and earns nothing. */
function answersOf(record: LedgerRecord, attempt: AttemptRow, at: string): ResponseRow[] {
  const given = record.state.attempts[attempt.id]?.responses ?? {};
  const items = itemsOfVersion(record.version);
  return attempt.form.sections.flatMap((section) => section.items).flatMap((id): ResponseRow[] => {
    const item = items.get(id);
    if (item === undefined) return [];
    const answer = Object.hasOwn(given, id) ? given[id] : undefined;
    const { raw, max, scaled, outcome } = scoreResponse(item, answer?.response);
    return [{ enrolmentId: attempt.enrolmentId, attemptId: attempt.id, itemId: id, courseVersionId: attempt.courseVersionId, response: answer?.response ?? null, raw, max, scaled, outcome, answeredAt: answer?.at ?? at }];
  });
}

function newAttempt(record: LedgerRecord, assessment: Assessment, number: number, start: Start): AttemptRow {
  const { form } = drawForm(assessment, record.version.course.banks, itemsOfVersion(record.version), start.seed);
  if (form === null) throw learningErrors.FORM_IMPOSSIBLE({ path: ['assessment'] });
  return {
    enrolmentId: record.enrolment.id, id: start.attemptId, courseVersionId: record.version.id, assessmentId: assessment.id, number, form,
    startedAt: start.now.toISOString(), closesAt: closesAt(start.now, assessment.timeLimitSeconds), submittedAt: null, raw: null, max: null, scaled: null, passed: null, pending: false,
  };
}

const startedEvent = (attempt: AttemptRow, start: Start): EventOf<'attempt-started'> => ({
  id: start.eventIds[0], type: 'attempt-started', at: attempt.startedAt, session: attempt.id, attempt: attempt.id, assessment: attempt.assessmentId, seed: start.seed,
});

export const assessmentOf = (record: Pick<LedgerRecord, 'version'>, id: string): Assessment | null => record.version.course.units.find((unit) => unit.assessment?.id === id)?.assessment ?? null;
