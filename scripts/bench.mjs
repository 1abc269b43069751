/**
 * `npm run bench [NAME …]`: the ratios that Preceptor holds itself to, written with the machine's size to
 * docs/benchmarks.md when all of them were run. Each is a ratio within one run, never a bare time.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { hasCommand, installDebianPackages } from './debian.mjs';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing();
if (!hasCommand('zip') && !installDebianPackages(['zip'])) {
  console.error('The packaging bench compares with zip: install it.');
  process.exit(1);
}
const root = dirname(import.meta.dirname);
process.chdir(root);
const { build, compileTypeScript } = await import('./build.mjs');
await build();
await compileTypeScript(join(root, 'test/bench'), join(root, 'test/bench/dist'));
const { benches } = await import('../test/bench/dist/index.js');

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`no bench is called ${unknown.join(', ')}; they are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
const rows = [];
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  console.log(`${name} …`);
  for (const row of await benches[name]()) {
    rows.push(row);
    console.log(`  ${row.what}: ${row.figure} (to reach: ${row.target})${row.met ? '' : '  MISSED'}`);
  }
}
if (asked.length === 0) await writeFile(join(root, 'docs/benchmarks.md'), page(rows));
process.exit(rows.every((row) => row.met) ? 0 : 1);

function page(all) {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const table = all.map((row) => `| ${row.what} | ${row.figure} | ${row.target} | ${row.met ? 'yes' : 'no'} | ${row.how} |`);
  return `# Benchmarks\n\nWritten by \`npm run bench\` on ${machine}. Ratios are taken within one run: what is compared runs in turn on the same machine.\n\n| what | figure | to reach | reached | how |\n| --- | --- | --- | --- | --- |\n${table.join('\n')}\n`;
}
