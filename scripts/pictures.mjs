/** `npm run pictures`: makes the pictures of the README and of the coordinators' manual anew, from the demo as it is now. */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing();
const { build } = await import('./build.mjs');
await build();
const { findChromium } = await import('./chromium.mjs');
const env = { ...process.env, PART: 'browser', UPDATE_IMAGES: '1', CHROMIUM_PATH: findChromium() };
const { status } = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--maxWorkers', '1', 'test/browser/manual.test.ts', 'test/browser/images.test.ts'], { cwd: dirname(import.meta.dirname), env, stdio: 'inherit' });
process.exit(status ?? 1);
