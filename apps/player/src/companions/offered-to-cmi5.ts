import { applyEvents, cmiMappings, emptyState, hashOf, interactionOf, joinStates, progressOf, toldOf, usualReporting } from '@preceptor/tracking';
import { keptFor } from '../session/kept.js';
import { parsed } from '../trackers/json-text.js';
import { keptState, parseKept } from '../trackers/kept-state.js';
import { LateTracker } from '../trackers/late-tracker.js';
import { Retry } from '../trackers/retry.js';
import { StandaloneTracker } from '../trackers/standalone/standalone-tracker.js';
import { Telling } from '../trackers/telling.js';

/** What `cmi5.js` takes from the player, by module: the build leaves these imports to it. */
export const offeredToCmi5 = {
  '@preceptor/tracking': { applyEvents, cmiMappings, emptyState, hashOf, interactionOf, joinStates, progressOf, toldOf, usualReporting },
  'session/kept': { keptFor },
  'trackers/json-text': { parsed },
  'trackers/kept-state': { keptState, parseKept },
  'trackers/late-tracker': { LateTracker },
  'trackers/retry': { Retry },
  'trackers/standalone/standalone-tracker': { StandaloneTracker },
  'trackers/telling': { Telling },
};
