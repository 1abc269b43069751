import type { TrackingEvent } from './events.js';
import type { Progress } from './progress.js';

/** Whether what was reported is safe: 'saved', 'waiting' (kept here, to be sent), 'local' (kept in this browser only), 'nowhere' (kept until the page is closed, no longer), 'closed' (review or browse mode: nothing is written). */
export type SaveState = 'saved' | 'waiting' | 'local' | 'nowhere' | 'closed';
export interface LaunchData { learner: { id: string; name: string } | null; progress: Progress; events: TrackingEvent[]; mode: 'normal' | 'review' | 'browse'; /** a sentence for the banner, as a key of the player's words; null: none */ notice: string | null; /** seconds that the learner may spend in the course, where an LMS keeps a limit */ timeLimitSeconds?: number | undefined }
/** The port through which the player reports; one adapter for each standard. No method throws: what can't be saved now is kept and tried again. */
export interface Tracker {
  readonly standard: 'hosted' | 'scorm-1.2' | 'scorm-2004' | 'cmi5' | 'standalone';
  /** Opens the session and gives back what was known. */
  launch(): Promise<LaunchData>;
  /** Takes events in order; resolves once they are kept somewhere that survives a reload. */
  record(events: TrackingEvent[]): Promise<void>;
  /** Asks that all that was recorded be sent (tab hidden). Must do its essential work synchronously. */
  flush(): void;
  /** Ends the session, once; synchronous as far as the standard allows (pagehide). */
  terminate(): void;
  /** Tells of every change of the save state; returns the way to stop. */
  onState(listener: (state: SaveState) => void): () => void;
}
