import { deskScreens } from './desk-screens.js';
import { testEveryScreen } from './every-screen.js';

testEveryScreen(deskScreens);
