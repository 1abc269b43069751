import { applyEvents, emptyState, progressOf, type LaunchData, type Progress, type TrackingEvent, type TrackingState } from '@preceptor/tracking';
import type { RecordAnswer } from '../../delivery/hosted/answers.js';
import { RECORD_EVENTS } from '../../delivery/hosted/documents.js';
import type { HostedLink } from '../../delivery/hosted/hosted-link.js';
import { DeliveryError } from '../../delivery/delivery.js';
import type { PlayerTracker } from '../player-tracker.js';
import { Retry } from '../retry.js';
import { Telling } from '../telling.js';
import { MemoryQueue, openEventQueue, type EventQueue } from './event-queue.js';
import { restoredState } from './restored-state.js';

/** The API takes 200 events at once; half of that keeps a batch small enough for a weak network. */
const BATCH = 100;
/** What a browser lets go on after the page is left, with room for the query around it. */
const KEEPALIVE_CHARACTERS = 48_000;
const FIRST_RETRY_MS = 2_000;
/** Troubles that pass by themselves, or once the learner has signed in again. */
const PASSING = new Set(['OFFLINE', 'UNAUTHENTICATED', 'FORBIDDEN', 'RATE_LIMITED', 'TIMEOUT']);

/**
 * Reports to the server. Events are kept on the device first, then sent in batches, one tab at a time; what could not
 * be sent waits for the network, over reloads too. Events only ever add, so tabs can't overwrite each other.
 */
export class HostedTracker extends Telling implements PlayerTracker {
  readonly standard = 'hosted';
  private queue: EventQueue = new MemoryQueue();
  private progress: Progress | null = null;
  /** Recorded in this tab and not acknowledged yet, by id: what can be sent at once when the page is left. */
  private readonly unsent = new Map<string, TrackingEvent>();
  /** Lengths of this tab's sessions that the server has counted. */
  private readonly counted: { [session: string]: number } = {};
  private sending: Promise<void> | null = null;
  private askedAgain = false;
  private ended = false;
  private readonly retry = new Retry(() => void this.send(), FIRST_RETRY_MS);
  private readonly tabs: BroadcastChannel | null;

  constructor(private readonly link: HostedLink, private readonly openQueue: (enrolment: string) => Promise<EventQueue> = openEventQueue) {
    super();
    this.tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel(`preceptor-${link.enrolment}`) : null;
    link.drain = () => this.drain();
    link.unsentTo = (attempt) => Object.fromEntries([...this.unsent.values()].flatMap((event) => (event.type === 'item-answered' && event.attempt === attempt ? [[event.item, event.response]] : [])));
    link.onProgress = (progress) => this.learn(progress);
  }

  async launch(): Promise<LaunchData & { state: TrackingState }> {
    const { account, outline, progress } = await this.link.open();
    this.queue = await this.openQueue(this.link.enrolment);
    for (const event of await this.queue.all()) this.unsent.set(event.id, event);
    this.progress = progress;
    const state = this.state();
    if (this.tabs !== null) this.tabs.onmessage = ({ data }: MessageEvent<Progress>) => this.learn(data, false);
    if (typeof addEventListener === 'function') addEventListener('online', this.online);
    void this.send();
    return { learner: account, progress: progressOf(state, outline), events: [...this.unsent.values()], mode: 'normal', notice: null, state };
  }

  async record(events: TrackingEvent[]): Promise<void> {
    for (const event of events) this.unsent.set(event.id, event);
    this.states.tell('waiting');
    await this.queue.add(events).catch(() => undefined); // a full disk: they are still in memory, and sent from there
    void this.send();
  }

  flush(): void {
    if (this.unsent.size === 0) return;
    const events: TrackingEvent[] = [];
    let characters = 0;
    for (const event of this.unsent.values()) {
      characters += JSON.stringify(event).length;
      if (events.length === BATCH || characters > KEEPALIVE_CHARACTERS) break;
      events.push(event);
    }
    void this.post(events, true).then(() => this.unsent.size === 0 && this.allSent(), () => undefined);
  }

  terminate(): void {
    if (this.ended) return;
    this.ended = true;
    this.flush();
    this.retry.stop();
    this.tabs?.close();
    if (typeof removeEventListener === 'function') removeEventListener('online', this.online);
  }

  private readonly online = (): void => void this.send();

  private async drain(): Promise<void> {
    while (this.unsent.size > 0) {
      const before = this.unsent.size;
      await this.send();
      if (this.unsent.size >= before) throw new DeliveryError('OFFLINE', 'what was recorded could not be sent');
    }
  }

  /** Sends all there is, one batch after the other; one call at a time does it for all callers. */
  private send(): Promise<void> {
    if (this.sending !== null) {
      // Who asks while a send is failing asks for a new one: the network may be back since.
      this.askedAgain = true;
      return this.sending;
    }
    this.retry.stop();
    this.sending = this.sendAll().then(() => {
      this.sending = null;
      if (this.askedAgain && this.unsent.size > 0) void this.send();
      this.askedAgain = false;
    });
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    try {
      while (this.unsent.size > 0) await alone(`preceptor-send-${this.link.enrolment}`, () => this.postOrSplit([...this.unsent.values()].slice(0, BATCH)));
      this.allSent();
    } catch (error) {
      this.states.tell('waiting');
      if (error instanceof DeliveryError && error.code === 'UNAUTHENTICATED') this.notices.tell('signed-out');
      if (!this.ended) this.retry.later();
    }
  }

  private allSent(): void {
    this.retry.reset();
    this.states.tell('saved');
    this.notices.tell(null);
  }

  /** One event that the API can't even read must not hold up the others for ever: a refused batch is halved until it is found. */
  private async postOrSplit(events: TrackingEvent[]): Promise<void> {
    try {
      await this.post(events, false);
    } catch (error) {
      if (!(error instanceof DeliveryError) || PASSING.has(error.code)) throw error;
      if (events.length > 1) {
        const middle = Math.ceil(events.length / 2);
        await this.postOrSplit(events.slice(0, middle));
        await this.postOrSplit(events.slice(middle));
      } else {
        await this.settle(events.map(({ id }) => id));
      }
    }
  }

  private async post(events: TrackingEvent[], keepalive: boolean): Promise<void> {
    if (events.length === 0) return;
    const { recordEvents } = await this.link.client.ask<RecordAnswer>(RECORD_EVENTS, { enrolment: this.link.enrolment, events: events.map(asInput), device: this.link.device }, { keepalive });
    const { accepted, rejected, outcomes, progress } = recordEvents;
    // What the server refuses it would refuse again: it must not hold up the rest.
    const settled = [...accepted, ...rejected.map(({ id }) => id)];
    for (const { event, score, feedback } of outcomes) this.link.settle(event, { score, feedback });
    await this.settle(settled);
    if (rejected.some(({ code }) => code === 'ATTEMPT_ELSEWHERE')) for (const tell of this.link.elsewhere) tell();
    this.learn(progress);
    if (settled.length === 0) throw new DeliveryError('UNKNOWN', 'the server neither took nor refused the events');
  }

  /** These are done with: taken by the server, or refused for good. */
  private async settle(ids: string[]): Promise<void> {
    for (const id of ids) {
      const event = this.unsent.get(id);
      if (event?.type === 'session-ended') this.counted[event.session] = Math.max(this.counted[event.session] ?? 0, event.seconds);
      this.unsent.delete(id);
      this.link.settle(id, null);
    }
    await this.queue.remove(ids).catch(() => undefined);
  }

  private learn(progress: Progress, tell = true): void {
    this.progress = progress;
    this.known.tell(this.state());
    if (tell) this.tabs?.postMessage(progress);
  }

  private state(): TrackingState {
    const base = this.progress === null ? emptyState() : restoredState(this.progress, this.counted);
    return applyEvents(base, this.unsent.values());
  }
}

/** Runs while no other tab does the like, where the browser can promise that; doing it twice would be harmless. */
function alone(name: string, what: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks === undefined ? what() : locks.request(name, what);
}

/** An event as the API takes it: without the score, which is for the server to say. */
function asInput(event: TrackingEvent): object {
  if (event.type !== 'item-answered') return event;
  const { score: _score, ...rest } = event;
  return rest;
}
