/** After a part of the tests: what begin.mjs started is stopped and removed. */
import stopPostgres from '../api/no-postgres.mjs';
import removeDemo from '../browser/no-demo.mjs';
import { removeMigrated } from './migrated.mjs';

export default async function end() {
  await stopPostgres();
  if (process.env['PART'] === 'api') await removeMigrated();
  if (process.env['PART'] === 'browser') await removeDemo();
}
