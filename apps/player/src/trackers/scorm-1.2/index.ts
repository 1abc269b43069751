import type { PlayerBoot } from '@preceptor/course/delivery';
import type { VisibleClock } from '../../session/clock.js';
import type { Opened } from '../opened.js';
import { openScorm } from '../scorm/open-scorm.js';
import { scorm12 } from './edition.js';

export function openScorm12(boot: Exclude<PlayerBoot, { standard: 'hosted' }>, clock: VisibleClock): Opened {
  return openScorm(scorm12, boot, clock);
}
