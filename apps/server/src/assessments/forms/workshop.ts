import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { Blueprint, FormItem, Solution, SolveOptions } from '@preceptor/assessment/forms';
import { Mutex } from '../../platform/database/mutex.js';
import { platformErrors } from '../../platform/errors.js';
import { assessmentsErrors } from '../errors.js';

export interface SolverTask { blueprint: Blueprint; items: FormItem[]; options: SolveOptions }
/** A thread runs compiled code, whether this module does or not. */
const program = join(import.meta.dirname.replace(/([\\/])src([\\/]assessments[\\/]forms)$/, '$1dist$2'), 'worker.js');
const megabytes = 1024;
/** What the solver may take beyond the time that it was given, in seconds: reading, and the last step. */
export const leeway = 15;
const mostWaiting = 10;

/** Where blueprints are solved: one at a time, each in a thread of its own with limits on time and memory. */
@Injectable()
export class FormsWorkshop implements BeforeApplicationShutdown {
  readonly #line = new Mutex();
  #waiting = 0;
  #stopped = false;
  #worker: Worker | null = null;

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
    await this.#line.run(async () => undefined);
  }

  /** Throws BUILDS_BUSY at once where the line is long, else BUILD_STOPPED where it goes beyond the limits. */
  async solve(task: SolverTask): Promise<Solution> {
    if (this.#waiting >= mostWaiting) throw assessmentsErrors.BUILDS_BUSY();
    this.#waiting += 1;
    return this.#line.run(() => this.#run(task)).finally(() => { this.#waiting -= 1; });
  }

  #run(task: SolverTask): Promise<Solution> {
    if (this.#stopped) return Promise.reject(platformErrors.UNAVAILABLE());
    return new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: task, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes } });
      this.#worker = worker;
      const timer = setTimeout(() => { reject(assessmentsErrors.BUILD_STOPPED()); void worker.terminate(); }, ((task.options.timeLimit ?? 20) + leeway) * 1000);
      worker.once('message', (solution: Solution) => { resolve(solution); });
      worker.once('error', (fault: unknown) => { reject(isOutOfMemory(fault) ? assessmentsErrors.BUILD_STOPPED() : fault); });
      worker.once('exit', () => {
        clearTimeout(timer);
        this.#worker = null;
        reject(this.#stopped ? platformErrors.UNAVAILABLE() : assessmentsErrors.BUILD_STOPPED());
      });
    });
  }
}

const isOutOfMemory = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY';
