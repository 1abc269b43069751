/** Installs npm packages when the lock file is newer than what is installed. Uses Node alone, so it runs in a fresh clone. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { hasCommand, installDebianPackages } from './debian.mjs';

const root = dirname(import.meta.dirname);
const mark = join(root, 'node_modules/.installed');

/** @returns {void} installed, or the process ends with a sentence */
export function installWhatIsMissing() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Preceptor needs Node 20.19 or later; this is Node ${process.versions.node}.`);
    process.exit(1);
  }
  const digest = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).update(process.version).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return;
  const compilers = { python3: 'python3', make: 'make', 'g++': 'g++' };
  const missing = Object.keys(compilers).filter((command) => !hasCommand(command));
  if (missing.length > 0 && process.platform === 'linux') installDebianPackages(missing.map((command) => compilers[command]));
  console.log('installing packages (once; some are compiled, which can take two minutes) …');
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('npm could not install the packages: its reason is above. better-sqlite3 may need python3, make and g++ to be compiled.');
    process.exit(1);
  }
  writeFileSync(mark, digest);
}
