import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config.js';
import { Mutex } from '../platform/database/mutex.js';
import { platformErrors } from '../platform/errors.js';
import { CONFIG } from '../platform/platform.module.js';
import type { Analysis } from './analysed.js';
import { statisticsErrors } from './errors.js';
import type { AnalysisJob, WorkerNews, WorkerTask } from './job.js';

/** A thread runs compiled code, whether this module does or not. */
const program = join(import.meta.dirname.replace(/([\\/])src([\\/]statistics)$/, '$1dist$2'), 'worker.js');
const limits = { seconds: 180, megabytes: 512 };

/** Where analyses are made: one at a time, each in a thread of its own with limits on time and memory. */
@Injectable()
export class StatisticsWorkshop implements BeforeApplicationShutdown {
  readonly #line = new Mutex();
  #stopped = false;
  #worker: Worker | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
    await this.#line.run(async () => undefined);
  }

  /** `read` is told how many attempts are read so far. Throws STATISTICS_STOPPED where it takes more than the limits, and what went wrong in the thread. */
  analyse(job: AnalysisJob, read: (attempts: number) => void): Promise<Analysis> { return this.#line.run(() => this.#run(job, read)); }

  #run(job: AnalysisJob, read: (attempts: number) => void): Promise<Analysis> {
    if (this.#stopped) return Promise.reject(platformErrors.UNAVAILABLE());
    return new Promise((resolve, reject) => {
      const task: WorkerTask = { database: this.config.database, job };
      const worker = new Worker(program, { workerData: task, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } });
      this.#worker = worker;
      const timer = setTimeout(() => { reject(statisticsErrors.STATISTICS_STOPPED()); void worker.terminate(); }, limits.seconds * 1000);
      worker.on('message', (news: WorkerNews) => { if ('read' in news) read(news.read); else resolve(news.analysis); });
      worker.once('error', (fault: unknown) => { reject(isOutOfMemory(fault) ? statisticsErrors.STATISTICS_STOPPED() : fault); });
      worker.once('exit', () => {
        clearTimeout(timer);
        this.#worker = null;
        reject(this.#stopped ? platformErrors.UNAVAILABLE() : statisticsErrors.STATISTICS_STOPPED());
      });
    });
  }
}

const isOutOfMemory = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY';
