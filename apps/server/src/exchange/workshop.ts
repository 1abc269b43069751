import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { platformErrors } from '../platform/errors.js';
import { exchangeErrors } from './errors.js';
import type { ReadImport, ReadRequest } from './reading/read.types.js';
import type { WriteRequest, WrittenExport } from './writing/write-export.js';

export type Task = { read: ReadRequest } | { write: WriteRequest };
/** What a thread answers: what it made, why what it was given can't be worked on, or what went wrong. */
export type Answer = { made: unknown } | { refused: string } | { failed: string };

/** A thread runs compiled code, whether this module does or not. */
const program = join(import.meta.dirname.replace(/([\\/])src([\\/]exchange)$/, '$1dist$2'), 'worker.js');
const limits = { seconds: 120, megabytes: 512 };
/** A thread that has nothing to do waits so long for the next task, since to begin costs it a second; milliseconds. */
const waits = 30_000;

/** Threads in which files of items are read and written, with limits on time and memory, so that nobody's file keeps learners waiting. */
@Injectable()
export class ExchangeWorkshop implements BeforeApplicationShutdown {
  readonly #idle: { worker: Worker; timer: NodeJS.Timeout }[] = [];
  readonly #busy = new Set<Worker>();
  #stopped = false;

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    for (const { timer } of this.#idle) clearTimeout(timer);
    await Promise.all([...this.#busy, ...this.#idle.map(({ worker }) => worker)].map((worker) => worker.terminate()));
  }

  /** Throws NOT_READABLE. */
  async read(request: ReadRequest): Promise<ReadImport> {
    return await this.#run({ read: request }, () => exchangeErrors.NOT_READABLE({ says: 'Reading it takes too long or too much memory: import it in parts.' })) as ReadImport;
  }

  /** Throws EXPORT_STOPPED. */
  async write(request: WriteRequest): Promise<WrittenExport> {
    return await this.#run({ write: request }, () => exchangeErrors.EXPORT_STOPPED()) as WrittenExport;
  }

  #run(task: Task, exceeded: () => Error): Promise<unknown> {
    if (this.#stopped) return Promise.reject(platformErrors.UNAVAILABLE());
    const worker = this.#take();
    return new Promise((resolve, reject) => {
      const end = (settle: () => void, again: boolean): void => {
        clearTimeout(timer);
        worker.removeAllListeners();
        this.#busy.delete(worker);
        if (again && !this.#stopped) this.#keep(worker);
        else void worker.terminate();
        settle();
      };
      const timer = setTimeout(() => end(() => reject(exceeded()), false), limits.seconds * 1_000);
      worker.once('message', (answer: Answer) => end(() => {
        if ('made' in answer) resolve(answer.made);
        else reject('refused' in answer ? exchangeErrors.NOT_READABLE({ says: answer.refused }) : new Error(answer.failed));
      }, !('failed' in answer)));
      worker.once('error', (fault: NodeJS.ErrnoException) => end(() => reject(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? exceeded() : fault), false));
      worker.once('exit', () => end(() => reject(this.#stopped ? platformErrors.UNAVAILABLE() : new Error('The thread ended without an answer.')), false));
      worker.postMessage(task);
    });
  }

  #take(): Worker {
    const idle = this.#idle.pop();
    if (idle !== undefined) clearTimeout(idle.timer);
    const worker = idle?.worker ?? new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes }, env: {}, execArgv: [] });
    worker.removeAllListeners();
    worker.ref();
    this.#busy.add(worker);
    return worker;
  }

  #keep(worker: Worker): void {
    worker.unref();
    const drop = (): void => {
      const index = this.#idle.findIndex((one) => one.worker === worker);
      if (index >= 0) this.#idle.splice(index, 1);
      void worker.terminate();
    };
    worker.once('error', drop);
    this.#idle.push({ worker, timer: setTimeout(drop, waits).unref() });
  }
}
