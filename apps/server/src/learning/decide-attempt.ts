import { type Assessment, type Conditions, drawForm, inForce, mayBegin, passes, scoreResponse, seedOfFreshForm, totalScore, usualRules } from '@preceptor/assessment';
import type { EventOf } from '@preceptor/tracking';
import { platformErrors } from '../platform/errors.js';
import { notNow } from '../delivery/delivery.service.js';
import { closesAtOf, isOver } from './attempt-clock.js';
import { decideOpen, ensureHeld, type Holder } from './decide-open.js';
import { learningErrors } from './errors.js';
import type { AttemptRow, ResponseRow } from './learning.entity.js';
import { type Decision, itemsOfVersion, type LedgerRecord, nothing } from './ledger/record.js';

/** What the server brings to a new attempt: the client chooses neither seed nor time. */
export interface Start { attemptId: string; assessmentId: string; seed: string; eventIds: [string, string]; now: Date; conditions?: Conditions; holder?: Holder }
/** A client that names no device. */
const noDevice: Holder = { device: null, takeOver: false };

/**
 * Begins an attempt. The same id again gives the same attempt; while another attempt at the assessment is open, that
 * one is given back; one whose time is over is submitted first. An open one that another device holds is given only to
 * whoever takes it over.
 */
export function decideStart(record: LedgerRecord, start: Start): Decision<AttemptRow> {
  const assessment = assessmentOf(record, start.assessmentId);
  if (assessment === null) throw platformErrors.NOT_FOUND({ path: ['assessment'] });
  const conditions = start.conditions ?? inForce(usualRules(assessment), []);
  const holder = start.holder ?? noDevice;
  const same = record.attempts.get(start.attemptId);
  if (same !== undefined) {
    if (same.assessmentId !== assessment.id) throw platformErrors.CONFLICT({ says: 'This id belongs to an attempt at another assessment.', path: ['attempt'] });
    return decideOpen(same, holder, start.eventIds[0], start.now);
  }
  const earlier = [...record.attempts.values()].filter((attempt) => attempt.assessmentId === assessment.id);
  const open = earlier.find((attempt) => attempt.submittedAt === null);
  if (open !== undefined && !isOver(open, start.now)) return decideOpen(open, holder, start.eventIds[0], start.now);
  const closed = open === undefined ? nothing(null) : decideSubmit(record, open.id, start.eventIds[1], start.now);
  const refused = mayBegin(conditions, earlier.map((attempt) => (attempt === open ? closed.attempts[0] ?? attempt : attempt)), start.now);
  if (refused !== null) {
    if (open === undefined) throw notNow(refused) ?? learningErrors.ATTEMPTS_USED_UP();
    return { ...closed, answer: closed.attempts[0] ?? open };
  }
  const begun = { ...start, seed: freshSeed(assessment, earlier, start.seed) };
  const attempt = newAttempt(record, shuffled(assessment, conditions), earlier.length + 1, { ...begun, conditions, holder });
  return { events: [...closed.events, startedEvent(attempt, begun)], attempts: [...closed.attempts, attempt], responses: closed.responses, answer: attempt };
}

/** Submits an attempt: scores what was answered in time. Submitting again changes nothing. `device`: whose wish it is; left out where it is the server's. */
export function decideSubmit(record: LedgerRecord, attemptId: string, eventId: string, now: Date, device?: string | null): Decision<AttemptRow> {
  const attempt = record.attempts.get(attemptId);
  const assessment = attempt === undefined ? null : assessmentOf(record, attempt.assessmentId);
  if (attempt === undefined || assessment === null) throw platformErrors.NOT_FOUND({ path: ['attempt'] });
  if (attempt.submittedAt !== null) return nothing(attempt);
  if (device !== undefined) ensureHeld(attempt, device);
  const at = now.toISOString();
  const responses = answersOf(record, attempt, at);
  const total = totalScore(responses);
  const passed = passes(assessment, total);
  const { raw, max, scaled, pending } = total;
  const submitted: AttemptRow = { ...attempt, submittedAt: at, raw, max, scaled, passed, pending };
  const event: EventOf<'attempt-submitted'> = { id: eventId, type: 'attempt-submitted', at, session: attempt.id, attempt: attempt.id, assessment: assessment.id, score: { raw, max, scaled, passed }, ...countsOf(attempt) };
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

/** A seed made of `seed` that gives a fixed form that she has not had, as long as there is one. */
function freshSeed(assessment: Assessment, earlier: readonly AttemptRow[], seed: string): string {
  let tries = 0;
  return seedOfFreshForm(assessment.forms, earlier.flatMap(({ form }) => form.fixed ?? []), () => (tries++ === 0 ? seed : `${seed}-${tries}`));
}

/** The best counts where nothing is said: packages and older attempts have it so. */
const countsOf = ({ conditions }: AttemptRow) => (conditions === null || conditions === undefined || conditions.counts === 'best' ? {} : { counts: conditions.counts });
const shuffled = (assessment: Assessment, { shuffle }: Conditions): Assessment => (shuffle === null ? assessment : { ...assessment, sections: assessment.sections.map((section) => ({ ...section, shuffle })) });

function newAttempt(record: LedgerRecord, assessment: Assessment, number: number, start: Start & { conditions: Conditions; holder: Holder }): AttemptRow {
  const { form } = drawForm(assessment, record.version.course.banks, itemsOfVersion(record.version), start.seed);
  if (form === null) throw learningErrors.FORM_IMPOSSIBLE({ path: ['assessment'] });
  const attempt: AttemptRow = {
    enrolmentId: record.enrolment.id, id: start.attemptId, courseVersionId: record.version.id, assessmentId: assessment.id, number, form: { ...form, masked: true }, startedAt: start.now.toISOString(), closesAt: null,
    submittedAt: null, raw: null, max: null, scaled: null, passed: null, pending: false, conditions: start.conditions, device: start.holder.device, breaks: [],
  };
  return { ...attempt, closesAt: closesAtOf(attempt, start.now) };
}

const startedEvent = (attempt: AttemptRow, start: Start): EventOf<'attempt-started'> => ({
  id: start.eventIds[0], type: 'attempt-started', at: attempt.startedAt, session: attempt.id, attempt: attempt.id, assessment: attempt.assessmentId, seed: start.seed,
});

export const assessmentOf = (record: Pick<LedgerRecord, 'version'>, id: string): Assessment | null => record.version.course.units.find((unit) => unit.assessment?.id === id)?.assessment ?? null;
