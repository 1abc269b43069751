import type { PackagedBoot } from '@preceptor/course/delivery';
import { PackagedDelivery } from '../delivery/packaged/packaged-delivery.js';
import type { VisibleClock } from '../session/clock.js';
import { openCmi5 } from './cmi5/index.js';
import type { Opened, OpenTracker } from './opened.js';
import { openScorm12 } from './scorm-1.2/index.js';
import { openScorm2004 } from './scorm-2004/index.js';
import { SilentTracker } from './silent-tracker.js';
import { openStandalone } from './standalone/index.js';

type Standard = PackagedBoot['standard'];

/** One line a standard: the only place that knows which there are. */
const standards = {
  standalone: openStandalone,
  cmi5: openCmi5,
  'scorm-1.2': openScorm12,
  'scorm-2004': openScorm2004,
} satisfies { [S in Standard]: OpenTracker };

/** How the course of this page is delivered, and to whom it reports. `clock` counts the session's time. */
export function openStandard(boot: PackagedBoot, clock: VisibleClock): Opened {
  const delivery = new PackagedDelivery(boot);
  return { delivery, tracker: boot.mode === 'browse' ? new SilentTracker(boot.outline) : standards[boot.standard](boot, delivery, clock) };
}
