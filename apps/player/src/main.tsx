import { render } from 'preact';
import { readBoot, wordsOf } from './boot.js';
import { Player } from './player.js';
import { VisibleClock } from './session/clock.js';
import { followPreferences } from './session/preferences.js';
import css from './styles/index.css';
import { openStandard } from './trackers/index.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
followPreferences(document.documentElement);

const clock = new VisibleClock(undefined, document.visibilityState !== 'hidden');
const boot = readBoot(document);
const { delivery, tracker } = openStandard(boot, clock);
const place = document.createElement('div');
place.id = 'player';
document.body.append(place);
render(<Player delivery={delivery} tracker={tracker} clock={clock} words={wordsOf(boot)} home={boot.standard === 'hosted' ? boot.home : null} />, place);
