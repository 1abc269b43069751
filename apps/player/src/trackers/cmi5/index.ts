import type { PlayerBoot } from '@preceptor/course/delivery';
import { usualReporting } from '@preceptor/tracking';
import { PackagedDelivery } from '../../delivery/packaged/packaged-delivery.js';
import type { VisibleClock } from '../../session/clock.js';
import { keptFor } from '../../session/kept.js';
import { LateTracker } from '../late-tracker.js';
import type { Opened } from '../opened.js';
import { SilentTracker } from '../silent-tracker.js';
import { StandaloneTracker } from '../standalone/standalone-tracker.js';
import { launchParameters } from './launch.js';
import { openTracker } from './open-tracker.js';

/** Opens an AU. Without launch parameters nobody launched it: the course is played on and says so. */
export function openCmi5(boot: Exclude<PlayerBoot, { standard: 'hosted' }>, clock: VisibleClock): Opened {
  const { outline, reporting = usualReporting } = boot;
  const delivery = new PackagedDelivery(boot);
  if (boot.mode === 'browse') return { delivery, tracker: new SilentTracker(outline) };
  const launched = launchParameters(location.search);
  if (launched === null) return { delivery, tracker: new StandaloneTracker(outline, 'no-api') };
  const tracker = new LateTracker('cmi5', () => openTracker(launched, {
    outline, reporting, itemOf: (id) => delivery.known(id), seconds: () => clock.seconds(),
    device: keptFor(() => localStorage), tab: keptFor(() => sessionStorage),
    goTo: (address) => (address === null ? window.close() : location.assign(address)),
  }, (address, request) => fetch(address, request)));
  return { delivery, tracker };
}
