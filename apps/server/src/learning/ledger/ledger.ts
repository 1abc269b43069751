import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CourseVersions } from '../../catalog/course-versions.js';
import { Database } from '../../platform/database/database.js';
import type { RawSql } from '../../platform/database/raw-sql.js';
import { platformErrors } from '../../platform/errors.js';
import { ProgressRow } from '../learning.entity.js';
import { Batch } from './batch.js';
import { RecordCache } from './cache.js';
import { type EventStore, freshness, postgresEvents, sqliteEvents } from './event-store.js';
import { loadRecords } from './loading.js';
import { saveAttempts, saveResponses } from './outcome-store.js';
import type { LedgerRecord, Operation } from './record.js';

interface Waiting { enrolmentId: string; eventIds: string[]; operation: Operation<unknown>; resolve(answer: unknown): void; reject(fault: unknown): void }
/** Most operations in one commit. */
const mostShared = 256;

/**
 * Where everything that a learner does is decided and written. Operations that arrive while a commit is under way wait
 * and share the next one; those of one enrolment run one after another. An operation's promise resolves only after its
 * commit, so what was acknowledged survives a kill.
 */
@Injectable()
export class Ledger {
  readonly #cache = new RecordCache();
  readonly #store: EventStore;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(private readonly database: Database, private readonly versions: CourseVersions) {
    this.#store = database.engine === 'sqlite' ? sqliteEvents : postgresEvents;
  }

  /** Runs an operation on an enrolment that exists and that the caller may write to. `eventIds`: those it may record. */
  run<T>(enrolmentId: string, eventIds: string[], operation: Operation<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ enrolmentId, eventIds, operation, resolve: resolve as (answer: unknown) => void, reject });
      if (this.#running) return;
      this.#running = true;
      setImmediate(() => { void this.#drain(); });
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

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const shared = this.#waiting.splice(0, mostShared);
      await this.#commitFresh(shared).catch((fault: unknown) => this.#singly(shared, fault));
      // Lets requests that arrived meanwhile be read, so that they share the next commit.
      await new Promise((resolve) => { setImmediate(resolve); });
    }
    this.#running = false;
  }

  /** One bad operation must not take the others with it. */
  async #singly(shared: Waiting[], fault: unknown): Promise<void> {
    if (shared.length === 1) { shared[0]?.reject(fault); return; }
    for (const waiting of shared) await this.#commitFresh([waiting]).catch((own: unknown) => { waiting.reject(own); });
  }

  /** Begins again with records read anew where another server was quicker. */
  async #commitFresh(shared: Waiting[], tries = 5): Promise<void> {
    try {
      await this.#commit(shared);
    } catch (fault) {
      for (const { enrolmentId } of shared) this.#cache.forget(enrolmentId);
      if (!(fault instanceof StaleRecords)) throw fault;
      if (tries === 0) throw platformErrors.UNAVAILABLE();
      await this.#commitFresh(shared, tries - 1);
    }
  }

  async #commit(shared: Waiting[]): Promise<void> {
    const ids = [...new Set(shared.map(({ enrolmentId }) => enrolmentId))];
    const records = await this.#records(ids);
    const { batch, settle } = await this.database.writeRaw(async (sql) => {
      const locked = await this.#store.lock(sql, ids);
      const stale = ids.filter((id) => locked.get(id) !== freshnessOf(records.get(id)));
      if (stale.length > 0) throw new StaleRecords();
      return this.#decide(sql, shared, records);
    });
    for (const record of batch.records()) this.#cache.put(record);
    for (const done of settle) done();
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

  async #decide(sql: RawSql, shared: Waiting[], records: Map<string, LedgerRecord>): Promise<{ batch: Batch; settle: (() => void)[] }> {
    const known = await this.#store.known(sql, shared.flatMap(({ enrolmentId, eventIds }) => eventIds.map((id): [string, string] => [enrolmentId, id])));
    const batch = new Batch(records, known);
    const settle = shared.map((waiting) => {
      try {
        const answer = batch.run(waiting.enrolmentId, waiting.operation);
        return () => { waiting.resolve(answer); };
      } catch (refusal) {
        return () => { waiting.reject(refusal); };
      }
    });
    const writes = batch.writes();
    await this.#store.insert(sql, new Date().toISOString(), writes.events);
    await saveAttempts(sql, writes.attempts);
    await saveResponses(sql, writes.responses);
    await this.#store.saveProgress(sql, writes.progress);
    return { batch, settle };
  }
}

const freshnessOf = (record: LedgerRecord | undefined) => (record === undefined ? undefined : freshness(record.events, record.enrolment.courseVersionId));

/** Another server has written meanwhile: what is in memory is read again, and the operations are run again. */
class StaleRecords extends Error {}
