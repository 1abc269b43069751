import { coordinatorScreens } from './coordinator-screens.js';
import { testEveryScreen } from './every-screen.js';
import { placesIn } from './places.js';

testEveryScreen(coordinatorScreens, placesIn);
