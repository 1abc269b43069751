import type { PackagedBoot } from '@preceptor/course/delivery';
import type { Brought } from '../companions/meet.js';
import { PackagedDelivery } from '../delivery/packaged/packaged-delivery.js';
import type { VisibleClock } from '../session/clock.js';
import type { Opened, OpenTracker } from './opened.js';
import { openScorm12 } from './scorm-1.2/index.js';
import { openScorm2004 } from './scorm-2004/index.js';
import { SilentTracker } from './silent-tracker.js';
import { openStandalone } from './standalone/index.js';

type Standard = PackagedBoot['standard'];

/** One line a standard: the only place that knows which there are. cmi5 has a script of its own. */
const standards = {
  standalone: openStandalone,
  'scorm-1.2': openScorm12,
  'scorm-2004': openScorm2004,
} satisfies { [S in Exclude<Standard, 'cmi5'>]: OpenTracker };

/** How the course of this page is delivered, and to whom it reports. `clock` counts the session's time; `brought` came with the player. */
export function openStandard(boot: PackagedBoot, clock: VisibleClock, brought: Brought): Opened {
  const delivery = new PackagedDelivery(boot);
  if (boot.mode === 'browse') return { delivery, tracker: new SilentTracker(boot.outline) };
  const open = boot.standard === 'cmi5' ? brought.cmi5?.openCmi5 : standards[boot.standard];
  if (open === undefined) throw new Error('a package of cmi5 is played with cmi5.js');
  return { delivery, tracker: open(boot, delivery, clock) };
}
