import type { LaunchData, Tracker, TrackingEvent, TrackingState } from '@preceptor/tracking';
import type { PlayerTracker } from './player-tracker.js';
import { Telling } from './telling.js';

/** A tracker that is chosen when the course is launched: an LMS may take its time to show itself. Until then nothing is reported. */
export class LateTracker extends Telling implements PlayerTracker {
  private chosen: PlayerTracker | null = null;
  private left = false;

  constructor(readonly standard: Tracker['standard'], private readonly choose: () => Promise<PlayerTracker>) {
    super();
  }

  async launch(): Promise<LaunchData & { state: TrackingState }> {
    const chosen = await this.choose();
    this.chosen = chosen;
    chosen.onState(this.states.tell);
    chosen.onKnown(this.known.tell);
    chosen.onNotice(this.notices.tell);
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
