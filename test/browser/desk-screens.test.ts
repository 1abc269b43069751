import { deskScreens } from './desk-screens.js';
import { placesWithEveryKind, testEveryScreen } from './every-screen.js';

testEveryScreen(deskScreens, placesWithEveryKind);
