import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Pair } from '@preceptor/assessment/lint';

export interface CompareRequest { texts: readonly string[]; /** Jaccard index, 0..1 */ least: number }

const limits = { seconds: 120, megabytes: 1_024 };
/** The worker runs compiled code, whether this module does or not. */
const worker = join(import.meta.dirname.replace(/([\\/])src([\\/]authoring[\\/]duplicates)$/, '$1dist$2'), 'compare-worker.js');

/** Which texts are alike, found in a thread of its own, so that nobody waits for it. Rejects where it takes more than two minutes or a gigabyte. */
export function compareApart(request: CompareRequest): Promise<Pair[]> {
  return new Promise((resolve, reject) => {
    const started = new Worker(worker, { workerData: request, resourceLimits: { maxOldGenerationSizeMb: limits.megabytes }, env: {} });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void started.terminate();
    };
    const timer = setTimeout(() => end(() => reject(new Error(`Comparing ${request.texts.length} texts took more than ${limits.seconds} s.`))), limits.seconds * 1_000);
    started.once('message', (pairs: Pair[]) => end(() => resolve(pairs)));
    started.once('error', (error) => end(() => reject(error)));
    started.once('exit', () => end(() => reject(new Error('The comparison ended without an answer.'))));
  });
}
