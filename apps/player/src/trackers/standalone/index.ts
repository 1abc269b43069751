import type { OpenTracker } from '../opened.js';
import { StandaloneTracker } from './standalone-tracker.js';

export const openStandalone: OpenTracker = ({ outline }) => new StandaloneTracker(outline, 'standalone');
