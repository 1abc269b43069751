import { boolean, createTables, integer, text } from '../platform/database/tables.js';

const organisation = text({ references: 'organisation' });
const optionalText = text({ nullable: true });

export const liveSessionsMigrations = [createTables('202611280544', 'LiveSessions', [
  {
    name: 'live_session', primary: ['id'], indexes: [['cohort_id', 'starts_at', 'id'], ['organisation_id', 'starts_at'], ['starts_at']],
    columns: {
      id: text(), organisation_id: organisation, cohort_id: text({ references: 'cohort' }), title: text(), description: text(), starts_at: text(), ends_at: text(), time_zone: text(), link: optionalText, place: optionalText,
      unit_id: optionalText, facilitators: text(), counts: boolean(), cancelled: boolean(), cancel_reason: optionalText, revision: integer(), code_secret: text(), created_at: text(), changed_at: text(),
    },
  },
  {
    name: 'live_attendance', primary: ['session_id', 'account_id'], indexes: [['account_id']],
    columns: { session_id: text({ references: 'live_session' }), account_id: text({ references: 'account' }), mark: text(), minutes: integer({ nullable: true }), how: text(), at: text(), set_by: text() },
  },
  {
    name: 'live_change', primary: ['id'], indexes: [['session_id', 'id']],
    columns: { id: text(), organisation_id: organisation, session_id: text({ references: 'live_session' }), account_id: optionalText, says: text(), at: text(), set_by: text() },
  },
  { name: 'live_calendar', primary: ['organisation_id', 'account_id'], unique: [['secret_hash']], columns: { organisation_id: organisation, account_id: text({ references: 'account' }), secret: text(), secret_hash: text(), made_at: text() } },
])];
