import type { Screen } from './every-screen.js';

/** The coordinator's desk beyond the table of learners, and what stands around it: a line for each screen. */
export const coordinatorScreens: Screen[] = [
];
