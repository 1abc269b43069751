import { boolean, createTables, integer, text } from '../platform/database/tables.js';
import { alikeMigration } from './duplicates/alike.migration.js';
import { editorsMigration, revisionsMigration } from './items/revisions.migration.js';
import { itemListMigrations } from './lists/item-lists.migration.js';
import { itemIndexMigrations } from './search/item-index.migration.js';

const id = text();
const organisation = text({ references: 'organisation' });
const account = text({ references: 'account' });
const item = text({ references: 'authoring_item' });
const optionalText = text({ nullable: true });
const optionalInteger = integer({ nullable: true });

export const authoringMigrations = [createTables('202611271500', 'Authoring', [
  {
    name: 'authoring_bank', primary: ['id'], unique: [['organisation_id', 'name']],
    columns: { id, organisation_id: organisation, name: text(), title: text(), course_id: text({ nullable: true, references: 'course' }), unit: optionalText, created_at: text() },
  },
  {
    name: 'authoring_folder', primary: ['id'], indexes: [['bank_id', 'parent_id']],
    columns: { id, organisation_id: organisation, bank_id: text({ references: 'authoring_bank' }), parent_id: optionalText, title: text() },
  },
  {
    name: 'authoring_item', primary: ['id'], unique: [['bank_id', 'name']], indexes: [['organisation_id', 'updated_at', 'id'], ['bank_id', 'folder_id'], ['organisation_id', 'state']],
    columns: {
      id, organisation_id: organisation, bank_id: text({ references: 'authoring_bank' }), folder_id: text({ nullable: true, references: 'authoring_folder' }),
      name: text(), state: text(), revision: integer(), approved_version: optionalInteger, kind: text(), level: optionalText, difficulty: optionalText,
      stem: text(), statements: text(), tags: text(), sound: boolean(), findings: integer(), author_id: account, created_at: text(), updated_at: text(), updated_by: account,
    },
  },
  {
    name: 'authoring_revision', primary: ['item_id', 'revision'], indexes: [['item_id', 'version']],
    columns: { item_id: item, revision: integer(), organisation_id: organisation, document: text(), version: optionalInteger, cause: text(), saved_by: account, saved_at: text() },
  },
  {
    name: 'authoring_decision', primary: ['id'], indexes: [['item_id', 'id']],
    columns: { id, item_id: item, organisation_id: organisation, revision: integer(), from_state: text(), to_state: text(), note: optionalText, account_id: account, at: text() },
  },
  {
    name: 'authoring_comment', primary: ['id'], indexes: [['item_id', 'id']],
    columns: {
      id, item_id: item, organisation_id: organisation, revision: integer(), place: text(), reply_to: optionalText, text: text(), account_id: account, at: text(),
      resolved_at: optionalText, resolved_by: optionalText,
    },
  },
  {
    name: 'authoring_waiver', primary: ['item_id', 'rule'],
    columns: { item_id: item, rule: text(), organisation_id: organisation, reason: text(), account_id: account, at: text() },
  },
  {
    name: 'authoring_medium', primary: ['id'], unique: [['organisation_id', 'path']],
    columns: {
      id, organisation_id: organisation, path: text(), sha256: text(), media_type: text(), bytes: integer(), width: optionalInteger, height: optionalInteger,
      account_id: account, created_at: text(),
    },
  },
  {
    name: 'authoring_bulk_change', primary: ['id'], indexes: [['organisation_id', 'id']],
    columns: { id, organisation_id: organisation, said: text(), before: text(), account_id: account, at: text(), undone_at: optionalText },
  },
]), ...itemIndexMigrations, ...itemListMigrations, revisionsMigration, editorsMigration, alikeMigration];
