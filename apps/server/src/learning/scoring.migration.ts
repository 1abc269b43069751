import { migration } from '../platform/database/tables.js';

const added = ['machine', 'given', 'correction'];

/** Scores that people give stand apart from those of the machine; corrections of items stand by their version. */
export const scoringMigration = migration('202611271641', 'LearningScoring', async (runner) => {
  for (const name of added) await runner.query(`ALTER TABLE learning_response ADD COLUMN ${name} text`);
  await runner.query('CREATE TABLE learning_correction (course_version_id text NOT NULL REFERENCES course_version (id), item_id text NOT NULL, correction text NOT NULL, set_at text NOT NULL, PRIMARY KEY (course_version_id, item_id))');
  // Few answers wait for a person at a time: both engines find them without reading the rest.
  await runner.query("CREATE INDEX i_learning_response_pending ON learning_response (course_version_id, item_id) WHERE outcome = 'pending'");
});
