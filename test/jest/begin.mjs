/** Before a part of the tests: what they start is built, if it changed; then one PostgreSQL, or one filled demo, for all its files. */
import { build, libraries } from '../../scripts/build.mjs';
import startPostgres from '../api/one-postgres.mjs';
import fillDemo from '../browser/one-demo.mjs';
import { migrateOnce } from './migrated.mjs';

export default async function begin() {
  const browser = process.env['PART'] === 'browser';
  await build(browser ? {} : { rooms: libraries });
  if (process.env['TEST_DATABASE'] === 'postgres') await startPostgres();
  if (process.env['PART'] === 'api') await migrateOnce();
  if (browser) await fillDemo();
}
