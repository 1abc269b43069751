import { deskPlacesIn } from './desk-places.js';
import { testEveryScreen } from './every-screen.js';
import { instructorScreens } from './instructor-screens.js';

testEveryScreen(instructorScreens, deskPlacesIn);
