import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from './terminal.js';

/** Where the built player lies; fails with a sentence when it was not built. */
export async function playerScript(): Promise<string> {
  const path = process.env['PRECEPTOR_PLAYER'] ?? join(import.meta.dirname, '../../player/dist/player.js');
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new CommandError(1, 'the player is not built: run "npm run build" first.');
  return path;
}
