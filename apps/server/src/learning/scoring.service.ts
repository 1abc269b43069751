import { Injectable } from '@nestjs/common';
import type { Correction, GivenMarks } from '@preceptor/assessment';
import { applyEvents, type EventOf, progressOf } from '@preceptor/tracking';
import { In } from 'typeorm';
import { CourseVersions } from '../catalog/course-versions.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { CorrectionsService } from './corrections.service.js';
import { type AttemptRead, type AttemptTotal, decideScoring, ReadTooEarly, type Rescored, rescoredEvent, scoredAnew, totalOf } from './decide-scoring.js';
import { Ledger } from './ledger/ledger.js';
import { AttemptRow, ResponseRow } from './learning.entity.js';

/** One submitted attempt that has an item in its form. */
export interface AttemptKey { enrolmentId: string; attemptId: string }
export interface AttemptOfItem extends AttemptKey { accountId: string; cohortId: string | null; total: AttemptTotal }
/** Most tries to score an attempt that something else is recorded for all the time. */
const mostTries = 8;

/** Scores of submitted attempts that change: given by people, or by what was done about an item. The caller has decided who may. */
@Injectable()
export class ScoringService {
  constructor(private readonly database: Database, private readonly ledger: Ledger, private readonly versions: CourseVersions, private readonly corrections: CorrectionsService) {}

  /** Writes what people judged of one answer (null: their judgement is taken back). `eventId`: the same again is a no-op. */
  give(key: AttemptKey, itemId: string, given: GivenMarks | null, eventId: string): Promise<Rescored> {
    return this.#score(key, new Map([[itemId, given]]), eventId);
  }

  /** Brings an attempt in step with the corrections that hold. */
  rescore(key: AttemptKey, eventId: string): Promise<Rescored> { return this.#score(key, new Map(), eventId); }

  /** Brings an enrolment's submitted attempts in step with the corrections that hold, where there are any. */
  async catchUp(enrolmentId: string): Promise<void> {
    const submitted = [...(await this.ledger.read([enrolmentId])).get(enrolmentId)?.attempts.values() ?? []].filter((attempt) => attempt.submittedAt !== null);
    if (submitted.length === 0) return;
    const held = await this.corrections.ofAll([...new Set(submitted.map(({ courseVersionId }) => courseVersionId))]);
    const concerned = submitted.filter(({ courseVersionId }) => (held.get(courseVersionId)?.size ?? 0) > 0);
    const rows = byAttempt(await this.#rows(concerned.map(({ id }) => ({ enrolmentId, attemptId: id }))));
    for (const { id, courseVersionId } of concerned) {
      const inStep = (rows.get(id) ?? []).every((row) => JSON.stringify(row.correction ?? null) === JSON.stringify(held.get(courseVersionId)?.get(row.itemId) ?? null));
      if (!inStep) await this.rescore({ enrolmentId, attemptId: id }, newId());
    }
  }

  /**
   * What scoring attempts anew with another correction of an item would change; nothing is written. A bounded number of
   * statements. `success` is the learner's in the course with all of these attempts scored anew: give all of hers together.
   */
  async foresee(keys: readonly AttemptKey[], itemId: string, correction: Correction | null): Promise<Map<string, Rescored>> {
    const records = await this.ledger.read([...new Set(keys.map(({ enrolmentId }) => enrolmentId))]);
    const rows = byAttempt(await this.#rows(keys));
    const held = await this.corrections.ofAll([...new Set(keys.flatMap((key) => records.get(key.enrolmentId)?.attempts.get(key.attemptId)?.courseVersionId ?? []))]);
    const found = new Map<string, Rescored>();
    for (const [enrolmentId, record] of records) {
      const events: EventOf<'attempt-rescored'>[] = [];
      const own: [string, Pick<Rescored, 'before' | 'after'>][] = [];
      for (const { attemptId } of keys.filter((key) => key.enrolmentId === enrolmentId)) {
        const attempt = record.attempts.get(attemptId);
        const version = attempt === undefined ? null : await this.versions.get(attempt.courseVersionId);
        if (attempt === undefined || version === null) continue;
        const corrections = new Map(held.get(version.id));
        if (correction === null) corrections.delete(itemId);
        else corrections.set(itemId, correction);
        const { after } = scoredAnew(attempt, { version, rows: rows.get(attemptId) ?? [] }, { given: new Map(), corrections });
        own.push([attemptId, { before: totalOf(attempt), after }]);
        events.push(rescoredEvent(attempt, after, newId(), new Date()));
      }
      const success = { before: progressOf(record.state, record.version.outline).success, after: progressOf(applyEvents(record.state, events), record.version.outline).success };
      for (const [attemptId, scores] of own) found.set(attemptId, { ...scores, success });
    }
    return found;
  }

  /** Every submitted attempt of these versions that has the item, oldest first. */
  async attemptsOf(courseVersionIds: readonly string[], itemId: string): Promise<AttemptOfItem[]> {
    const rows = await this.#withItem(courseVersionIds, itemId).getRawMany<RawAttempt>();
    return rows.map(attemptOfItem);
  }

  /** Those of them whose answer to the item is not in step with the correction that is to hold; at most `most`. */
  async outOfStep(courseVersionIds: readonly string[], itemId: string, correction: Correction | null, most: number): Promise<AttemptOfItem[]> {
    const query = this.#withItem(courseVersionIds, itemId);
    if (correction === null) query.andWhere('r.correction IS NOT NULL');
    else query.andWhere('(r.correction IS NULL OR r.correction <> :correction)', { correction: JSON.stringify(correction) });
    return (await query.limit(most).getRawMany<RawAttempt>()).map(attemptOfItem);
  }

  /** One answer with the attempt's version; null where there is none. */
  answer({ enrolmentId, attemptId }: AttemptKey, itemId: string): Promise<ResponseRow | null> {
    return this.database.read.findOneBy(ResponseRow, { enrolmentId, attemptId, itemId });
  }

  #withItem(courseVersionIds: readonly string[], itemId: string) {
    return this.database.read.createQueryBuilder(ResponseRow, 'r')
      .innerJoin(AttemptRow, 'a', 'a.enrolmentId = r.enrolmentId AND a.id = r.attemptId AND a.submittedAt IS NOT NULL')
      .innerJoin('enrolment', 'e', 'e.id = r.enrolmentId')
      .select(['r.enrolmentId AS enrolment_id', 'r.attemptId AS attempt_id', 'e.account_id AS account_id', 'e.cohort_id AS cohort_id', 'a.raw AS raw', 'a.max AS max', 'a.scaled AS scaled', 'a.passed AS passed', 'a.pending AS pending'])
      .where('r.courseVersionId IN (:...courseVersionIds) AND r.itemId = :itemId', { courseVersionIds: [...courseVersionIds], itemId })
      .orderBy('a.submittedAt').addOrderBy('r.attemptId');
  }

  async #score(key: AttemptKey, given: ReadonlyMap<string, GivenMarks | null>, eventId: string): Promise<Rescored> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const read = await this.#read(key);
      const corrections = await this.corrections.of(read.version.id);
      try {
        return await this.ledger.run(key.enrolmentId, [eventId], (record, known) => decideScoring(record, key.attemptId, read, { given, corrections }, eventId, known.has(eventId), new Date()));
      } catch (fault) {
        if (!(fault instanceof ReadTooEarly)) throw fault;
      }
    }
    throw platformErrors.UNAVAILABLE();
  }

  async #read({ enrolmentId, attemptId }: AttemptKey): Promise<AttemptRead> {
    const record = (await this.ledger.read([enrolmentId])).get(enrolmentId);
    const attempt = record?.attempts.get(attemptId);
    const version = attempt === undefined ? null : await this.versions.get(attempt.courseVersionId);
    if (record === undefined || version === null) throw platformErrors.NOT_FOUND({ path: ['attempt'] });
    return { version, rows: await this.#rows([{ enrolmentId, attemptId }]), events: record.events };
  }

  #rows(keys: readonly AttemptKey[]): Promise<ResponseRow[]> {
    if (keys.length === 0) return Promise.resolve([]);
    return this.database.read.findBy(ResponseRow, { enrolmentId: In([...new Set(keys.map(({ enrolmentId }) => enrolmentId))]), attemptId: In(keys.map(({ attemptId }) => attemptId)) });
  }
}

function byAttempt(rows: ResponseRow[]): Map<string, ResponseRow[]> {
  const groups = new Map<string, ResponseRow[]>();
  for (const row of rows) groups.set(row.attemptId, [...groups.get(row.attemptId) ?? [], row]);
  return groups;
}

interface RawAttempt { enrolment_id: string; attempt_id: string; account_id: string; cohort_id: string | null; raw: number | null; max: number | null; scaled: number | null; passed: boolean | number | null; pending: boolean | number }
function attemptOfItem(row: RawAttempt): AttemptOfItem {
  const { raw, max, scaled, passed, pending } = row;
  return { enrolmentId: row.enrolment_id, attemptId: row.attempt_id, accountId: row.account_id, cohortId: row.cohort_id, total: { raw, max, scaled, passed: passed === null ? null : Boolean(passed), pending: Boolean(pending) } };
}
