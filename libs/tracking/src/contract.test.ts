import { sampleOutline, trackerContract, type TrackerHarness } from './contract.js';
import type { TrackingEvent } from './events.js';
import { progressOf } from './progress.js';
import { applyEvents } from './reducer.js';
import { emptyState } from './state.js';
import type { LaunchData, SaveState, Tracker } from './tracker.js';
import { decodeState, encodeState } from './suspend/suspend.js';

/** The least that keeps the contract: a device that holds a queue, and a backend that holds suspend data. */
class SmallTracker implements Tracker {
  readonly standard = 'standalone';
  private readonly listeners = new Set<(state: SaveState) => void>();
  private ended = false;
  constructor(private readonly backend: { suspended: string; offline: boolean; endings: number }, private readonly device: { queue: TrackingEvent[] }, private readonly mode: LaunchData['mode']) {}
  private known = emptyState();

  launch(): Promise<LaunchData> {
    this.known = applyEvents(decodeState(this.backend.suspended, outline).state, this.device.queue);
    return Promise.resolve({ learner: null, progress: progressOf(this.known, outline), events: [], mode: this.mode, notice: null });
  }
  record(events: TrackingEvent[]): Promise<void> {
    if (this.mode !== 'normal') return Promise.resolve();
    this.known = applyEvents(this.known, events);
    this.device.queue.push(...events);
    this.flush();
    return Promise.resolve();
  }
  flush(): void {
    if (this.mode !== 'normal') return;
    if (!this.backend.offline) {
      this.backend.suspended = encodeState(this.known, outline).text;
      this.device.queue.length = 0;
    }
    for (const listener of this.listeners) listener(this.backend.offline ? 'waiting' : 'saved');
  }
  terminate(): void {
    this.flush();
    if (this.mode === 'normal' && !this.ended) this.backend.endings++;
    this.ended = true;
  }
  onState(listener: (state: SaveState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

const outline = sampleOutline();
trackerContract('that keeps suspend data', (): TrackerHarness => {
  const backend = { suspended: '', offline: false, endings: 0 };
  const device = { queue: [] as TrackingEvent[] };
  return {
    outline, modes: ['review', 'browse'], keepsOffline: true,
    open: (mode = 'normal') => new SmallTracker(backend, device, mode),
    goOffline: () => { backend.offline = true; },
    goOnline: () => { backend.offline = false; },
    held: () => progressOf(decodeState(backend.suspended, outline).state, outline),
    endings: () => backend.endings,
  };
});
