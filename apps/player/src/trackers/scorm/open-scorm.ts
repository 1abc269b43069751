import type { PlayerBoot } from '@preceptor/course/delivery';
import { PackagedDelivery } from '../../delivery/packaged/packaged-delivery.js';
import type { VisibleClock } from '../../session/clock.js';
import type { Opened } from '../opened.js';
import { SilentTracker } from '../silent-tracker.js';
import { StandaloneTracker } from '../standalone/standalone-tracker.js';
import type { Edition } from './edition.js';
import { findApi, type Frame } from './find-api.js';
import { lmsApi } from './lms-api.js';
import { ScormTracker } from './scorm-tracker.js';

/** Opens a packaged course in an LMS. Without one, or with one that does not answer, the course is played on and says so. */
export function openScorm(edition: Edition, boot: Exclude<PlayerBoot, { standard: 'hosted' }>, clock: VisibleClock): Opened {
  const delivery = new PackagedDelivery(boot);
  if (boot.mode === 'browse') return { delivery, tracker: new SilentTracker(boot.outline) };
  const found = findApi(window as Frame, edition.apiName);
  const api = found === null ? null : lmsApi(found, edition.calls);
  if (api?.initialize() !== true) return { delivery, tracker: new StandaloneTracker(boot.outline, api === null ? 'no-api' : 'lms-failed') };
  return { delivery, tracker: new ScormTracker(edition, api, { outline: boot.outline, itemOf: (id) => delivery.known(id), seconds: () => clock.seconds() }) };
}
