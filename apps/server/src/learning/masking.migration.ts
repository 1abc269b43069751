import { randomBytes } from 'node:crypto';
import { migration } from '../platform/database/tables.js';

/**
 * The installation's secret by which learners are shown other ids of choices than their authors wrote: every server
 * finds the same, after a restart too. Attempts that were submitted before are shown so as well; those that are open
 * keep the ids that their learners' devices know.
 */
export const maskingMigration = migration('202611280130', 'LearningMasking', async (runner) => {
  await runner.query('CREATE TABLE learning_masking (id integer NOT NULL PRIMARY KEY, secret text NOT NULL)');
  await runner.query(`INSERT INTO learning_masking (id, secret) VALUES (1, '${randomBytes(32).toString('hex')}')`);
  await runner.query(`UPDATE learning_attempt SET form = '{"masked":true,' || substr(form, 2) WHERE submitted_at IS NOT NULL`);
});
