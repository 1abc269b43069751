import { parentPort, workerData } from 'node:worker_threads';
import { alike } from '@preceptor/assessment/lint';
import type { CompareRequest } from './compare.js';

const { texts, least } = workerData as CompareRequest;
parentPort?.postMessage(alike(texts, least));
