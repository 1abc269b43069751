import { readBoot, wordsOf } from './boot.js';
import { Player } from './player.js';
import { conductedScreens } from './screens/assessment/conducted/index.js';
import { start } from './start.js';
import { openHosted } from './trackers/served.js';

/** The player in Preceptor itself: `dist/hosted.js`. The server draws forms and scores, so what packages need for that is not in it. */
start((clock) => {
  const boot = readBoot(document);
  if (boot.standard !== 'hosted') throw new Error('a package is played by player.js');
  const opened = openHosted(boot);
  return <Player {...opened} clock={clock} words={wordsOf(boot)} about={{}} home={boot.home} conducted={conductedScreens(opened.delivery.conduct)} />;
});
