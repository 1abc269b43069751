import { migration } from '../../platform/database/tables.js';

/**
 * The words of items. On SQLite an FTS5 table without a copy of the words indexes `authoring_item_text`, kept by
 * triggers (https://www.sqlite.org/fts5.html#external_content_tables); on PostgreSQL a tsvector that the database
 * makes itself, under a GIN index. Words arrive without accents, so both engines find alike.
 */
export const itemIndexMigrations = [migration('202611271601', 'ItemIndex', async (runner) => {
  const statements = runner.connection.options.type === 'postgres' ? onPostgres : onSqlite;
  for (const statement of statements) await runner.query(statement);
})];

const onPostgres = [
  `CREATE TABLE "authoring_item_text" (
    "item_id" text PRIMARY KEY, "organisation_id" text NOT NULL, "words" text NOT NULL,
    "vector" tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, "words")) STORED)`,
  'CREATE INDEX "i_authoring_item_text_vector" ON "authoring_item_text" USING GIN ("vector")',
];

const forget = `INSERT INTO "authoring_item_fts" ("authoring_item_fts", rowid, "words") VALUES ('delete', old."number", old."words");`;
const learn = 'INSERT INTO "authoring_item_fts" (rowid, "words") VALUES (new."number", new."words");';
const onSqlite = [
  // Its own number, since a rowid without a name may change when the file is vacuumed.
  'CREATE TABLE "authoring_item_text" ("number" INTEGER PRIMARY KEY, "item_id" text NOT NULL UNIQUE, "organisation_id" text NOT NULL, "words" text NOT NULL)',
  `CREATE VIRTUAL TABLE "authoring_item_fts" USING fts5("words", content='authoring_item_text', content_rowid='number', tokenize='unicode61 remove_diacritics 2', prefix='2 3')`,
  `CREATE TRIGGER "authoring_item_text_added" AFTER INSERT ON "authoring_item_text" BEGIN ${learn} END`,
  `CREATE TRIGGER "authoring_item_text_removed" AFTER DELETE ON "authoring_item_text" BEGIN ${forget} END`,
  `CREATE TRIGGER "authoring_item_text_changed" AFTER UPDATE ON "authoring_item_text" BEGIN ${forget} ${learn} END`,
];
