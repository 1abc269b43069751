import { usualReporting } from '@preceptor/tracking';
import { keptFor } from '../../session/kept.js';
import { LateTracker } from '../late-tracker.js';
import type { OpenTracker } from '../opened.js';
import { StandaloneTracker } from '../standalone/standalone-tracker.js';
import { launchParameters } from './launch.js';
import { openTracker } from './open-tracker.js';

/** Opens an AU. Without launch parameters nobody launched it: the course is played on and says so. */
export const openCmi5: OpenTracker = ({ outline, reporting = usualReporting }, delivery, clock) => {
  const launched = launchParameters(location.search);
  if (launched === null) return new StandaloneTracker(outline, 'no-api');
  return new LateTracker('cmi5', () => openTracker(launched, {
    outline, reporting, itemOf: (id) => delivery.known(id), judgeBy: (mark) => delivery.judgeBy(mark), seconds: () => clock.seconds(),
    device: keptFor(() => localStorage), tab: keptFor(() => sessionStorage),
    goTo: (address) => (address === null ? window.close() : location.assign(address)),
  }, (address, request) => fetch(address, request)));
};
