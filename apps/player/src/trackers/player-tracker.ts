import type { LaunchData, Tracker, TrackingState } from '@preceptor/tracking';

/** A tracker as the player uses it: it also hands over the state that progress is reckoned from. */
export interface PlayerTracker extends Tracker {
  launch(): Promise<LaunchData & { state: TrackingState }>;
  /** Tells when more is known than this tab reported: by a server, or from another tab. `state` includes all that was recorded here. */
  onKnown(listener: (state: TrackingState) => void): () => void;
  /** Tells of what a learner must be told later than at the launch, as a key of the player's words; null: it is over. */
  onNotice(listener: (notice: string | null) => void): () => void;
  /**
   * Ends the session in place of `terminate`, asks the LMS to close the course, and takes the page to where the LMS
   * wants it. Resolves when that was tried: the page may still be there. Missing: nobody is there to be asked.
   */
  leave?(): Promise<void>;
}
