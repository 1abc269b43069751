import { parentPort, workerData } from 'node:worker_threads';
import { type Sheet, workbook } from './workbook.js';

/** Writes one workbook in a thread of its own: a large one takes seconds. */
parentPort?.postMessage(await workbook(workerData as Sheet));
