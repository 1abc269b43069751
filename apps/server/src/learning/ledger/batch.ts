import { applyEvents } from '@preceptor/tracking';
import { platformErrors } from '../../platform/errors.js';
import type { AttemptRow, ResponseRow } from '../learning.entity.js';
import { changesColumns, progressColumns } from './columns.js';
import type { EventWrite, ProgressWrite } from './event-store.js';
import type { LedgerRecord, Operation } from './record.js';

/** A snapshot is written once so many events have been recorded since the last: reading a record replays fewer than these. */
const eventsPerSnapshot = 64;

/** Operations decided one after another in memory, and what is to be written for all of them together. */
export class Batch {
  /** What each operation's caller is told, in order, once the batch is committed. */
  readonly settle: (() => void)[] = [];
  readonly #records = new Map<string, LedgerRecord>();
  readonly #columns = new Set<string>();
  readonly #events: EventWrite[] = [];
  readonly #attempts = new Map<string, AttemptRow>();
  readonly #responses: ResponseRow[] = [];
  readonly #scored: ResponseRow[] = [];

  /** `known`: `enrolment/event` of what is recorded already; grows with what this batch records. */
  constructor(private readonly before: ReadonlyMap<string, LedgerRecord>, private readonly known: Set<string>) {}

  run<T>(enrolmentId: string, operation: Operation<T>): T {
    const record = this.#records.get(enrolmentId) ?? this.before.get(enrolmentId);
    if (record === undefined) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    // Written even where nothing changes, or is refused: only the write tells whether the record was fresh.
    this.#records.set(enrolmentId, record);
    const decision = operation(record, new KnownEvents(this.known, enrolmentId));
    for (const [index, event] of decision.events.entries()) {
      this.known.add(`${enrolmentId}/${event.id}`);
      this.#events.push({ enrolmentId, ordinal: record.events + index + 1, event });
    }
    for (const attempt of decision.attempts) this.#attempts.set(`${enrolmentId}/${attempt.id}`, attempt);
    this.#responses.push(...decision.responses);
    this.#scored.push(...decision.scored ?? []);
    if (record.state.firstAt === null || decision.events.some(changesColumns)) this.#columns.add(enrolmentId);
    this.#records.set(enrolmentId, {
      ...record,
      state: applyEvents(record.state, decision.events),
      events: record.events + decision.events.length,
      attempts: decision.attempts.length === 0 ? record.attempts : new Map([...record.attempts, ...decision.attempts.map((attempt): [string, AttemptRow] => [attempt.id, attempt])]),
    });
    return decision.answer;
  }

  /** Whether it writes events and progress only, which one statement can do. */
  get isOneStatement(): boolean { return this.#attempts.size === 0 && this.#responses.length === 0 && this.#scored.length === 0; }

  writes(): { events: EventWrite[]; attempts: AttemptRow[]; responses: ResponseRow[]; scored: ResponseRow[]; progress: ProgressWrite[] } {
    const progress = [...this.#records].map(([enrolmentId, record]): ProgressWrite => {
      const due = record.events - record.snapshotEvents >= eventsPerSnapshot;
      if (due) this.#records.set(enrolmentId, { ...record, snapshotEvents: record.events });
      return {
        enrolmentId, before: beforeOf(this.before.get(enrolmentId)), events: record.events, lastAt: record.state.lastAt,
        snapshot: due ? JSON.stringify(record.state) : null,
        columns: this.#columns.has(enrolmentId) ? progressColumns(record) : null,
      };
    });
    return { events: this.#events, attempts: [...this.#attempts.values()], responses: this.#responses, scored: this.#scored, progress };
  }

  /** The records as they are once the batch is committed. */
  records(): Iterable<LedgerRecord> { return this.#records.values(); }
}

const beforeOf = (record: LedgerRecord | undefined) => ({ events: record?.events ?? 0, courseVersionId: record?.enrolment.courseVersionId ?? '' });

/** The recorded events of one enrolment, as a set of their ids. */
class KnownEvents {
  constructor(private readonly all: ReadonlySet<string>, private readonly enrolmentId: string) {}
  has(id: string): boolean { return this.all.has(`${this.enrolmentId}/${id}`); }
}
