import { TableColumn } from 'typeorm';
import { boolean, createTables, integer, migration, text } from '../platform/database/tables.js';

const organisation = text({ references: 'organisation' });

export const statisticsMigrations = [createTables('202611271652', 'Statistics', [
  {
    name: 'statistics_analysis', primary: ['id'], unique: [['organisation_id', 'course_id', 'assessment_id', 'filter']], indexes: [['computed_at']],
    columns: {
      id: text(), organisation_id: organisation, course_id: text({ references: 'course' }), assessment_id: text(), filter: text(), title: text(),
      computed_at: text(), attempts: integer(), last_at: text({ nullable: true }), basis: text(), test: text(),
    },
  },
  {
    name: 'statistics_item', primary: ['analysis_id', 'item_id'], indexes: [['analysis_id', 'place'], ['organisation_id', 'whole', 'rank']],
    columns: { analysis_id: text({ references: 'statistics_analysis' }), item_id: text(), place: integer(), rank: integer(), organisation_id: organisation, whole: boolean(), data: text() },
  },
]), createTables('202611271653', 'StatisticsDismissals', [
  {
    name: 'statistics_dismissal', primary: ['id'], indexes: [['organisation_id', 'course_id', 'item_id']],
    columns: {
      id: text(), organisation_id: organisation, course_id: text({ references: 'course' }), item_id: text(), codes: text(), rank: integer(), reason: text(),
      account_id: text({ references: 'account' }), at: text(), reopened_at: text({ nullable: true }),
    },
  },
]), migration('202611271654', 'StatisticsDismissed', async (runner) => {
  await runner.addColumn('statistics_item', new TableColumn({ name: 'dismissal_id', type: 'text', isNullable: true }));
})];
