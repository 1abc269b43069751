/**
 * `npm run seed:scale [-- ORGANISATIONS]`: fills an empty database with 200 organisations (or so many), each with 10 cohorts,
 * 250 learners, 1,000 enrolments and 100,000 events; `small` after the number makes them small. DATABASE_URL and DATA_DIR name it as for the server.
 */
import { dirname, join, resolve } from 'node:path';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing();
const root = dirname(import.meta.dirname);
const dataDir = resolve(process.env.DATA_DIR || 'data');
process.chdir(root);
const organisations = Number(process.argv[2] ?? 200);
if (!Number.isInteger(organisations) || organisations < 1 || organisations > 65_535) {
  console.error('Say how many organisations, 1 to 65,535.');
  process.exit(2);
}
const { build, compileTypeScript } = await import('./build.mjs');
await build();
await compileTypeScript(join(root, 'test/bench'), join(root, 'test/bench/dist'));
const { seedScale, counts, fullScale, smallScale } = await import('../test/bench/dist/scale/seed.js');

const env = { DATA_DIR: dataDir, ...(process.env.DATABASE_URL ? { DATABASE_URL: process.env.DATABASE_URL } : {}) };
const began = performance.now();
let said = 0;
await seedScale(env, { ...(process.argv[3] === 'small' ? smallScale : fullScale), organisations }, (done, all, what) => {
  const now = performance.now();
  if (now - said < 1000 && done < all) return;
  said = now;
  const width = 30;
  const full = Math.round((done / all) * width);
  process.stdout.write(`\r[${'#'.repeat(full)}${' '.repeat(width - full)}] ${what}: ${all === 1 ? `${Math.round(done * 100)} %` : `${done} of ${all}`}   `);
});
const found = await counts(env);
console.log(`\n${Object.entries(found).map(([table, count]) => `${count.toLocaleString('en')} rows of ${table}`).join(', ')}; ${Math.round((performance.now() - began) / 1000)} s`);
console.log('Sign in as admin@example.org, or as learner-0@example.org, each with "a long enough password".');
process.exit(0);
