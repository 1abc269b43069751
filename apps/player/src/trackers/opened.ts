import type { Delivery } from '../delivery/delivery.js';
import type { PlayerTracker } from './player-tracker.js';

/** How a course is delivered and reported in one standard. */
export interface Opened { delivery: Delivery; tracker: PlayerTracker }
