import type { PlayerBoot } from '@preceptor/course/delivery';
import type { VisibleClock } from '../session/clock.js';
import { openHosted } from './hosted/index.js';
import type { Opened } from './opened.js';
import { openScorm12 } from './scorm-1.2/index.js';
import { openScorm2004 } from './scorm-2004/index.js';
import { openStandalone } from './standalone/index.js';

type Standard = PlayerBoot['standard'];
type BootOf<S extends Standard> = S extends 'hosted' ? Extract<PlayerBoot, { standard: 'hosted' }> : Exclude<PlayerBoot, { standard: 'hosted' }>;

/** One line a standard: the only place that knows which there are. */
const standards = {
  hosted: openHosted,
  standalone: openStandalone,
  cmi5: openStandalone,
  'scorm-1.2': openScorm12,
  'scorm-2004': openScorm2004,
} satisfies { [S in Standard]: (boot: BootOf<S>, clock: VisibleClock) => Opened };

/** How the course of this page is delivered, and to whom it reports. `clock` counts the session's time. */
export function openStandard(boot: PlayerBoot, clock: VisibleClock): Opened {
  return boot.standard === 'hosted' ? standards.hosted(boot) : standards[boot.standard](boot, clock);
}
