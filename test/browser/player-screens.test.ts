import { placesWithEveryKind, testEveryScreen } from './every-screen.js';
import { playerScreens } from './player-screens.js';

testEveryScreen(playerScreens, placesWithEveryKind);
