import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Unreadable, type ReadImport, type ReadRequest } from './read-import.js';
import type { WorkerAnswer } from './read-worker.js';

const limits = { seconds: 60, megabytes: 512 };
/** The worker runs compiled code, whether this module does or not. */
const worker = join(import.meta.dirname.replace(/([\\/])src([\\/]exchange[\\/]reading)$/, '$1dist$2'), 'read-worker.js');

/** `readImport` in a thread of its own with limits on time and memory, so that nobody's file keeps learners waiting. Throws Unreadable. */
export function readApart(request: ReadRequest): Promise<ReadImport> {
  return new Promise((resolve, reject) => {
    const started = new Worker(worker, { workerData: request, resourceLimits: { maxOldGenerationSizeMb: limits.megabytes }, env: {} });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void started.terminate();
    };
    const timer = setTimeout(() => end(() => reject(new Unreadable(`Reading it took more than ${limits.seconds} seconds: import it in parts.`))), limits.seconds * 1_000);
    started.once('message', (answer: WorkerAnswer) => end(() => ('read' in answer ? resolve(answer.read) : reject(new Unreadable(answer.unreadable)))));
    started.once('error', (error: NodeJS.ErrnoException) => end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable('Reading it takes too much memory: import it in parts.') : error)));
    started.once('exit', () => end(() => reject(new Error('The reader ended without an answer.'))));
  });
}
