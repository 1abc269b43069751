#!/usr/bin/env node
/** The `preceptor` command: builds what is missing or older than its source, then runs. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const rooms = ['libs/assessment', 'libs/course', 'libs/tracking', 'libs/packaging', 'apps/cli', 'apps/player'];

function isStale(room) {
  const built = statSync(join(root, room, 'dist/.built'), { throwIfNoEntry: false });
  if (built === undefined) return true;
  const source = join(root, room, 'src');
  return readdirSync(source, { recursive: true }).some((name) => statSync(join(source, name)).mtimeMs > built.mtimeMs);
}

const builder = join(root, 'scripts/build.mjs');
if (existsSync(builder)) {
  const stale = rooms.filter(isStale);
  if (stale.length > 0) {
    const { build } = await import(builder);
    try {
      await build({ rooms: stale, log: (line) => process.stderr.isTTY && console.error(line) });
    } catch (error) {
      console.error(`preceptor: ${stale.join(', ')} could not be built: ${error.message}`);
      process.exit(1);
    }
  }
}
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const { run } = await import('../dist/index.js');
process.exitCode = await run(process.argv.slice(2));
