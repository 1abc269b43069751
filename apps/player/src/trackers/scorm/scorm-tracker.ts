import { applyEvents, decodeState, emptyState, isSuspended, joinStates, progressOf, resumeFrom, type LaunchData, type TrackingEvent, type TrackingState } from '@preceptor/tracking';
import type { PlayerTracker } from '../player-tracker.js';
import { Retry } from '../retry.js';
import { Telling } from '../telling.js';
import type { Edition } from './edition.js';
import { LmsRecord } from './lms-record.js';
import { secondsOf, type LmsApi } from './lms-api.js';
import type { ScormSurroundings } from './surroundings.js';

/** Committed with the next event that matters, or when the page is hidden. */
const CAN_WAIT = new Set<TrackingEvent['type']>(['launched', 'position', 'session-ended']);
const FIRST_RETRY_MS = 3_000;

/** Reports to an LMS by SCORM. The API has been initialised already. */
export class ScormTracker extends Telling implements PlayerTracker {
  readonly standard: Edition['standard'];
  private readonly lms: LmsRecord;
  private state = emptyState();
  private mode: LaunchData['mode'] = 'normal';
  private key = '';
  /** what this tab last saw on the device of what the LMS has taken */
  private seen: string | null = null;
  private ended = false;
  private warned = false;
  private readonly retry = new Retry(() => this.flush(), FIRST_RETRY_MS);

  constructor(private readonly edition: Edition, private readonly api: LmsApi, private readonly around: ScormSurroundings) {
    super();
    this.standard = edition.standard;
    this.lms = new LmsRecord(edition, api, around);
  }

  async launch(): Promise<LaunchData & { state: TrackingState }> {
    const { elements } = this.edition;
    const { outline } = this.around;
    const learner = { id: this.api.get(elements.learnerId), name: this.api.get(elements.learnerName) };
    const mode = this.api.get(elements.mode).toLowerCase();
    this.mode = mode === 'review' || mode === 'browse' ? mode : 'normal';
    this.key = `preceptor:lms:${outline.id}:${learner.id}`;
    const { state, problem } = resumeFrom(this.remembered(), outline);
    this.seen = this.around.keep.get(`${this.key}:taken`);
    // What an earlier session could not hand over is still here.
    const left = this.around.keep.get(this.key);
    this.state = left === null || this.mode !== 'normal' ? state : joinStates(state, decodeState(left, outline).state);
    const comments = this.edition.keptComments(this.api);
    for (const [id, reflection] of Object.entries(this.state.reflections)) if (reflection.text === null) reflection.text = comments[id] ?? null;
    if (this.mode === 'normal') this.lms.open();
    queueMicrotask(() => this.states.tell(this.mode === 'normal' ? 'saved' : 'closed'));
    return {
      learner, progress: progressOf(this.state, outline), events: [], mode: this.mode, state: this.state,
      notice: this.mode !== 'normal' ? this.mode : problem === null ? null : 'lost-progress',
      // Where the LMS says "continue", its limit is only a wish (SCORM 1.2 RTE 3.4.4, SCORM 2004 RTE 4.2.23).
      timeLimitSeconds: /^continue/.test(this.api.get(elements.timeLimitAction)) ? undefined : secondsOf(this.api.get(elements.maxTime)),
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
    this.around.close();
  }

  /**
   * What the LMS gives back. Where it has cut the suspend data that this device saw it take, or says "resume" and gives
   * none, the device's own copy is the better one.
   */
  private remembered(): Parameters<typeof resumeFrom>[0] {
    const { elements } = this.edition;
    const [suspendData, location, entry] = [this.api.get(elements.suspendData), this.api.get(elements.location), this.api.get(elements.entry)];
    const taken = this.around.keep.get(`${this.key}:taken`) ?? '';
    if (suspendData.length >= taken.length || !taken.startsWith(suspendData) || (suspendData === '' && entry !== 'resume')) return { suspendData, location, entry };
    if (suspendData !== '') this.lms.keepWithin(suspendData.length);
    return { suspendData: taken, location, entry };
  }

  private end(closing: boolean): void {
    if (this.ended) return;
    this.ended = true;
    this.retry.stop();
    // Ending commits (SCORM 1.2 RTE 3.3.2.2, SCORM 2004 RTE 3.1.3.2), and an LMS may take the page away in doing so: nothing
    // may be left for afterwards. A commit of its own may be refused while a page is being left.
    const written = this.mode === 'normal' ? this.written() : null;
    if (written !== null) this.taken(written.text);
    const { outline, reporting, isPart } = this.around;
    const request = closing ? this.edition.navigation(isPart || isSuspended(progressOf(this.state, outline), outline, reporting)) : null;
    if (request !== null) this.api.set(...request);
    const worked = this.api.terminate();
    if (written === null) return;
    if (worked && written.taken) this.around.keep.remove(this.key);
    else this.around.keep.set(this.key, written.text);
    if (closing) this.states.tell(worked && written.taken ? 'saved' : 'waiting');
  }

  private save(): void {
    this.retry.stop();
    const { text, taken } = this.written();
    if (this.api.commit() && taken) {
      this.around.keep.remove(this.key);
      this.taken(text);
      this.retry.reset();
      this.warn(false);
      this.states.tell('saved');
      return;
    }
    this.warn(this.edition.sessionOver.includes(this.api.lastError()));
    this.states.tell(this.around.keep.set(this.key, text) ? 'waiting' : 'nowhere');
    this.retry.later();
  }

  /** Tells the LMS how the learner stands, with what another tab on this device has told it since: the later one would take it back. */
  private written(): { text: string; taken: boolean } {
    const other = this.around.keep.get(`${this.key}:taken`);
    if (other !== null && other !== this.seen) {
      this.state = joinStates(this.state, decodeState(other, this.around.outline).state);
      this.known.tell(this.state);
    }
    return this.lms.write(this.state);
  }

  private taken(text: string): void {
    this.seen = text;
    this.around.keep.set(`${this.key}:taken`, text);
  }

  private warn(over: boolean): void {
    if (over !== this.warned) this.notices.tell(over ? 'session-over' : null);
    this.warned = over;
  }
}
