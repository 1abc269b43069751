/** Fills a database with the demo once for a whole run of the browser tests: each test file starts on a copy of it. */
import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

export default async function fill() {
  const data = await mkdtemp(join(tmpdir(), 'preceptor-demo-'));
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, DATABASE_URL: '', COURSES_DIR: join(root, 'courses'), NODE_ENV: 'development', LOG_LEVEL: 'error', NODE_OPTIONS: '' };
  const server = spawn(process.execPath, [join(root, 'apps/server/dist/main.js')], { cwd: data, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { server.once('exit', resolve); });
  let open = false;
  createInterface(server.stdout).on('line', (line) => {
    if (!line.includes('open at http://')) return;
    open = true;
    server.kill('SIGTERM');
  });
  await ended;
  if (!open) throw new Error('the server did not start: has the product been built?');
  process.env['DEMO_DATA'] = data;
}
