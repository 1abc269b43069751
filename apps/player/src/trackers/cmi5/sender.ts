import type { SaveState, TrackingState } from '@preceptor/tracking';
import type { Listeners } from '../listeners.js';
import { Retry } from '../retry.js';
import type { LaunchDocument, LaunchParameters } from './launch.js';
import { LrsError, STATE, type Lrs } from './lrs.js';
import type { Outbox } from './outbox.js';
import { isDefined, statementOf, type Draft } from './statements.js';

const FIRST_RETRY_MS = 2_000;
const BATCH = 25;
/** What a browser lets go on after the page is left, with room for the rest (Fetch, 64 KiB in all). */
const KEEPALIVE_CHARACTERS = 28_000;
/** The LMS will never take these: asking again is no use. */
const REFUSED = new Set([400, 409, 413, 422]);
const MOST_READINGS = 4;

/** Of a registration, what the LMS has taken. `failed`: after how many attempts. */
export interface Told { completed?: true; passed?: true; failed?: number }
interface Tracked {
  states: Listeners<SaveState>;
  notices: Listeners<string | null>;
  /** null: no state is kept */
  state(): TrackingState | null;
  /** the LMS holds this */
  heard(state: unknown): void;
  /** the LMS has everything */
  safe(): void;
  /** Whether the device has kept it. */
  kept(): boolean;
}

/** Hands over statements and state, one after the other, again and again until the LMS has taken them. */
export class Sender {
  told: Told = {};
  /** attempts that a "failed" on its way counts */
  private failing = 0;
  /** tag of the document in the LMS; undefined: to be read; null: there is none */
  private etag: string | null | undefined;
  private version = 0;
  private saved = 0;
  private sending: Promise<void> | null = null;
  private askedAgain = false;
  private stopped = false;
  private closed = false;
  private warned = false;
  private readonly retry = new Retry(() => void this.send(), FIRST_RETRY_MS);
  /** allowed statements that this launch may not make */
  private readonly barred = new Set<string>();

  constructor(private readonly lrs: Lrs, private readonly outbox: Outbox, private readonly launched: LaunchParameters, private readonly document: LaunchDocument, private readonly tracked: Tracked) {
    if (typeof addEventListener === 'function') addEventListener('online', this.online);
  }

  /** Learns what the LMS holds. */
  async read(): Promise<void> {
    const kept = await this.lrs.state(STATE);
    this.etag = kept?.etag ?? null;
    const { state, told } = (kept?.value ?? {}) as { state?: unknown; told?: Told };
    this.told = { ...told, ...this.told };
    for (const verb of ['completed', 'passed', 'failed'] as const) if (this.outbox.left.has(verb)) delete this.told[verb];
    this.tracked.heard(state);
  }

  /** The state is another now. Gives back whether it must be sent at once. */
  changed(urgent: boolean): boolean {
    this.version += 1;
    const kept = this.tracked.kept();
    const now = urgent || this.due().length > 0;
    if (now) this.tracked.states.tell(kept || !this.stopped ? 'waiting' : 'nowhere');
    return now;
  }

  /** A "failed" is on its way. */
  fails(attempts: number): void {
    this.failing = attempts;
    this.version += 1;
  }

  /** Sends all there is; one call at a time does it for all callers. */
  send(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    if (this.sending !== null) {
      this.askedAgain = true;
      return this.sending;
    }
    this.retry.stop();
    this.sending = this.sendAll().then(() => {
      this.sending = null;
      if (this.askedAgain) void this.send();
      this.askedAgain = false;
    });
    return this.sending;
  }

  /** Sends at once what a page that is being left may still send. */
  async push(): Promise<void> {
    if (this.closed) return;
    const state = this.tracked.state();
    const version = this.version;
    const batch: Draft[] = [];
    let characters = 0;
    for (const draft of this.due()) {
      characters += JSON.stringify(this.made(draft)).length;
      if (characters > KEEPALIVE_CHARACTERS) break;
      batch.push(draft);
    }
    const document = { state, told: this.toldWith(batch) };
    // The state goes first: after "terminated" an LMS may take nothing more (9.3.8).
    const saving = state === null || this.saved === version ? undefined
      : this.lrs.write(document, this.etag ?? '', JSON.stringify(document).length < KEEPALIVE_CHARACTERS).then((etag) => this.wrote(version, etag));
    const telling = batch.length === 0 ? undefined : this.tellOrSplit(batch, true);
    const results = await Promise.allSettled([saving, telling]);
    if (results.every(({ status }) => status === 'fulfilled') && this.due().length === 0) this.allSent();
    else if (this.stopped) this.tracked.states.tell(this.mode('waiting'));
    else await this.send();
  }

  /** Nothing more is sent: the session is over. */
  close(): void {
    this.stop();
    this.closed = true;
  }

  /** No more by itself: the session is ending. */
  stop(): void {
    this.stopped = true;
    this.retry.stop();
    if (typeof removeEventListener === 'function') removeEventListener('online', this.online);
  }

  private readonly online = (): void => void this.send();

  private async sendAll(): Promise<void> {
    try {
      for (let due = this.due(); due.length > 0; due = this.due()) await this.tellOrSplit(due.slice(0, BATCH));
      if (this.tracked.state() !== null && this.saved !== this.version) await this.save();
      if (this.outbox.waiting.some((draft) => isDefined(draft))) throw new LrsError(403);
      this.allSent();
    } catch (error) {
      this.failed(error);
    }
  }

  /** One statement that the LMS refuses must not hold up the others: a refused batch is halved until it is found. */
  private async tellOrSplit(drafts: readonly Draft[], keepalive = false): Promise<void> {
    try {
      await this.lrs.tell(drafts.map((draft) => this.made(draft)), keepalive);
      this.settle(drafts);
    } catch (error) {
      const [first] = drafts;
      const status = error instanceof LrsError ? error.status : 0;
      if (first === undefined || !(REFUSED.has(status) || status === 403)) throw error;
      if (drafts.length > 1) {
        const middle = Math.ceil(drafts.length / 2);
        await this.tellOrSplit(drafts.slice(0, middle), keepalive);
        await this.tellOrSplit(drafts.slice(middle), keepalive);
      } else if (REFUSED.has(status)) this.settle(drafts);
      // Some LMSs let a course say what cmi5 defines and nothing else; another launch may be allowed more.
      else if (first.verb !== 'initialized') this.barred.add(first.id);
      else throw error;
    }
  }

  private async save(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      if (this.etag === undefined) await this.read();
      const version = this.version;
      try {
        this.wrote(version, await this.lrs.write({ state: this.tracked.state(), told: this.told }, this.etag ?? null));
        return;
      } catch (error) {
        // Another device or tab has written since: what both know is joined.
        if (!(error instanceof LrsError) || (error.status !== 412 && error.status !== 409) || tries === MOST_READINGS) throw error;
        this.etag = undefined;
      }
    }
  }

  private wrote(version: number, etag: string | undefined): void {
    this.saved = version;
    this.etag = etag;
  }

  private settle(drafts: readonly Draft[]): void {
    this.outbox.settle(drafts);
    const told = this.toldWith(drafts);
    if (JSON.stringify(told) !== JSON.stringify(this.told)) this.version += 1; // to be remembered with the state
    this.told = told;
  }

  private toldWith(drafts: readonly Draft[]): Told {
    const told = { ...this.told };
    for (const { verb } of drafts) {
      if (verb === 'completed' || verb === 'passed') told[verb] = true;
      else if (verb === 'failed') told.failed = this.failing;
    }
    return told;
  }

  private allSent(): void {
    this.retry.reset();
    if (this.warned) this.tracked.notices.tell(null);
    this.warned = false;
    if (this.tracked.state() !== null && this.saved === this.version) this.tracked.safe();
    this.tracked.states.tell(this.mode('saved'));
  }

  private failed(error: unknown): void {
    const kept = this.tracked.state() === null || this.tracked.kept();
    this.tracked.states.tell(this.mode(kept ? 'waiting' : 'nowhere'));
    if (error instanceof LrsError && (error.status === 401 || error.status === 403) && this.tracked.state() !== null) {
      this.warned = true;
      this.tracked.notices.tell('session-over');
    }
    if (!this.stopped) this.retry.later();
  }

  private due(): Draft[] {
    return this.outbox.waiting.filter(({ id }) => !this.barred.has(id));
  }

  private made(draft: Draft): object {
    return statementOf(draft, this.launched, this.document);
  }

  private mode(state: SaveState): SaveState {
    return this.tracked.state() === null ? 'closed' : state;
  }
}
