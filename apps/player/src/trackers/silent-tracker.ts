import type { CourseOutline } from '@preceptor/course/delivery';
import { emptyState, progressOf, type LaunchData, type TrackingState } from '@preceptor/tracking';
import type { PlayerTracker } from './player-tracker.js';
import { Telling } from './telling.js';

/** A preview: nothing is kept or reported, in whatever standard. */
export class SilentTracker extends Telling implements PlayerTracker {
  readonly standard = 'standalone';

  constructor(private readonly outline: CourseOutline) {
    super();
  }

  async launch(): Promise<LaunchData & { state: TrackingState }> {
    const state = emptyState();
    queueMicrotask(() => this.states.tell('closed'));
    return { learner: null, progress: progressOf(state, this.outline), events: [], mode: 'browse', notice: 'browse', state };
  }

  async record(): Promise<void> {}
  flush(): void {}
  terminate(): void {}
}
