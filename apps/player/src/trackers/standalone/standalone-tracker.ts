import type { CourseOutline } from '@preceptor/course/delivery';
import { applyEvents, emptyState, joinStates, progressOf, type LaunchData, type SaveState, type TrackingEvent, type TrackingState } from '@preceptor/tracking';
import { kept } from '../../session/kept.js';
import { parseKept } from '../kept-state.js';
import type { PlayerTracker } from '../player-tracker.js';
import { Telling } from '../telling.js';

/** Where text is kept: local storage, or something like it in a test. `set` says whether it was kept. */
export interface Keep { get(key: string): string | null; set(key: string, value: string): boolean }

/**
 * Keeps progress in this browser only. Two tabs on one course join what they know at every write and hear of each
 * other's writes, so neither overwrites the other.
 */
export class StandaloneTracker extends Telling implements PlayerTracker {
  readonly standard = 'standalone';
  private state = emptyState();
  private works = true;

  constructor(
    private readonly outline: CourseOutline, private readonly notice: 'standalone' | 'no-api' | 'lms-failed' | 'session-over',
    private readonly keep: Keep = kept, private readonly key = `preceptor:course:${outline.id}`,
  ) {
    super();
  }

  async launch(): Promise<LaunchData & { state: TrackingState }> {
    this.state = joinStates(emptyState(), this.stored());
    this.works = this.keep.set(this.key, JSON.stringify(this.state));
    if (typeof addEventListener === 'function') addEventListener('storage', this.heard);
    queueMicrotask(() => this.states.tell(this.safety()));
    return { learner: null, progress: progressOf(this.state, this.outline), events: [], mode: 'normal', notice: this.sentence(), state: this.state };
  }

  async record(events: TrackingEvent[]): Promise<void> {
    this.state = joinStates(this.stored(), applyEvents(this.state, events));
    const worked = this.works;
    this.works = this.keep.set(this.key, JSON.stringify(this.state));
    this.states.tell(this.safety());
    if (this.works !== worked) this.notices.tell(this.sentence());
  }

  flush(): void {
    if (!this.works) void this.record([]);
  }

  terminate(): void {
    this.flush();
    if (typeof removeEventListener === 'function') removeEventListener('storage', this.heard);
  }

  private safety(): SaveState {
    return this.works ? 'local' : 'nowhere';
  }

  /** What the learner must know: why nobody is told of the progress, and whether the browser keeps it. */
  private sentence(): string {
    return this.works ? this.notice : `${this.notice}-nowhere`;
  }

  private readonly heard = (event: StorageEvent): void => {
    if (event.key !== this.key) return;
    this.state = joinStates(this.state, this.stored());
    this.known.tell(this.state);
  };

  private stored(): TrackingState {
    return parseKept(this.keep.get(this.key), this.outline);
  }
}
