import type { OneRosterQuery, RosterColumn, RosterHeadFragment, RosterOutcome } from '../generated/graphql.js';
import { plural } from '../time/words.js';

/** A roster that was read. */
export type Roster = NonNullable<OneRosterQuery['rosterImport']>;
export type Counts = RosterHeadFragment['counts'];

/** What a column may hold, in the order in which people are asked. */
export const columnWords: Record<RosterColumn, string> = {
  EMAIL: 'E-mail address', NAME: 'Whole name', GIVEN_NAME: 'Given name', FAMILY_NAME: 'Family name', COHORT: 'Cohort', ROLE: 'Role', DUE_ON: 'Due day',
  LICENCE_TYPE: 'Licence type', LICENCE_NUMBER: 'Licence number', LICENCE_STATE: 'Licence state', LICENCE_EXPIRES_ON: 'Licence expiry', EXTERNAL_ID: 'Id in another system',
};
export const outcomeWords: Record<RosterOutcome, { before: string; after: string; many: string; sign: string; kind: 'good' | 'bad' | 'quiet' }> = {
  NEW: { before: 'New account', after: 'New account', many: 'New accounts', sign: '+', kind: 'good' },
  ENROLLED: { before: 'Will be enrolled', after: 'Enrolled', many: 'Known, enrolled', sign: '✓', kind: 'good' },
  WAITING: { before: 'Full: will wait in line', after: 'On the waiting list', many: 'On the waiting list', sign: '…', kind: 'quiet' },
  CHANGED: { before: 'Will change', after: 'Changed', many: 'Changed', sign: '✎', kind: 'good' },
  NOTHING: { before: 'Is so already', after: 'Was so already', many: 'So already', sign: '–', kind: 'quiet' },
  REFUSED: { before: 'Can’t come in', after: 'Refused', many: 'Refused', sign: '✕', kind: 'bad' },
};
export const fieldWords: Record<string, string> = { role: 'role', dueOn: 'due day', licenceType: 'licence type', licenceNumber: 'licence number', licenceState: 'licence state', licenceExpiresOn: 'licence expiry', externalId: 'id in another system' };

/** What would come, or came, of a roster, as a sentence. */
export function countsInWords({ created, enrolled, waiting, changed, nothing, refused }: Counts, done: boolean): string {
  const parts = [
    created > 0 ? `${plural(created, 'new account')}` : '',
    enrolled > 0 ? `${plural(enrolled, 'person', 'people')} ${done ? 'enrolled' : 'to enrol'} who ${enrolled === 1 ? 'has' : 'have'} an account already` : '',
    waiting > 0 ? `${plural(waiting, 'person', 'people')} ${done ? 'put on the waiting list' : 'for the waiting list, as the cohort is full'}` : '',
    changed > 0 ? `${plural(changed, 'change')} to people who are enrolled` : '',
    nothing > 0 ? `${plural(nothing, 'row')} ${done ? 'that needed' : nothing === 1 ? 'that needs' : 'that need'} nothing` : '',
    refused > 0 ? `${plural(refused, 'row')} refused` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Nothing.' : `${parts.join(', ')}.`;
}
