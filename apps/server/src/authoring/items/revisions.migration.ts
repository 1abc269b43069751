import { migration } from '../../platform/database/tables.js';

/** Saves that follow each other within a short while are one entry of the history that is shown. */
export const revisionsMigration = migration('202611271611', 'AuthoringRevisions', async (runner) => {
  await runner.query('ALTER TABLE "authoring_revision" ADD COLUMN "folded" boolean NOT NULL DEFAULT false');
  await runner.query(`ALTER TABLE "authoring_revision" ADD COLUMN "began_at" text NOT NULL DEFAULT ''`);
});

/** Which editor saved a revision, so that a save whose answer was lost is no conflict with the next. */
export const editorsMigration = migration('202611271831', 'AuthoringEditors', async (runner) => {
  await runner.query('ALTER TABLE "authoring_revision" ADD COLUMN "editor" text');
});
