import { parentPort } from 'node:worker_threads';
import { readImport } from './reading/read-import.js';
import { Unreadable } from './reading/unreadable.js';
import type { Answer, Task } from './workshop.js';
import { writeExport } from './writing/write-export.js';

/** Reads files of items and writes them, one task after another, in a thread of its own. */
parentPort?.on('message', (task: Task) => {
  void done(task).then((answer) => { parentPort?.postMessage(answer); });
});

async function done(task: Task): Promise<Answer> {
  try {
    return { made: 'read' in task ? await readImport(task.read) : await writeExport(task.write) };
  } catch (fault) {
    if (fault instanceof Unreadable) return { refused: fault.message };
    return { failed: fault instanceof Error ? fault.stack ?? fault.message : String(fault) };
  }
}
