import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, type ExitCode, type Terminal } from '../terminal.js';

/**
 * `preceptor backup`, `restore` and `rotate-keys`: what the server's tables and settings decide. The command line starts the
 * server's own entry for it instead of importing the server, so that it stays small and one app does not rest on another.
 */
export async function operate(args: string[], terminal: Terminal): Promise<ExitCode> {
  const entry = join(import.meta.dirname, '../../../server/dist/operate.js');
  if (await stat(entry).catch(() => null) === null) throw new CommandError(1, 'the server is not built: run "npm run build" first.');
  const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (piece: Buffer) => terminal.out.write(piece));
  child.stderr.on('data', (piece: Buffer) => terminal.err.write(piece));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return code === 0 || code === 2 ? code : 1;
}
