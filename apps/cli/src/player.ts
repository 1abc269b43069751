import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { playerBuildIn, type PlayerBuild } from '@preceptor/packaging';
import { CommandError } from './terminal.js';

/** The built player; fails with a sentence when it was not built. */
export async function playerBuild(): Promise<PlayerBuild> {
  const folder = process.env['PRECEPTOR_PLAYER'] ?? join(import.meta.dirname, '../../player/dist');
  const found = await stat(join(folder, 'player.js')).catch(() => null);
  if (found === null || !found.isFile()) throw new CommandError(1, 'the player is not built: run "npm run build" first.');
  return playerBuildIn(folder);
}
