import { answerTasks } from '../platform/threads/thread.js';
import { readRoster } from './reading/read-roster.js';

/** Reads rosters, one after another, in a thread of its own. */
answerTasks(readRoster);
