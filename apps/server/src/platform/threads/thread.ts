import { parentPort } from 'node:worker_threads';
import { Unreadable } from './unreadable.js';

/** What a thread answers: what it made, why what it was given can't be worked on, or what went wrong. */
export type Answer = { made: unknown } | { refused: string } | { failed: string };

/** Does one task after another in this thread; what it throws as Unreadable is told to whoever sent the file. */
export function answerTasks<T>(work: (task: T) => Promise<unknown>): void {
  parentPort?.on('message', (task: T) => {
    void done(work, task).then((answer) => { parentPort?.postMessage(answer); });
  });
}

async function done<T>(work: (task: T) => Promise<unknown>, task: T): Promise<Answer> {
  try {
    return { made: await work(task) };
  } catch (fault) {
    if (fault instanceof Unreadable) return { refused: fault.message };
    return { failed: fault instanceof Error ? fault.stack ?? fault.message : String(fault) };
  }
}
