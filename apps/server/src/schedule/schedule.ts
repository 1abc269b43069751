import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../platform/database/database.js';
import { LOG } from '../platform/platform.module.js';
import { ScheduledWorkRow } from './schedule.entity.js';

/** Work that comes round; `signal` is aborted when the server stops. */
export type Work = (signal: AbortSignal) => Promise<void>;
interface Entry { name: string; seconds: number; work: Work; timer: NodeJS.Timeout | null; running: Promise<void> | null }
/** How long a process that says nothing more is believed to be at work. */
const leaseMs = 60_000;
const mostMs = 30_000;

/**
 * Work that is done every so often by one of the server processes on a database, whichever comes first. A process that
 * is killed in the middle leaves it to another after a minute: work is done at least once, and must bear being done twice.
 */
@Injectable()
export class Schedule implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #entries = new Map<string, Entry>();
  readonly #stop = new AbortController();
  #started = false;

  constructor(private readonly database: Database, @Inject(LOG) private readonly log: Logger) {}

  /** Has `work` done about every `seconds`, for the first time that long after the first server with it started. */
  every(name: string, seconds: number, work: Work): void {
    const entry = { name, seconds, work, timer: null, running: null };
    this.#entries.set(name, entry);
    if (this.#started) this.#look(entry);
  }

  /** Does it now, whether it is due or not: for whoever can't wait, and for tests. False where another process is at it. */
  async now(name: string): Promise<boolean> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Error(`Nothing called ${name} is scheduled.`);
    await entry.running;
    return this.#turn(entry, true);
  }

  onApplicationBootstrap(): void {
    this.#started = true;
    for (const entry of this.#entries.values()) this.#look(entry);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    for (const { timer } of this.#entries.values()) if (timer !== null) clearTimeout(timer);
    await Promise.all([...this.#entries.values()].map(({ running }) => running));
  }

  #look(entry: Entry): void {
    if (this.#stop.signal.aborted) return;
    entry.timer = setTimeout(() => {
      entry.running = this.#turn(entry, false).then(() => undefined, (fault: unknown) => this.#tell(entry, fault)).finally(() => {
        entry.running = null;
        this.#look(entry);
      });
    }, Math.min(entry.seconds * 1000, mostMs));
    entry.timer.unref();
  }

  async #turn(entry: Entry, atOnce: boolean): Promise<boolean> {
    if (!(await this.#claim(entry, atOnce))) return false;
    const beating = setInterval(() => void this.#write(entry, { heldUntil: inMs(leaseMs) }).catch(() => undefined), leaseMs / 3);
    let nextAt = inMs(entry.seconds * 1000);
    try {
      await entry.work(this.#stop.signal);
    } catch (fault) {
      if (atOnce) throw fault;
      this.#tell(entry, fault);
    } finally {
      clearInterval(beating);
      // What was broken off is due again at once, by whoever is there.
      if (this.#stop.signal.aborted) nextAt = new Date().toISOString();
      await this.#write(entry, { heldUntil: null, nextAt });
    }
    return true;
  }

  /** Whether it is due and this process is the one that does it. */
  async #claim({ name, seconds }: Pick<Entry, 'name' | 'seconds'>, atOnce: boolean): Promise<boolean> {
    const now = new Date().toISOString();
    const row = await this.database.read.findOneBy(ScheduledWorkRow, { name });
    if (row === null) {
      await this.database.write((manager) => manager.createQueryBuilder().insert().into(ScheduledWorkRow).values({ name, nextAt: inMs(seconds * 1000), heldUntil: null }).orIgnore().execute());
      return atOnce && this.#claim({ name, seconds }, atOnce);
    }
    if ((!atOnce && row.nextAt > now) || (row.heldUntil !== null && row.heldUntil > now)) return false;
    const { affected } = await this.database.write((manager) => manager.createQueryBuilder().update(ScheduledWorkRow).set({ heldUntil: inMs(leaseMs) })
      .where('name = :name AND next_at = :next', { name, next: row.nextAt })
      .andWhere('(held_until IS NULL OR held_until <= :now)', { now }).execute());
    return affected === 1;
  }

  #write({ name }: Entry, change: Partial<ScheduledWorkRow>): Promise<unknown> {
    return this.database.write((manager) => manager.update(ScheduledWorkRow, { name }, change));
  }

  #tell({ name }: Entry, fault: unknown): void {
    this.log.error({ work: name, fault: fault instanceof Error ? fault.stack : String(fault) }, 'scheduled work failed');
  }
}

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
