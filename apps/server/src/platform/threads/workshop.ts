import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { platformErrors } from '../errors.js';
import type { Answer } from './thread.js';

const limits = { seconds: 120, megabytes: 512 };
/** A thread that has nothing to do waits so long for the next task, since to begin costs it a second; milliseconds. */
const waits = 30_000;

/** What is thrown where a task takes too long or too much memory, and where what it was given can't be worked on. */
export interface Refusals { exceeded: () => Error; refused: (why: string) => Error }

/** The program `worker.js` beside a module of the server: a thread runs compiled code, whether the module does or not. */
export const programBeside = (folder: string): string => join(folder.replace(/([\\/])src([\\/][\w-]+)$/, '$1dist$2'), 'worker.js');

/** Threads in which a program works on what people send, with limits on time and memory, so that nobody's file keeps learners waiting. */
export class Workshop<Task> {
  readonly #idle: { worker: Worker; timer: NodeJS.Timeout }[] = [];
  readonly #busy = new Set<Worker>();
  #stopped = false;

  constructor(private readonly program: string) {}

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { timer } of this.#idle) clearTimeout(timer);
    await Promise.all([...this.#busy, ...this.#idle.map(({ worker }) => worker)].map((worker) => worker.terminate()));
  }

  run(task: Task, { exceeded, refused }: Refusals): Promise<unknown> {
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
        else reject('refused' in answer ? refused(answer.refused) : new Error(answer.failed));
      }, !('failed' in answer)));
      worker.once('error', (fault: NodeJS.ErrnoException) => end(() => reject(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? exceeded() : fault), false));
      worker.once('exit', () => end(() => reject(this.#stopped ? platformErrors.UNAVAILABLE() : new Error('The thread ended without an answer.')), false));
      worker.postMessage(task);
    });
  }

  #take(): Worker {
    const idle = this.#idle.pop();
    if (idle !== undefined) clearTimeout(idle.timer);
    const worker = idle?.worker ?? new Worker(this.program, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes }, env: {}, execArgv: [] });
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
