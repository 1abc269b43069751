import type { LaunchData, SaveState, Tracker, TrackingEvent, TrackingState } from '@preceptor/tracking';
import { Listeners } from './listeners.js';
import type { PlayerTracker } from './player-tracker.js';

/** A tracker that is chosen when the course is launched: an LMS may take its time to show itself. Until then nothing is reported. */
export class LateTracker implements PlayerTracker {
  private readonly states = new Listeners<SaveState>();
  private readonly known = new Listeners<TrackingState>();
  private readonly notices = new Listeners<string | null>();
  private chosen: PlayerTracker | null = null;
  private left = false;
  readonly onState = this.states.add;
  readonly onKnown = this.known.add;
  readonly onNotice = this.notices.add;

  constructor(readonly standard: Tracker['standard'], private readonly choose: () => Promise<PlayerTracker>) {}

  async launch(): Promise<LaunchData & { state: TrackingState }> {
    const chosen = await this.choose();
    this.chosen = chosen;
    chosen.onState((state) => this.states.tell(state));
    chosen.onKnown((state) => this.known.tell(state));
    chosen.onNotice((notice) => this.notices.tell(notice));
    const data = await chosen.launch();
    // The page was left before the LMS had answered.
    if (this.left) chosen.terminate();
    return data;
  }

  async record(events: TrackingEvent[]): Promise<void> {
    await this.chosen?.record(events);
  }

  flush(): void {
    this.chosen?.flush();
  }

  terminate(): void {
    this.left = true;
    this.chosen?.terminate();
  }

  async leave(): Promise<void> {
    this.left = true;
    await (this.chosen?.leave ? this.chosen.leave() : this.chosen?.terminate());
  }
}
