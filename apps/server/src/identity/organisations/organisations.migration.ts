import { createTables, integer, text } from '../../platform/database/tables.js';

const organisation = text({ references: 'organisation' });

export const organisationsMigration = createTables('202611280545', 'OrganisationSettings', [
  { name: 'organisation_setting', primary: ['organisation_id'], columns: { organisation_id: organisation, settings: text(), revision: integer(), changed_at: text(), changed_by: text() } },
  { name: 'organisation_logo', primary: ['organisation_id'], columns: { organisation_id: organisation, media_type: text(), base64: text(), hash: text() } },
]);
