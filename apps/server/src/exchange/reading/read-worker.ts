import { parentPort, workerData } from 'node:worker_threads';
import { readImport, Unreadable, type ReadImport, type ReadRequest } from './read-import.js';

/** What a worker tells of a file: what it holds, or why it can't be read. */
export type WorkerAnswer = { read: ReadImport } | { unreadable: string };

const answer: WorkerAnswer = await readImport(workerData as ReadRequest).then((read) => ({ read }), (error: unknown) => {
  if (error instanceof Unreadable) return { unreadable: error.message };
  throw error;
});
parentPort?.postMessage(answer);
