import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Verification, VerifyOptions } from './verification.js';

export interface ProcessOptions {
  /** seconds until the process is killed; 60 unless said otherwise */
  seconds?: number;
  /** MB that its JavaScript may take; 256 unless said otherwise */
  megabytes?: number;
  signal?: AbortSignal;
}

/** The process ended without a result: `TIME`, `MEMORY`, `ABORTED` by the caller's signal, or `CRASHED`. */
export class VerifyProcessError extends Error {
  override readonly name = 'VerifyProcessError';
  constructor(readonly code: 'TIME' | 'MEMORY' | 'ABORTED' | 'CRASHED', message: string) {
    super(message);
  }
}

/** The child runs compiled code, whether this module does or not. */
const child = join(import.meta.dirname.replace(/([\\/])src([\\/]verify)$/, '$1dist$2'), 'process-child.js');

/**
 * `verifyPackage` in a process of its own, with limits on time and memory: for a server, which must outlive whatever a
 * stranger's file does. Not played unless `play` is set.
 */
export function verifyInProcess(file: string, options: Omit<VerifyOptions, 'signal'> = {}, { seconds = 60, megabytes = 256, signal }: ProcessOptions = {}): Promise<Verification> {
  return new Promise((resolve, reject) => {
    const started = fork(child, [], { execArgv: [`--max-old-space-size=${megabytes}`], env: environment(), stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'json' });
    let errors = '';
    let done = false;
    const end = (settle: () => void): void => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      started.kill('SIGKILL');
      settle();
    };
    const timer = setTimeout(() => end(() => reject(new VerifyProcessError('TIME', `Looking at the package took more than ${seconds} seconds.`))), seconds * 1000);
    const aborted = (): void => end(() => reject(new VerifyProcessError('ABORTED', 'It was ended.')));
    signal?.addEventListener('abort', aborted);
    started.stderr?.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-4_000);
    });
    started.on('message', (message: { result: Verification } | { failed: string }) => end(() => ('result' in message ? resolve(message.result) : reject(new VerifyProcessError('CRASHED', message.failed)))));
    started.on('error', (error) => end(() => reject(new VerifyProcessError('CRASHED', error.message))));
    started.on('exit', () => end(() => reject(/heap out of memory|allocation failed/i.test(errors) ? new VerifyProcessError('MEMORY', `Looking at the package took more than ${megabytes} MB.`) : new VerifyProcessError('CRASHED', 'Looking at the package ended without a result.'))));
    if (signal?.aborted === true) aborted();
    else started.send({ file, options: { play: false, ...options } });
  });
}

/** Nothing of the server's environment, where passwords may stand. */
function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'CHROMIUM_PATH'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
