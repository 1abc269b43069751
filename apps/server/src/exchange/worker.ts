import { answerTasks } from '../platform/threads/thread.js';
import { readImport } from './reading/read-import.js';
import type { Task } from './workshop.js';
import { writeExport } from './writing/write-export.js';

/** Reads files of items and writes them, one task after another, in a thread of its own. */
answerTasks<Task>((task) => ('read' in task ? readImport(task.read) : writeExport(task.write)));
