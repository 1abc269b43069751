import type { PlayerBoot } from '@preceptor/course/delivery';
import type { Opened } from './opened.js';
import { openStandalone } from './standalone/index.js';

type PackagedBoot = Exclude<PlayerBoot, { standard: 'hosted' }>;

/** One line a standard: the only place that knows which there are. */
const standards = {
  standalone: openStandalone,
  'scorm-1.2': openStandalone,
  'scorm-2004': openStandalone,
};

export function openStandard(boot: PlayerBoot): Opened {
  return standards[(boot as PackagedBoot).standard](boot as PackagedBoot);
}
