import { describe, expect, test } from '@jest/globals';
import { guessMapping, mappingFault } from './columns.js';
import { dayOf, guessDayOrder } from './days.js';
import { readPerson, repeated, type RosterPerson } from './read-person.js';

describe('the columns of a roster', () => {
  test('are guessed from their heads, whoever wrote them', () => {
    expect(guessMapping(['First Name', 'Last_Name', 'E-mail', 'License #', 'License Expiration Date', 'State', 'Notes'])).toEqual({ GIVEN_NAME: 0, FAMILY_NAME: 1, EMAIL: 2, LICENCE_NUMBER: 3, LICENCE_EXPIRES_ON: 4, LICENCE_STATE: 5 });
    expect(guessMapping(['Name', 'Email', 'Due date', 'Cohort'])).toEqual({ NAME: 0, EMAIL: 1, DUE_ON: 2, COHORT: 3 });
  });
  test('must hold an address, and each one thing', () => {
    expect(mappingFault({ NAME: 0 }, 2)).toMatch(/e-mail/);
    expect(mappingFault({ EMAIL: 0, NAME: 0 }, 2)).toMatch(/two things/);
    expect(mappingFault({ EMAIL: 7 }, 2)).toMatch(/no such column/);
    expect(mappingFault({ EMAIL: 1 }, 2)).toBeNull();
  });
});

describe('a day', () => {
  test('is read in the order that the file has', () => {
    expect(dayOf('03/04/2027', 'MONTH_FIRST')).toBe('2027-03-04');
    expect(dayOf('03/04/2027', 'DAY_FIRST')).toBe('2027-04-03');
    expect(dayOf('2027-3-4', 'DAY_FIRST')).toBe('2027-03-04');
    expect(dayOf('31/12/2027', 'MONTH_FIRST')).toBeNull();
    expect(dayOf('soon', 'DAY_FIRST')).toBeNull();
  });
  test('whose order is found from those that can be read in one way only', () => {
    expect(guessDayOrder(['03/04/2027', '25/12/2027'])).toBe('DAY_FIRST');
    expect(guessDayOrder(['03/04/2027', '12/25/2027'])).toBe('MONTH_FIRST');
    expect(guessDayOrder(['3.4.2027'])).toBe('DAY_FIRST');
  });
});

describe('a row', () => {
  const setting = { mapping: { EMAIL: 0, NAME: 1, ROLE: 2, LICENCE_EXPIRES_ON: 3 }, days: 'MONTH_FIRST' } as const;
  test('is a person, her address in lower case and her name on one line', () => {
    expect(readPerson([' Ana@Example.ORG ', 'Ana\n  Ruiz', 'Student', '3/31/2027'], setting)).toEqual({ person: { email: 'ana@example.org', name: 'Ana Ruiz', cohort: null, role: 'LEARNER', dueOn: null, externalId: null, licence: { type: null, number: null, state: null, expiresOn: '2027-03-31' } } });
  });
  test.each([
    [['', 'A'], 'EMAIL', /no e-mail/], [['a at b', 'A'], 'EMAIL', /not an e-mail/], [['a@b.org', 'A'.repeat(121)], 'NAME', /120/], [['a@b.org', 'A', 'king'], 'ROLE', /not a role/],
    [['a@b.org', 'A', '', '31/31/2027'], 'LICENCE_EXPIRES_ON', /no day/], [['a@b.org', 'Jos\uFFFD'], 'NAME', /can’t be read/],
  ])('%j is refused with the cell at fault', (cells, column, reason) => {
    const read = readPerson(cells, setting);
    expect(read).toEqual({ refused: { column, reason: expect.stringMatching(reason) } });
  });
  test('that repeats an earlier one of the same cohort is told apart from one of another cohort', () => {
    const person = (email: string, cohort: string | null): RosterPerson => ({ email, cohort, name: null, role: null, dueOn: null, externalId: null, licence: { type: null, number: null, state: null, expiresOn: null } });
    expect([...repeated([person('a@x.org', 'Spring'), null, person('a@x.org', 'spring'), person('a@x.org', null)])]).toEqual([[2, 0]]);
  });
});
