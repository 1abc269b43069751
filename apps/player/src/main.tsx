import { readBoot, wordsOf } from './boot.js';
import { offeredToCmi5 } from './companions/offered-to-cmi5.js';
import { Player } from './player.js';
import { LicenceEnded } from './screens/licence-ended.js';
import { OwnWindow } from './screens/own-window.js';
import { licenceStanding } from './session/licence.js';
import { start } from './start.js';
import { openStandard } from './trackers/index.js';

/** The player of a package: `dist/player.js`. */
start((clock, brought) => {
  const boot = readBoot(document);
  if (boot.standard === 'hosted') throw new Error('a course in Preceptor itself is played by hosted.js');
  const words = wordsOf(boot);
  // An LMS is spoken to only where the course is played: never past its licence, nor from the frame that a window is opened from.
  if (boot.validUntil !== undefined && licenceStanding(boot.validUntil, new Date()) === 'ended') return <LicenceEnded outline={boot.outline} words={words} day={boot.validUntil} />;
  if (boot.window === 'window' && window.parent !== window) return <OwnWindow outline={boot.outline} words={words} />;
  return <Player {...openStandard(boot, clock, brought)} clock={clock} words={words} about={boot} home={null} />;
}, { cmi5: offeredToCmi5 });
