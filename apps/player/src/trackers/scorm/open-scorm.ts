import { usualReporting } from '@preceptor/tracking';
import { kept } from '../../session/kept.js';
import { LateTracker } from '../late-tracker.js';
import type { OpenTracker } from '../opened.js';
import { StandaloneTracker } from '../standalone/standalone-tracker.js';
import { apiThatBegins } from './begin.js';
import type { Edition } from './edition.js';
import type { Frame } from './find-api.js';
import { ScormTracker } from './scorm-tracker.js';

/** Opens a packaged course in an LMS. Without one, or with one that does not answer, the course is played on and says so. */
export const openScorm = (edition: Edition): OpenTracker => ({ outline, reporting = usualReporting, part }, delivery, clock) => new LateTracker(edition.standard, async () => {
  const api = await apiThatBegins(window as Frame, edition);
  if (api === 'none' || api === 'silent') return new StandaloneTracker(outline, api === 'none' ? 'no-api' : 'lms-failed');
  return new ScormTracker(edition, api, {
    outline, reporting, keep: kept, isPart: part !== undefined, itemOf: (id) => delivery.known(id), seconds: () => clock.seconds(),
    close: () => void (window.parent === window && window.close()),
  });
});
