import { applyEvents, decodeState, emptyState, isSuspended, joinStates, progressOf, resumeFrom, usualReporting, type LaunchData, type SaveState, type TrackingEvent, type TrackingState } from '@preceptor/tracking';
import { kept } from '../../session/kept.js';
import { Listeners } from '../listeners.js';
import type { PlayerTracker } from '../player-tracker.js';
import type { Keep } from '../standalone/standalone-tracker.js';
import type { Edition } from './edition.js';
import { LmsRecord } from './lms-record.js';
import type { LmsApi } from './lms-api.js';
import type { ScormSurroundings } from './surroundings.js';

/** Committed with the next event that matters, or when the page is hidden. */
const CAN_WAIT = new Set<TrackingEvent['type']>(['launched', 'position', 'session-ended']);
const FIRST_RETRY_MS = 3_000;
const LAST_RETRY_MS = 60_000;

/** Reports to an LMS by SCORM. The API has been initialised already. */
export class ScormTracker implements PlayerTracker {
  readonly standard: Edition['standard'];
  private readonly states = new Listeners<SaveState>();
  private readonly notices = new Listeners<string | null>();
  private readonly lms: LmsRecord;
  private readonly keep: Keep & { remove(key: string): void };
  private state = emptyState();
  private mode: LaunchData['mode'] = 'normal';
  private key = '';
  private ended = false;
  private warned = false;
  private retryMs = FIRST_RETRY_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly onState = this.states.add;
  readonly onNotice = this.notices.add;

  constructor(private readonly edition: Edition, private readonly api: LmsApi, private readonly around: ScormSurroundings) {
    this.standard = edition.standard;
    this.lms = new LmsRecord(edition, api, around);
    this.keep = around.keep ?? kept;
  }

  async launch(): Promise<LaunchData & { state: TrackingState }> {
    const { elements } = this.edition;
    const { outline } = this.around;
    const learner = { id: this.api.get(elements.learnerId), name: this.api.get(elements.learnerName) };
    const mode = this.api.get(elements.mode).toLowerCase();
    this.mode = mode === 'review' || mode === 'browse' ? mode : 'normal';
    this.key = `preceptor:lms:${outline.id}:${learner.id}`;
    const { state, problem } = resumeFrom(this.remembered(), outline);
    // What an earlier session could not hand over is still here.
    const left = this.keep.get(this.key);
    this.state = left === null || this.mode !== 'normal' ? state : joinStates(state, decodeState(left, outline).state);
    const comments = this.edition.keptComments(this.api);
    for (const [id, reflection] of Object.entries(this.state.reflections)) if (reflection.text === null) reflection.text = comments[id] ?? null;
    if (this.mode === 'normal') this.lms.open();
    queueMicrotask(() => this.states.tell(this.mode === 'normal' ? 'saved' : 'closed'));
    return {
      learner, progress: progressOf(this.state, outline), events: [], mode: this.mode, state: this.state,
      notice: this.mode !== 'normal' ? this.mode : problem === null ? null : 'lost-progress',
    };
  }

  async record(events: TrackingEvent[]): Promise<void> {
    if (this.mode !== 'normal' || this.ended) return;
    this.state = applyEvents(this.state, events);
    for (const event of events) if (event.type === 'item-answered') this.lms.addAnswer(event, this.state);
    if (events.every((event) => CAN_WAIT.has(event.type))) return;
    this.save();
  }

  flush(): void {
    if (this.mode === 'normal' && !this.ended) this.save();
  }

  terminate(): void {
    this.end(false);
  }

  async leave(): Promise<void> {
    this.end(true);
    this.around.close?.();
  }

  onKnown(): () => void {
    return () => undefined;
  }

  /**
   * What the LMS gives back. Where it has cut the suspend data that this device saw it take, or says "resume" and gives
   * none, the device's own copy is the better one.
   */
  private remembered(): Parameters<typeof resumeFrom>[0] {
    const { elements } = this.edition;
    const [suspendData, location, entry] = [this.api.get(elements.suspendData), this.api.get(elements.location), this.api.get(elements.entry)];
    const taken = this.keep.get(`${this.key}:taken`) ?? '';
    if (suspendData.length >= taken.length || !taken.startsWith(suspendData) || (suspendData === '' && entry !== 'resume')) return { suspendData, location, entry };
    if (suspendData !== '') this.lms.keepWithin(suspendData.length);
    return { suspendData: taken, location, entry };
  }

  private end(closing: boolean): void {
    if (this.ended) return;
    this.ended = true;
    clearTimeout(this.timer);
    // Ending commits (SCORM 1.2 RTE 3.3.2.2, SCORM 2004 RTE 3.1.3.2), and an LMS may take the page away in doing so: nothing
    // may be left for afterwards. A commit of its own may be refused while a page is being left.
    const written = this.mode === 'normal' ? this.lms.write(this.state) : null;
    if (written !== null) this.keep.set(`${this.key}:taken`, written.text);
    const { outline, reporting = usualReporting, isPart = false } = this.around;
    const request = closing ? this.edition.navigation(isPart || isSuspended(progressOf(this.state, outline), outline, reporting)) : null;
    if (request !== null) this.api.set(...request);
    const worked = this.api.terminate();
    if (written === null) return;
    if (worked && written.taken) this.keep.remove(this.key);
    else this.keep.set(this.key, written.text);
    if (closing) this.states.tell(worked && written.taken ? 'saved' : 'waiting');
  }

  private save(): void {
    clearTimeout(this.timer);
    const { text, taken } = this.lms.write(this.state);
    if (this.api.commit() && taken) {
      this.keep.remove(this.key);
      this.keep.set(`${this.key}:taken`, text);
      this.retryMs = FIRST_RETRY_MS;
      this.warn(false);
      this.states.tell('saved');
      return;
    }
    this.warn(this.edition.sessionOver.includes(this.api.lastError()));
    this.states.tell(this.keep.set(this.key, text) ? 'waiting' : 'nowhere');
    this.timer = setTimeout(() => this.flush(), this.retryMs);
    this.retryMs = Math.min(LAST_RETRY_MS, this.retryMs * 2);
  }

  private warn(over: boolean): void {
    if (over !== this.warned) this.notices.tell(over ? 'session-over' : null);
    this.warned = over;
  }
}
