/**
 * `npm test`: every check, in the order of what fails fastest. `npm test -- PART …` runs parts alone; `npm run test:all`
 * plays every package in every way, which takes longer.
 * Ends with the plain line `N passed, N failed`; exit 0 only when nothing failed and every part ran something.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hasCommand, installDebianPackages } from './debian.mjs';
import { installWhatIsMissing } from './install.mjs';

const root = dirname(import.meta.dirname);
const bin = (name) => join(root, 'node_modules', name);
const tsc = bin('typescript-native/bin/tsc');

/** What each part runs. `command` counts as one check; `jest` counts its tests. */
const parts = {
  types: {
    checks: ['tsconfig.json', 'apps/web/tsconfig.json', 'apps/player/tsconfig.json'].map((project) => ({ name: `types of ${project}`, command: [process.execPath, tsc, '--noEmit', '-p', project] })),
  },
  lint: { checks: [{ name: 'lint', command: [process.execPath, bin('oxlint/bin/oxlint'), '--deny-warnings'] }] },
  rules: { jest: [{ name: 'rules between rooms', part: 'rules' }] },
  unit: { needs: ['fonts'], jest: [{ name: 'unit', part: 'unit' }] },
  api: {
    needs: ['build'],
    jest: [
      { name: 'API on SQLite', part: 'api', env: { TEST_DATABASE: 'sqlite' } },
      { name: 'API on PostgreSQL', part: 'api', env: { TEST_DATABASE: 'postgres' } },
    ],
  },
  faults: { needs: ['build', 'nginx'], jest: [{ name: 'faults', part: 'faults' }] },
  packages: { needs: ['build', 'chromium'], jest: [{ name: 'packages', part: 'packages' }] },
  browser: { needs: ['build', 'chromium'], jest: [{ name: 'browser', part: 'browser' }] },
};

const asked = process.argv.slice(2).filter((word) => word !== '--all');
/** Every standard in every structure is played, where otherwise each is played once. */
const all = process.argv.includes('--all');
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`no part is called ${unknown.join(', ')}; the parts are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
const chosen = asked.length > 0 ? asked : Object.keys(parts);

installWhatIsMissing();
if (chosen.some((name) => parts[name].needs?.includes('build'))) {
  const { build } = await import('./build.mjs');
  await build();
}
// A certificate is printed with a name from right to left: its letters come from a font of the machine.
if (chosen.some((name) => parts[name].needs?.includes('fonts')) && !existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf') && !installDebianPackages(['fonts-dejavu-core'])) {
  console.error('The unit tests print names in Arabic and Hebrew: install the font DejaVu (fonts-dejavu-core).');
  process.exit(1);
}
// The balancer of compose.yaml, for the test that kills a server behind it.
if (chosen.some((name) => parts[name].needs?.includes('nginx')) && !hasCommand('nginx') && !installDebianPackages(['nginx-light'])) {
  console.error('The tests of faults put a balancer before two servers: install nginx.');
  process.exit(1);
}
const { findChromium } = await import('./chromium.mjs');
const chromium = chosen.some((name) => parts[name].needs?.includes('chromium')) ? findChromium() : undefined;

const totals = { passed: 0, failed: 0 };
const summary = [];
for (const name of chosen) {
  for (const check of parts[name].checks ?? []) await counted(check.name, async () => ((await run(check.command, {})) === 0 ? [1, 0] : [0, 1]));
  for (const suite of parts[name].jest ?? []) await counted(suite.name, () => jest(suite));
}
console.log(`\n${summary.join('\n')}\n`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

async function counted(name, check) {
  console.log(`\n--- ${name}`);
  const began = performance.now();
  const [passed, failed] = await check();
  totals.passed += passed;
  totals.failed += failed;
  summary.push(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} passed, ${failed} failed in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  console.log(summary.at(-1));
}

async function jest({ part, env = {} }) {
  const folder = await mkdtemp(join(tmpdir(), 'preceptor-test-'));
  const file = join(folder, 'result.json');
  // The killed servers of the faults are to have the machine to themselves.
  const workers = part === 'faults' ? '1' : '2';
  const command = [process.execPath, '--experimental-vm-modules', '--no-warnings', bin('jest/bin/jest.js'), '--json', `--outputFile=${file}`, '--maxWorkers', workers, '--silent=false'];
  await run(command, { PART: part, ...(all ? { TEST_ALL: '1' } : {}), ...env, ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }) });
  const result = await readFile(file, 'utf8').then(JSON.parse, () => null);
  await rm(folder, { recursive: true });
  if (result === null) return [0, 1];
  // A suite that could not be loaded counts as one failure; a part without a test has not passed.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return [result.numPassedTests, result.numTotalTests === 0 ? Math.max(1, failed) : failed];
}

/** Runs a command, its output shown as it comes (the JSON that jest prints besides its file is left out). */
function run([program, ...args], env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', args.includes('--json') ? 'ignore' : 'inherit', 'inherit'] });
    child.on('close', (code) => resolve(code ?? 1));
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
  });
}
