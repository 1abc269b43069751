import type { LedgerRecord } from './record.js';

/** The records last used, up to a number of events' worth of memory: a record weighs as much as its state has parts. */
export class RecordCache {
  readonly #records = new Map<string, LedgerRecord>();
  constructor(private readonly most = 1_000) {}

  get(id: string): LedgerRecord | undefined {
    const record = this.#records.get(id);
    if (record !== undefined) {
      this.#records.delete(id);
      this.#records.set(id, record);
    }
    return record;
  }

  put(record: LedgerRecord): void {
    this.#records.delete(record.enrolment.id);
    this.#records.set(record.enrolment.id, record);
    const oldest = this.#records.keys().next().value;
    if (this.#records.size > this.most && oldest !== undefined) this.#records.delete(oldest);
  }

  forget(id: string): void { this.#records.delete(id); }
  clear(): void { this.#records.clear(); }
}
