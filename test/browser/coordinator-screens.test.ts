import { placesWithDays } from './cohort-days.js';
import { coordinatorScreens } from './coordinator-screens.js';
import { testEveryScreen } from './every-screen.js';

testEveryScreen(coordinatorScreens, placesWithDays);
