import { randomUUID } from 'node:crypto';
import { type CohortDates, summaryOf } from '../reporting/cohort-report.service.js';
import type { LearnerRow } from '../reporting/reporting.types.js';
import { differing, listed, type ShownRow, shownWhole } from './shown-rows.js';

/** One who watches: `send` writes a piece of the stream. */
export interface Watcher { send(text: string): void }
/** Reads rows of the cohort's learners; null: all. */
export type ReadRows = (enrolmentIds: readonly string[] | null) => Promise<LearnerRow[]>;

/** No two pushes within so many milliseconds, and never more than a twentieth of the time at work on one cohort. */
const pace = { leastMs: 1_000, rest: 19 };
/** So many pushes are kept for those who come back; whoever is new is told those of the last while again, as she may have read just before. */
const kept = { pushes: 60, forNewMs: 15_000 };

/**
 * One cohort that somebody watches: its rows in memory, read anew only for those who did something, and told to all
 * watchers in the same words. What changed is computed once, however many watch.
 */
export class CohortHub {
  readonly watchers = new Set<Watcher>();
  /** What tells this hub's revisions from those of another server. */
  readonly #name = randomUUID().slice(0, 8);
  readonly #pushes: { revision: number; at: number; text: string }[] = [];
  readonly #dirty = new Set<string>();
  #everything = false;
  #revision = 0;
  #rows: Map<string, LearnerRow> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #working = false;
  #notBefore = 0;

  constructor(readonly cohort: CohortDates, private readonly read: ReadRows) {}

  /** Begins to watch. `since`: the last piece that this watcher has, as its client names it; null: she has just read everything. */
  join(watcher: Watcher, since: string | null): void {
    this.watchers.add(watcher);
    const missed = since === null ? this.#pushes.filter(({ at }) => at > Date.now() - kept.forNewMs).map(({ text }) => text) : this.#after(since);
    watcher.send(missed === null ? this.#piece('reload', {}) : [this.#piece('live', {}), ...missed].join(''));
    // What is in memory must be from before anything that is to come.
    if (this.#rows === null) this.changed([]);
  }

  /** Learners did something; null: anything may be different. */
  changed(enrolments: readonly string[] | null): void {
    if (enrolments === null) this.#everything = true;
    else for (const id of enrolments) this.#dirty.add(id);
    this.#schedule();
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #schedule(): void {
    if (this.#timer !== null || this.#working) return;
    this.#timer = setTimeout(() => void this.#push(), Math.max(0, this.#notBefore - Date.now())).unref();
  }

  async #push(): Promise<void> {
    this.#timer = null;
    this.#working = true;
    const began = performance.now();
    const [ids, everything] = [[...this.#dirty], this.#everything];
    this.#dirty.clear();
    this.#everything = false;
    try {
      await (everything || this.#rows === null ? this.#readAll(everything) : this.#readSome(ids));
    } catch {
      // The database did not answer: it is all read when it does.
      this.#everything = true;
    }
    this.#working = false;
    this.#notBefore = Date.now() + Math.max(pace.leastMs, (performance.now() - began) * pace.rest);
    if (this.#everything || this.#dirty.size > 0) this.#schedule();
  }

  async #readAll(tell: boolean): Promise<void> {
    this.#rows = new Map((await this.read(null)).map((row) => [row.enrolmentId, row]));
    if (tell) this.#tell('reload', {});
    else this.#tellRows([...this.#rows.values()].filter(({ lastActivityAt }) => lastActivityAt !== null && Date.parse(lastActivityAt) > Date.now() - kept.forNewMs).map(shownWhole));
  }

  async #readSome(ids: string[]): Promise<void> {
    const known = this.#rows ?? new Map<string, LearnerRow>();
    const rows = await this.read(ids);
    const different = differing(known, rows);
    for (const row of rows) known.set(row.enrolmentId, row);
    this.#tellRows(different);
  }

  #tellRows(rows: ShownRow[]): void {
    if (rows.length === 0 || this.#rows === null) return;
    const { stuck, late, waiting, ...figures } = summaryOf([...this.#rows.values()]);
    this.#tell('learners', { rows, summary: { ...figures, stuck: stuck.map(listed), late: late.map(listed), waiting: waiting.map(listed) } });
  }

  #tell(event: string, data: object): void {
    this.#revision += 1;
    const text = this.#piece(event, data);
    this.#pushes.push({ revision: this.#revision, at: Date.now(), text });
    if (this.#pushes.length > kept.pushes) this.#pushes.shift();
    for (const watcher of this.watchers) watcher.send(text);
  }

  /** Server-sent events (WHATWG HTML, 9.2): JSON has no line end in it. */
  #piece(event: string, data: object): string { return `event: ${event}\nid: ${this.#name}-${this.#revision}\ndata: ${JSON.stringify(data)}\n\n`; }

  /** What came after; null: that can't be said any more, or was said by another server. */
  #after(since: string): string[] | null {
    const [name, number] = since.split('-');
    const revision = Number(number);
    const oldest = this.#pushes[0]?.revision ?? this.#revision + 1;
    if (name !== this.#name || !Number.isInteger(revision) || revision > this.#revision || revision < oldest - 1) return null;
    return this.#pushes.filter((push) => push.revision > revision).map(({ text }) => text);
  }
}
