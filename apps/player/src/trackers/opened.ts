import type { PackagedBoot } from '@preceptor/course/delivery';
import type { Delivery } from '../delivery/delivery.js';
import type { PackagedDelivery } from '../delivery/packaged/packaged-delivery.js';
import type { VisibleClock } from '../session/clock.js';
import type { PlayerTracker } from './player-tracker.js';

/** How a course is delivered and reported in one standard. */
export interface Opened { delivery: Delivery; tracker: PlayerTracker }

/** Finds whom a packaged course reports to, in one standard. `clock` counts the session's time. */
export type OpenTracker = (boot: PackagedBoot, delivery: PackagedDelivery, clock: VisibleClock) => PlayerTracker;
