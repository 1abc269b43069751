/** Plays a package in Chromium behind a learning system of its own, and tells what it did. For Node. */
export { findChromium } from './browser.js';
export { judge } from './judge.js';
export { rehearse, type RehearseInput } from './rehearse.js';
export type { ActivityRehearsal, CallFault, CallSummary, Rehearsal } from './rehearsal.js';
