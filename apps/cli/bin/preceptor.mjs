#!/usr/bin/env node
/** The `preceptor` command: builds what is missing or older than its source, then runs. */
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { bundleCommandLine, bundlePath } from '../bundle.mjs';

// The heap grows in small steps, at the cost of some time, so that a large course is packaged within 150 MB.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=100');

const root = join(import.meta.dirname, '../../..');
const sources = (...rooms) => rooms.map((room) => join(root, room, 'src'));

/** Whether a built file is missing, or any of what it is made from, or by, is newer. */
function isStale(built, folders) {
  const found = statSync(built, { throwIfNoEntry: false });
  if (found === undefined || statSync(join(root, 'apps/cli/bundle.mjs')).mtimeMs > found.mtimeMs) return true;
  return folders.some((folder) => readdirSync(folder, { recursive: true }).some((name) => statSync(join(folder, name)).mtimeMs > found.mtimeMs));
}

async function buildPlayer() {
  const built = join(root, 'apps/player/dist/.built');
  if (!isStale(built, sources('apps/player', 'libs/assessment', 'libs/course', 'libs/tracking'))) return;
  const { build } = await import('../../../scripts/build.mjs');
  await build({ rooms: ['apps/player'], log: (line) => process.stderr.isTTY && console.error(line) });
  utimesSync(built, new Date(), new Date());
}

async function buildServer() {
  const { build } = await import('../../../scripts/build.mjs');
  await build({ rooms: ['libs/assessment', 'libs/course', 'libs/tracking', 'libs/packaging', 'apps/server'], log: (line) => process.stderr.isTTY && console.error(line) });
}

try {
  if (isStale(bundlePath, sources('apps/cli', 'libs/assessment', 'libs/course', 'libs/tracking', 'libs/packaging'))) await bundleCommandLine();
  if (['package', 'preview'].includes(process.argv[2])) await buildPlayer();
  if (['backup', 'restore', 'rotate-keys'].includes(process.argv[2])) await buildServer();
} catch (error) {
  console.error(`preceptor: could not be built: ${error.message}`);
  process.exit(1);
}
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const { run } = await import(bundlePath);
process.exitCode = await run(process.argv.slice(2));
