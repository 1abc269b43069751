import { parentPort, workerData } from 'node:worker_threads';
import { solveBlueprint } from '@preceptor/assessment/forms';
import type { SolverTask } from './workshop.js';

/** Solves one blueprint in a thread of its own: the solver blocks until it is done. */
const { blueprint, items, options } = workerData as SolverTask;
parentPort?.postMessage(await solveBlueprint(blueprint, items, options));
