import type { SaveState, TrackingState } from '@preceptor/tracking';
import { Listeners } from './listeners.js';

/** What a tracker tells of, in the same words whatever the standard. */
export abstract class Telling {
  protected readonly states = new Listeners<SaveState>();
  protected readonly known = new Listeners<TrackingState>();
  protected readonly notices = new Listeners<string | null>();
  readonly onState = this.states.add;
  readonly onKnown = this.known.add;
  readonly onNotice = this.notices.add;
}
