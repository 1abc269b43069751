import { applyEvents, decodeState, emptyState, joinStates, progressOf, type LaunchData, type SaveState, type TrackingEvent, type TrackingState } from '@preceptor/tracking';
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
  private readonly lms: LmsRecord;
  private readonly keep: Keep & { remove(key: string): void };
  private state = emptyState();
  private mode: LaunchData['mode'] = 'normal';
  private key = '';
  private ended = false;
  private retryMs = FIRST_RETRY_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly edition: Edition, private readonly api: LmsApi, private readonly around: ScormSurroundings) {
    this.standard = edition.standard;
    this.lms = new LmsRecord(edition, api, around);
    this.keep = around.keep ?? kept;
  }

  async launch(): Promise<LaunchData & { state: TrackingState }> {
    const { elements } = this.edition;
    const learner = { id: this.api.get(elements.learnerId), name: this.api.get(elements.learnerName) };
    const mode = this.api.get(elements.mode);
    this.mode = mode === 'review' || mode === 'browse' ? mode : 'normal';
    const { state, problem } = decodeState(this.api.get(elements.suspendData), this.around.outline);
    this.key = `preceptor:lms:${this.around.outline.id}:${learner.id}`;
    // What an earlier session could not hand over is still here.
    const left = this.keep.get(this.key);
    this.state = left === null || this.mode !== 'normal' ? state : joinStates(state, decodeState(left, this.around.outline).state);
    const comments = this.edition.keptComments(this.api);
    for (const [id, reflection] of Object.entries(this.state.reflections)) if (reflection.text === null) reflection.text = comments[id] ?? null;
    if (this.mode === 'normal') this.lms.open();
    queueMicrotask(() => this.states.tell(this.mode === 'normal' ? 'saved' : 'closed'));
    return {
      learner, progress: progressOf(this.state, this.around.outline), events: [], mode: this.mode, state: this.state,
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
    if (this.ended) return;
    this.ended = true;
    clearTimeout(this.timer);
    // Ending commits (SCORM 1.2 RTE 3.3.2.2, SCORM 2004 RTE 3.1.3.2); a commit of its own may be refused while a page is being left.
    const text = this.mode === 'normal' ? this.lms.write(this.state) : null;
    if (this.api.terminate()) this.keep.remove(this.key);
    else if (text !== null) this.keep.set(this.key, text);
  }

  onState(listener: (state: SaveState) => void): () => void {
    return this.states.add(listener);
  }

  onKnown(): () => void {
    return () => undefined;
  }

  onNotice(): () => void {
    return () => undefined;
  }

  private save(): void {
    clearTimeout(this.timer);
    const text = this.lms.write(this.state);
    if (this.api.commit()) {
      this.keep.remove(this.key);
      this.retryMs = FIRST_RETRY_MS;
      this.states.tell('saved');
      return;
    }
    this.states.tell(this.keep.set(this.key, text) ? 'waiting' : 'nowhere');
    this.timer = setTimeout(() => this.flush(), this.retryMs);
    this.retryMs = Math.min(LAST_RETRY_MS, this.retryMs * 2);
  }
}
