import { type Correction, type CountingScore, type GivenMarks, type Item, rescore, type Standing } from '@preceptor/assessment';
import { type AnswerScore, applyEvents, type EventOf, progressOf, type Success } from '@preceptor/tracking';
import type { LoadedVersion } from '../catalog/course-versions.js';
import { platformErrors } from '../platform/errors.js';
import { assessmentOf } from './decide-attempt.js';
import type { AttemptRow, ResponseRow } from './learning.entity.js';
import { type Decision, itemsOfVersion, type LedgerRecord, nothing } from './ledger/record.js';

export type AttemptTotal = Pick<AttemptRow, 'raw' | 'max' | 'scaled' | 'passed' | 'pending'>;
/** What scoring anew does to one attempt, and to the learner's success in the course. */
export interface Rescored { before: AttemptTotal; after: AttemptTotal; success: { before: Success; after: Success } }

/** The attempt as it was read: `version` is the one it was made on, `events` the record's count when `rows` were read. */
export interface AttemptRead { version: LoadedVersion; rows: ResponseRow[]; events: number }
/** What holds now for each item. */
export interface Scoring { given: ReadonlyMap<string, GivenMarks | null>; corrections: ReadonlyMap<string, Correction> }

/** The answers were read before something else was recorded: read them again. */
export class ReadTooEarly extends Error {}

/** Scores a submitted attempt anew. The same event again, or a scoring that changes nothing, writes nothing. */
export function decideScoring(record: LedgerRecord, attemptId: string, read: AttemptRead, scoring: Scoring, eventId: string, known: boolean, now: Date): Decision<Rescored> {
  const attempt = record.attempts.get(attemptId);
  if (attempt === undefined || attempt.submittedAt === null) throw platformErrors.NOT_FOUND({ path: ['attempt'] });
  const before = totalOf(attempt);
  const success = progressOf(record.state, record.version.outline).success;
  if (known) return nothing({ before, after: before, success: { before: success, after: success } });
  if (record.events !== read.events) throw new ReadTooEarly();
  const { rows, after } = scoredAnew(attempt, read, scoring);
  const scored = rows.filter((row, at) => !sameScore(row, read.rows[at]));
  if (scored.length === 0 && sameTotal(before, after)) return nothing({ before, after, success: { before: success, after: success } });
  const event = rescoredEvent(attempt, after, eventId, now);
  const then = progressOf(applyEvents(record.state, [event]), record.version.outline).success;
  return { events: [event], attempts: [{ ...attempt, ...after }], responses: [], scored, answer: { before, after, success: { before: success, after: then } } };
}

/** What is recorded of a scoring; it is newer than what was recorded before. */
export const rescoredEvent = (attempt: AttemptRow, { raw, max, scaled, passed }: AttemptTotal, id: string, now: Date): EventOf<'attempt-rescored'> => ({
  id, type: 'attempt-rescored', at: now.toISOString(), session: attempt.id, attempt: attempt.id, assessment: attempt.assessmentId, score: { raw: raw ?? 0, max: max ?? 0, scaled: scaled ?? 0, passed },
});

/** What an attempt and each of its answers would amount to. Pure. */
export function scoredAnew(attempt: AttemptRow, { version, rows }: Pick<AttemptRead, 'version' | 'rows'>, { given, corrections }: Scoring): { rows: ResponseRow[]; after: AttemptTotal } {
  const items = itemsOfVersion(version);
  const assessment = assessmentOf({ version }, attempt.assessmentId);
  const kept = rows.flatMap((row) => { const item = items.get(row.itemId); return item === undefined ? [] : [{ row, standing: standingOf(item, row, given, corrections) }]; });
  const { scores, total, passed } = rescore(assessment ?? { passMark: null }, kept.map(({ standing }) => standing));
  const { raw, max, scaled, pending } = total;
  const anew = new Map(kept.map(({ row, standing }, at): [string, ResponseRow] => [row.itemId, rowOf(row, standing, scores[at])]));
  return { rows: rows.map((row) => anew.get(row.itemId) ?? row), after: { raw, max, scaled, pending, passed } };
}

/** All that an answer's score follows from, as it stands. */
export const standingNow = (item: Item, row: Pick<ResponseRow, 'response' | 'given' | 'correction'> | undefined): Standing => ({ item, response: row?.response ?? null, given: row?.given ?? null, correction: row?.correction ?? null });

function standingOf(item: Item, row: ResponseRow, given: Scoring['given'], corrections: Scoring['corrections']): Standing {
  const own = given.get(row.itemId);
  return { item, response: row.response, given: own === undefined ? row.given ?? null : own, correction: corrections.get(row.itemId) ?? null };
}

function rowOf(row: ResponseRow, { given, correction }: Standing, score: CountingScore | undefined): ResponseRow {
  if (score === undefined) return row;
  const { raw, max, scaled, outcome } = score;
  const machine: AnswerScore | null = row.machine ?? (given === null && correction === null ? null : { raw: row.raw, max: row.max, scaled: row.scaled, outcome: row.outcome });
  return { ...row, raw, max, scaled, outcome, given, correction, machine: given === null && correction === null ? null : machine };
}

export const totalOf = ({ raw, max, scaled, passed, pending }: AttemptRow): AttemptTotal => ({ raw, max, scaled, passed, pending });
const sameTotal = (a: AttemptTotal, b: AttemptTotal): boolean => a.raw === b.raw && a.max === b.max && a.scaled === b.scaled && a.passed === b.passed && a.pending === b.pending;
function sameScore(a: ResponseRow, b: ResponseRow | undefined): boolean {
  return b !== undefined && a.raw === b.raw && a.max === b.max && a.scaled === b.scaled && a.outcome === b.outcome
    && JSON.stringify(a.given ?? null) === JSON.stringify(b.given ?? null) && JSON.stringify(a.correction ?? null) === JSON.stringify(b.correction ?? null);
}
