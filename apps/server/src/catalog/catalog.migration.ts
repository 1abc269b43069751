import { createTables, integer, text } from '../platform/database/tables.js';

const organisation = text({ references: 'organisation' });

export const catalogMigrations = [createTables('202611240200', 'Catalog', [
  {
    name: 'course', primary: ['id'], unique: [['organisation_id', 'slug']], indexes: [['organisation_id', 'title', 'id']],
    columns: { id: text(), organisation_id: organisation, slug: text(), title: text(), language: text(), description: text(), created_at: text() },
  },
  {
    name: 'course_version', primary: ['id'], unique: [['course_id', 'number'], ['course_id', 'hash']],
    columns: {
      id: text(), course_id: text({ references: 'course' }), organisation_id: organisation, number: integer(), hash: text(),
      label: text(), title: text(), compiled: text(), published_at: text(),
    },
  },
])];
