import type { PlayerBoot } from '@preceptor/course/delivery';
import { PackagedDelivery } from '../../delivery/packaged/packaged-delivery.js';
import type { Opened } from '../opened.js';
import { SilentTracker } from '../silent-tracker.js';
import { StandaloneTracker } from './standalone-tracker.js';

export function openStandalone(boot: Exclude<PlayerBoot, { standard: 'hosted' }>): Opened {
  const delivery = new PackagedDelivery(boot);
  return { delivery, tracker: boot.mode === 'browse' ? new SilentTracker(boot.outline) : new StandaloneTracker(boot.outline, 'standalone') };
}
