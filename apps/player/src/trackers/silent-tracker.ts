import type { CourseOutline } from '@preceptor/course/delivery';
import { emptyState, progressOf, type LaunchData, type SaveState, type TrackingState } from '@preceptor/tracking';
import { Listeners } from './listeners.js';
import type { PlayerTracker } from './player-tracker.js';

/** A preview: nothing is kept or reported, in whatever standard. */
export class SilentTracker implements PlayerTracker {
  readonly standard = 'standalone';
  private readonly states = new Listeners<SaveState>();

  constructor(private readonly outline: CourseOutline) {}

  async launch(): Promise<LaunchData & { state: TrackingState }> {
    const state = emptyState();
    queueMicrotask(() => this.states.tell('closed'));
    return { learner: null, progress: progressOf(state, this.outline), events: [], mode: 'browse', notice: 'browse', state };
  }

  async record(): Promise<void> {}
  flush(): void {}
  terminate(): void {}
  onState(listener: (state: SaveState) => void): () => void {
    return this.states.add(listener);
  }
  onKnown(): () => void {
    return () => undefined;
  }
  onNotice(): () => void {
    return () => undefined;
  }
}
