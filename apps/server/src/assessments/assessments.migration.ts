import { boolean, createTables, double, integer, text } from '../platform/database/tables.js';

const id = text();
const organisation = text({ references: 'organisation' });
const account = text({ references: 'account' });
const plan = text({ references: 'assessments_plan' });
const panel = text({ references: 'assessments_panel' });
const optionalText = text({ nullable: true });
const optionalInteger = integer({ nullable: true });

export const assessmentsMigrations = [createTables('202611271801', 'Assessments', [
  {
    name: 'assessments_plan', primary: ['id'], indexes: [['organisation_id', 'updated_at', 'id'], ['course_id']],
    columns: {
      id, organisation_id: organisation, course_id: text({ references: 'course' }), unit: text(), name: text(), title: text(), intro: text(), purpose: text(), pass_mark: double({ nullable: true }),
      pass_mark_panel: optionalText, max_attempts: optionalInteger, time_limit_seconds: optionalInteger, feedback: text(), navigation: text(), required: boolean(), banks: text(), blueprint: text(), wish: text(),
      revision: integer(), forms_revision: integer(), forms_before: optionalText, created_at: text(), updated_at: text(), updated_by: account,
    },
  },
  {
    name: 'assessments_form_item', primary: ['plan_id', 'form', 'place'], indexes: [['item_id']],
    columns: { plan_id: plan, form: text(), place: integer(), organisation_id: organisation, section: text(), item_id: text({ references: 'authoring_item' }), locked: boolean() },
  },
  {
    name: 'assessments_build', primary: ['plan_id'],
    columns: { plan_id: plan, organisation_id: organisation, build_id: text(), state: text(), revision: integer(), started_at: text(), until_at: text(), seconds: double({ nullable: true }), settled: boolean(), told: text() },
  },
  { name: 'assessments_panel', primary: ['id'], indexes: [['plan_id', 'id']], columns: { id, organisation_id: organisation, plan_id: plan, round: integer(), open: boolean(), opened_at: text(), opened_by: account } },
  { name: 'assessments_panel_item', primary: ['panel_id', 'place'], unique: [['panel_id', 'item_id']], columns: { panel_id: panel, place: integer(), item_id: text(), name: text(), points: double(), item: text() } },
  { name: 'assessments_panelist', primary: ['panel_id', 'account_id'], indexes: [['account_id']], columns: { panel_id: panel, account_id: account, organisation_id: organisation, invited_at: text() } },
  { name: 'assessments_rating', primary: ['panel_id', 'round', 'account_id', 'item_id'], columns: { panel_id: panel, round: integer(), account_id: account, item_id: text(), percent: integer(), at: text() } },
  {
    name: 'assessments_publication', primary: ['id'], indexes: [['plan_id', 'id']],
    columns: { id, organisation_id: organisation, plan_id: plan, course_version_id: text({ references: 'course_version' }), revision: integer(), forms_revision: integer(), account_id: account, at: text() },
  },
])];
