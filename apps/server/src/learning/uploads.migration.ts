import { boolean, createTables, integer, text } from '../platform/database/tables.js';

export const uploadsMigration = createTables('202611271701', 'LearningUploads', [
  {
    name: 'learning_upload', primary: ['id'], indexes: [['enrolment_id', 'item_id'], ['settled', 'uploaded_at'], ['sha256']],
    columns: { id: text(), enrolment_id: text({ references: 'enrolment' }), item_id: text(), name: text(), media_type: text(), bytes: integer(), sha256: text(), uploaded_at: text(), settled: boolean() },
  },
]);
