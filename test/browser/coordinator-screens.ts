import type { Screen } from './every-screen.js';
import { go } from './go.js';

/** The coordinator's desk beyond the table of learners, and what stands around it: a line for each screen. */
export const coordinatorScreens: Screen[] = [
  { name: 'settings of the organisation', who: 'Noor Rahman', open: (page) => go(page, '/organisation') },
];
