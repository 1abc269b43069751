import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RosterPerson } from '../mapping/read-person.js';
import { type Plan, planRow, type Roll, type RollPerson } from './plan.js';

const none = { type: null, number: null, state: null, expiresOn: null };
const row = (more: Partial<RosterPerson> = {}): RosterPerson => ({ email: 'ana@x.org', name: 'Ana Ruiz', cohort: null, role: null, dueOn: null, licence: none, externalId: null, ...more });
const setting = { cohortId: 'spring', mayMakeAccounts: true, mayGiveRoles: false, newId: () => 'made' };
const bo: RollPerson = { accountId: 'bo', email: 'bo@x.org', name: 'Bo', roles: ['COORDINATOR'], licence: { ...none, number: '77' }, externalIds: new Set(['s-1']) };

let roll: Roll;
beforeEach(() => {
  roll = {
    byEmail: new Map([['bo@x.org', bo]]), byExternalId: new Map([['s-1', bo]]), taken: new Set(['cy@x.org']),
    cohortsByName: new Map([['spring', ['spring']], ['twice', ['a', 'b']]]),
    cohorts: new Map([['spring', { id: 'spring', name: 'Spring', endsOn: '2027-06-30', closed: null, left: null }]]), places: new Map(), waiting: new Set(),
  };
});
const reason = (plan: Plan): string => (plan.outcome === 'REFUSED' ? `${plan.refusal.column}: ${plan.refusal.reason}` : plan.outcome);

describe('a row of a roster', () => {
  test('makes an account and a place once; the same row again does nothing', () => {
    const first = planRow(row(), roll, setting);
    expect(first).toMatchObject({ outcome: 'NEW', isNew: true, newPlace: true, dueOn: '2027-06-30', person: { roles: ['LEARNER'], name: 'Ana Ruiz' } });
    expect(planRow(row({ name: 'Another name' }), roll, setting)).toMatchObject({ outcome: 'NOTHING', person: { name: 'Ana Ruiz' } });
  });
  test('enrols somebody known, whose name and roles stay, and says what changes', () => {
    const plan = planRow(row({ email: 'bo@x.org', name: 'Bobby', licence: { ...none, number: '78', state: 'CO' } }), roll, setting);
    expect(plan).toMatchObject({ outcome: 'ENROLLED', changes: [{ field: 'licenceNumber', from: '77', to: '78' }, { field: 'licenceState', from: null, to: 'CO' }], person: { name: 'Bo', roles: ['COORDINATOR'] } });
    expect(planRow(row({ email: 'bo@x.org', dueOn: '2027-05-01' }), roll, setting)).toMatchObject({ outcome: 'CHANGED', changes: [{ field: 'dueOn', from: '2027-06-30', to: '2027-05-01' }] });
    expect(planRow(row({ email: 'bo@x.org' }), roll, setting)).toMatchObject({ outcome: 'NOTHING' });
  });
  test('finds somebody by another system’s id, though her address is another now', () => {
    expect(planRow(row({ email: 'new@x.org', externalId: 's-1' }), roll, setting)).toMatchObject({ outcome: 'ENROLLED', person: { accountId: 'bo', email: 'bo@x.org' } });
  });
  test('is refused with the cell at fault', () => {
    expect(reason(planRow(row({ email: 'cy@x.org' }), roll, setting))).toBe('EMAIL: There is an account with this e-mail address already.');
    expect(reason(planRow(row({ name: null }), roll, setting))).toMatch(/^NAME/);
    expect(reason(planRow(row({ role: 'INSTRUCTOR' }), roll, setting))).toMatch(/^ROLE: Only an administrator/);
    expect(reason(planRow(row({ role: 'ADMINISTRATOR' }), roll, { ...setting, mayGiveRoles: true }))).toMatch(/^ROLE: Nobody/);
    expect(reason(planRow(row({ cohort: 'Autumn' }), roll, setting))).toMatch(/^COHORT: There is no cohort/);
    expect(reason(planRow(row({ cohort: 'Twice' }), roll, setting))).toMatch(/^COHORT: 2 cohorts/);
    expect(reason(planRow(row({ email: 'bo@x.org' }), { ...roll, byExternalId: new Map([['s-2', { ...bo, accountId: 'other' }]]) }, setting))).toBe('ENROLLED');
    expect(reason(planRow(row({ email: 'bo@x.org', externalId: 's-2' }), { ...roll, byExternalId: new Map([['s-2', { ...bo, accountId: 'other' }]]) }, setting))).toMatch(/^EXTERNAL_ID/);
  });
  test('gives a role but no place to whoever is no learner, where an administrator imports', () => {
    expect(planRow(row({ role: 'INSTRUCTOR' }), roll, { ...setting, mayGiveRoles: true })).toMatchObject({ outcome: 'NEW', newPlace: false, cohort: null, person: { roles: ['INSTRUCTOR'] } });
  });
  test('takes the last place; the next comes on the waiting list, once, whoever she is', () => {
    roll.cohorts.set('spring', { id: 'spring', name: 'Spring', endsOn: null, closed: null, left: 1 });
    expect(planRow(row(), roll, setting).outcome).toBe('NEW');
    const second = { ...setting, newId: () => 'di' };
    expect(planRow(row({ email: 'di@x.org', dueOn: '2027-05-01' }), roll, second)).toMatchObject({ outcome: 'WAITING', isNew: true, newPlace: false, waits: true, dueOn: '2027-05-01' });
    expect(planRow(row({ email: 'di@x.org' }), roll, second)).toMatchObject({ outcome: 'NOTHING', waits: false });
    expect(planRow(row({ email: 'bo@x.org' }), roll, setting)).toMatchObject({ outcome: 'WAITING', isNew: false });
  });
});
