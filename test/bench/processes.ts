import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Running { url: string; child: ChildProcess; stop(signal?: NodeJS.Signals): Promise<void> }

/** Starts a program in a process of its own and waits until it prints where it listens. Needs the repository's root as the working directory. */
export async function startProgram(file: string, env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [file], { cwd: process.cwd(), env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', () => { reject(new Error(`${file} ended: ${said}`)); });
  });
  return {
    url, child,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended;
    },
  };
}

export const administrator = { email: 'admin@example.org', password: 'a long enough password' };
/** The built server, with the small course among its sources. */
export const startBuiltServer = (env: Record<string, string>): Promise<Running> => startProgram('apps/server/dist/main.js', {
  NODE_ENV: 'production', LOG_LEVEL: 'warn', COURSES_DIR: join(process.cwd(), 'test/fixtures'), ADMIN_EMAIL: administrator.email, ADMIN_PASSWORD: administrator.password, ...env,
});
