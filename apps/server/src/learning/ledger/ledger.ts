import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CourseVersions } from '../../catalog/course-versions.js';
import { Database } from '../../platform/database/database.js';
import { Notices } from '../../platform/database/notices.js';
import type { RawSql } from '../../platform/database/raw-sql.js';
import { platformErrors } from '../../platform/errors.js';
import { Commits } from '../commits.js';
import { ProgressRow } from '../learning.entity.js';
import { Batch } from './batch.js';
import { RecordCache } from './cache.js';
import { Collision, type EventStore, freshness } from './event-store.js';
import { loadRecords } from './loading.js';
import { saveAttempts, saveResponses, saveScores } from './outcome-store.js';
import { postgresEvents } from './postgres-events.js';
import type { LedgerRecord, Operation } from './record.js';
import { sqliteEvents } from './sqlite-events.js';

interface Waiting { enrolmentId: string; eventIds: string[]; operation: Operation<unknown>; resolve(answer: unknown): void; reject(fault: unknown): void }
/** Says which enrolment was changed otherwise than by what its learner does. */
export const forgottenEnrolments = 'learning.enrolment';
/** Most operations in one commit. */
const mostShared = 256;
/** Commits under way at once: SQLite has one writer; PostgreSQL works on one while another waits for the disk. */
const commitsAtOnce = { sqlite: 1, postgres: 3 };
/** While one is under way, another begins once so many operations can share it. */
const worthwhile = 8;

/**
 * Where everything that a learner does is decided and written. Operations that arrive while commits are under way wait
 * and share the next one; those of one enrolment run one after another. An operation's promise resolves only after its
 * commit, so what was acknowledged survives a kill.
 */
@Injectable()
export class Ledger {
  readonly #cache = new RecordCache();
  readonly #store: EventStore;
  #waiting: Waiting[] = [];
  #scheduled = false;
  #underWay = 0;
  readonly #busy = new Set<string>();

  constructor(private readonly database: Database, private readonly versions: CourseVersions, private readonly commits: Commits, notices: Notices) {
    this.#store = database.engine === 'sqlite' ? sqliteEvents : postgresEvents;
    notices.listen(forgottenEnrolments, (id) => this.#cache.forget(id), () => this.#cache.clear());
  }

  /** Runs an operation on an enrolment that exists and that the caller may write to. `eventIds`: those it may record. */
  run<T>(enrolmentId: string, eventIds: string[], operation: Operation<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ enrolmentId, eventIds, operation, resolve: resolve as (answer: unknown) => void, reject });
      this.#schedule();
    });
  }

  /** What is known of enrolments now; those that don't exist are left out. At most five statements. */
  async read(ids: readonly string[]): Promise<Map<string, LedgerRecord>> {
    const found = new Map<string, LedgerRecord>();
    const fresh = ids.length === 0 ? [] : await this.database.read.find(ProgressRow, { select: { enrolmentId: true, events: true, courseVersionId: true }, where: { enrolmentId: In([...ids]) } });
    for (const { enrolmentId, events, courseVersionId } of fresh) {
      const record = this.#cache.get(enrolmentId);
      if (record !== undefined && freshnessOf(record) === freshness(events, courseVersionId)) found.set(enrolmentId, record);
    }
    for (const [id, record] of await loadRecords(this.database.read, this.versions, ids.filter((id) => !found.has(id)))) {
      this.#cache.put(record);
      found.set(id, record);
    }
    return found;
  }

  /** Forgets what is in memory, after an enrolment was moved to another version. */
  forget(enrolmentId: string): void { this.#cache.forget(enrolmentId); }

  /** Lets requests that have arrived be read first, so that they share the commit. */
  #schedule(): void {
    const begins = this.#underWay === 0 || (this.#underWay < commitsAtOnce[this.database.engine] && this.#waiting.length >= worthwhile);
    if (this.#scheduled || !begins) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      const shared = this.#take();
      if (shared.length > 0) void this.#commitShared(shared);
    });
  }

  /** What waits for enrolments that no commit under way is about, in the order of arrival. */
  #take(): Waiting[] {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    for (const waiting of this.#waiting) (taken.length < mostShared && !this.#busy.has(waiting.enrolmentId) ? taken : left).push(waiting);
    this.#waiting = left;
    return taken;
  }

  async #commitShared(shared: Waiting[]): Promise<void> {
    const ids = new Set(shared.map(({ enrolmentId }) => enrolmentId));
    for (const id of ids) this.#busy.add(id);
    this.#underWay += 1;
    await this.#commitFresh(shared).catch((fault: unknown) => this.#singly(shared, fault));
    this.#underWay -= 1;
    for (const id of ids) this.#busy.delete(id);
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** One bad operation must not take the others with it. */
  async #singly(shared: Waiting[], fault: unknown): Promise<void> {
    if (shared.length === 1) { shared[0]?.reject(fault); return; }
    for (const waiting of shared) await this.#commitFresh([waiting]).catch((own: unknown) => { waiting.reject(own); });
  }

  /** In hope first: nothing else was recorded meanwhile and no event is a replay. Where that fails, under locks. */
  async #commitFresh(shared: Waiting[]): Promise<void> {
    const ids = [...new Set(shared.map(({ enrolmentId }) => enrolmentId))];
    try {
      const batch = await this.#inHope(shared, await this.#records(ids)).catch((fault: unknown) => {
        if (!(fault instanceof Collision)) throw fault;
        for (const id of ids) this.#cache.forget(id);
        return this.#underLocks(shared, ids);
      });
      for (const record of batch.records()) this.#cache.put(record);
      for (const done of batch.settle) done();
      for (const { enrolment } of batch.records()) this.commits.tell(enrolment.cohortId, enrolment.id);
    } catch (fault) {
      for (const id of ids) this.#cache.forget(id);
      throw fault;
    }
  }

  async #inHope(shared: Waiting[], records: Map<string, LedgerRecord>): Promise<Batch> {
    const batch = decide(shared, records, new Set());
    await this.database.writeRaw((sql) => this.#write(sql, batch), { atOnce: batch.isOneStatement });
    return batch;
  }

  async #underLocks(shared: Waiting[], ids: string[], tries = 5): Promise<Batch> {
    const records = await this.#records(ids);
    const batch = await this.database.writeRaw(async (sql) => {
      const locked = await this.#store.lock(sql, ids);
      if (ids.some((id) => locked.get(id) !== freshnessOf(records.get(id)))) return null;
      const known = await this.#store.known(sql, shared.flatMap(({ enrolmentId, eventIds }) => eventIds.map((id): [string, string] => [enrolmentId, id])));
      const decided = decide(shared, records, known);
      await this.#write(sql, decided);
      return decided;
    });
    if (batch !== null) return batch;
    for (const id of ids) this.#cache.forget(id);
    if (tries === 0) throw platformErrors.UNAVAILABLE();
    return this.#underLocks(shared, ids, tries - 1);
  }

  async #write(sql: RawSql, batch: Batch): Promise<void> {
    const writes = batch.writes();
    await this.#store.write(sql, new Date().toISOString(), writes.events, writes.progress);
    await saveAttempts(sql, writes.attempts);
    await saveResponses(sql, writes.responses);
    await saveScores(sql, writes.scored);
  }

  /** From memory where it is there: whether it is fresh is checked under the lock. */
  async #records(ids: string[]): Promise<Map<string, LedgerRecord>> {
    const records = new Map<string, LedgerRecord>();
    for (const id of ids) {
      const record = this.#cache.get(id);
      if (record !== undefined) records.set(id, record);
    }
    const missing = ids.filter((id) => !records.has(id));
    if (missing.length > 0) for (const [id, record] of await loadRecords(this.database.read, this.versions, missing)) records.set(id, record);
    return records;
  }
}

/** Decides operations one after another; what one refuses is told to its caller alone. */
function decide(shared: Waiting[], records: ReadonlyMap<string, LedgerRecord>, known: Set<string>): Batch {
  const batch = new Batch(records, known);
  for (const waiting of shared) {
    try {
      const answer = batch.run(waiting.enrolmentId, waiting.operation);
      batch.settle.push(() => { waiting.resolve(answer); });
    } catch (refusal) {
      batch.settle.push(() => { waiting.reject(refusal); });
    }
  }
  return batch;
}

const freshnessOf = (record: LedgerRecord | undefined) => (record === undefined ? undefined : freshness(record.events, record.enrolment.courseVersionId));
