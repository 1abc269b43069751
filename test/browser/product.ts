import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');
const stopsWithin = 10_000;

/** The product as its users meet it: the built server in a process of its own, with the demo loaded, on a free port. */
export interface Product {
  url: string;
  stop(): Promise<void>;
}

/** `alsoCourses`: further course sources, by path, that can be published; `env`: settings besides. */
export async function startProduct({ alsoCourses = [], env = {} }: { alsoCourses?: string[]; env?: Record<string, string> } = {}): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'preceptor-browser-'));
  // Filled with the demo already where a whole run of the tests began (one-demo.mjs).
  const filled = process.env['DEMO_DATA'];
  if (filled !== undefined) await cp(filled, join(folder, 'data'), { recursive: true });
  const courses = join(folder, 'courses');
  await cp(join(root, 'courses'), courses, { recursive: true });
  for (const course of alsoCourses) await cp(join(root, course), join(courses, course.split('/').at(-1) ?? ''), { recursive: true });
  const server = spawn(process.execPath, [join(root, 'apps/server/dist/main.js')], {
    cwd: folder,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), DATABASE_URL: '', COURSES_DIR: courses, NODE_ENV: 'development', LOG_LEVEL: 'error', NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    await ended(server);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await openAt(server), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that the server says it is open at, once it says so. */
function openAt(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`the server did not start; it said: ${said.join(' / ')}`)));
    if (server.stdout === null) return reject(new Error('the server has no output'));
    createInterface(server.stdout).on('line', (line) => {
      said.push(line);
      const url = /open at (http:\/\/\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.kill('SIGKILL'), stopsWithin);
    server.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    server.kill('SIGTERM');
  });
}
