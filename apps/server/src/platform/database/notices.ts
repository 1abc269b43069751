import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { DatabaseConfig } from '../config.js';

/** What is heard on a channel. */
export type Hear = (text: string) => void;
interface Listener { hear: Hear; missed: () => void }
const notice = z.object({ from: z.string(), channel: z.string(), text: z.string() });
const postgresChannel = 'preceptor';
/** PostgreSQL takes fewer than 8,000 bytes in one notice. */
const mostBytes = 7_800;
const againAfterMs = { first: 250, most: 10_000 };

/**
 * Word from one server process to all that use the same database, itself among them: "the roles of this account have
 * changed". Not kept: whoever was not there has missed it, so it may only say that something is to be read again.
 * PostgreSQL carries it by LISTEN and NOTIFY; SQLite has one process.
 */
export class Notices {
  readonly #self = randomUUID();
  readonly #channels = new Map<string, Set<Listener>>();
  #client: pg.Client | null = null;
  #closed = false;
  #waits = againAfterMs.first;

  private constructor(private readonly log: Logger, private readonly url: string | null, private readonly send: (payload: string) => Promise<unknown>) {}

  /** `send` runs `SELECT pg_notify` on a connection that can write. Resolves once what other processes say is heard. */
  static async open(config: DatabaseConfig, log: Logger, send: (channel: string, payload: string) => Promise<unknown>): Promise<Notices> {
    const notices = new Notices(log, config.engine === 'postgres' ? config.url : null, (payload) => send(postgresChannel, payload));
    await notices.#connect();
    return notices;
  }

  /** Tells every process; this one at once. To be called after the commit of what it tells of. Never rejects: what can't be said is logged. */
  async publish(channel: string, text: string): Promise<void> {
    this.#tell(channel, text);
    if (this.url === null || this.#closed) return;
    const payload = JSON.stringify({ from: this.#self, channel, text });
    if (Buffer.byteLength(payload) > mostBytes) throw new RangeError(`A notice on ${channel} is too long.`);
    await this.send(payload).catch((fault: unknown) => this.log.warn({ channel, fault: String(fault) }, 'a notice did not reach other servers'));
  }

  /**
   * Calls `hear` with each text said on a channel, until the function that it returns is called. `missed`: the
   * connection was lost for a while, so anything may have been said.
   */
  listen(channel: string, hear: Hear, missed: () => void = () => undefined): () => void {
    const listener = { hear, missed };
    const all = this.#channels.get(channel) ?? new Set<Listener>();
    this.#channels.set(channel, all.add(listener));
    return () => {
      all.delete(listener);
      if (all.size === 0 && this.#channels.get(channel) === all) this.#channels.delete(channel);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end().catch(() => undefined);
  }

  #tell(channel: string, text: string): void {
    for (const { hear } of this.#channels.get(channel) ?? []) hear(text);
  }

  async #connect(): Promise<void> {
    if (this.url === null || this.#closed) return;
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    client.on('notification', ({ payload }) => this.#heard(payload ?? ''));
    client.on('error', () => undefined);
    client.on('end', () => this.#again());
    await client.connect();
    await client.query(`LISTEN ${postgresChannel}`);
    this.#client = client;
    this.#waits = againAfterMs.first;
  }

  #heard(payload: string): void {
    const read = notice.safeParse(parsed(payload));
    if (read.success && read.data.from !== this.#self) this.#tell(read.data.channel, read.data.text);
  }

  #again(): void {
    if (this.#closed) return;
    this.#client = null;
    const waits = this.#waits;
    this.#waits = Math.min(waits * 2, againAfterMs.most);
    setTimeout(() => {
      this.#connect().then(
        () => { for (const all of this.#channels.values()) for (const { missed } of all) missed(); },
        () => this.#again(),
      );
    }, waits).unref();
  }
}

function parsed(text: string): unknown {
  try { return JSON.parse(text); } catch { return null; }
}
