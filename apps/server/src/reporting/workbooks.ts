import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Mutex } from '../platform/database/mutex.js';
import { platformErrors } from '../platform/errors.js';
import type { Sheet } from './workbook.js';

/** A thread runs compiled code, whether this module does or not. */
const program = join(import.meta.dirname.replace(/([\\/])src([\\/]reporting)$/, '$1dist$2'), 'workbook-worker.js');
const limits = { seconds: 60, megabytes: 512, waiting: 20 };

/** Where Excel workbooks are made: one at a time, each in a thread of its own with limits on time and memory, so that nobody's request waits for it. */
@Injectable()
export class Workbooks implements BeforeApplicationShutdown {
  readonly #line = new Mutex();
  #waiting = 0;
  #stopped = false;
  #worker: Worker | null = null;

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
  }

  /** Throws UNAVAILABLE where many wait already, or where it takes more than the limits. */
  async make(sheet: Sheet): Promise<Buffer> {
    if (this.#waiting >= limits.waiting) throw platformErrors.UNAVAILABLE({ says: 'Many files are being made. Try again in a minute.' });
    this.#waiting += 1;
    try {
      return await this.#line.run(() => this.#run(sheet));
    } finally {
      this.#waiting -= 1;
    }
  }

  #run(sheet: Sheet): Promise<Buffer> {
    if (this.#stopped) return Promise.reject(platformErrors.UNAVAILABLE());
    return new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: sheet, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } });
      this.#worker = worker;
      const timer = setTimeout(() => void worker.terminate(), limits.seconds * 1000);
      worker.once('message', (bytes: Uint8Array) => { resolve(Buffer.from(bytes)); });
      worker.once('error', reject);
      worker.once('exit', () => {
        clearTimeout(timer);
        this.#worker = null;
        reject(platformErrors.UNAVAILABLE({ says: 'The file took more time or memory than there is. Export it as CSV instead.' }));
      });
    });
  }
}
