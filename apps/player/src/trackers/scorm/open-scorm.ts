import type { PlayerBoot } from '@preceptor/course/delivery';
import { PackagedDelivery } from '../../delivery/packaged/packaged-delivery.js';
import type { VisibleClock } from '../../session/clock.js';
import { LateTracker } from '../late-tracker.js';
import type { Opened } from '../opened.js';
import { SilentTracker } from '../silent-tracker.js';
import { StandaloneTracker } from '../standalone/standalone-tracker.js';
import { apiThatBegins } from './begin.js';
import type { Edition } from './edition.js';
import type { Frame } from './find-api.js';
import { ScormTracker } from './scorm-tracker.js';

/** Opens a packaged course in an LMS. Without one, or with one that does not answer, the course is played on and says so. */
export function openScorm(edition: Edition, boot: Exclude<PlayerBoot, { standard: 'hosted' }>, clock: VisibleClock): Opened {
  const delivery = new PackagedDelivery(boot);
  const { outline, reporting } = boot;
  if (boot.mode === 'browse') return { delivery, tracker: new SilentTracker(outline) };
  const tracker = new LateTracker(edition.standard, async () => {
    const api = await apiThatBegins(window as Frame, edition);
    if (api === 'none' || api === 'silent') return new StandaloneTracker(outline, api === 'none' ? 'no-api' : 'lms-failed');
    return new ScormTracker(edition, api, {
      outline, ...(reporting && { reporting }), isPart: boot.part !== undefined, itemOf: (id) => delivery.known(id), seconds: () => clock.seconds(),
      close: () => void (window.parent === window && window.close()),
    });
  });
  return { delivery, tracker };
}
