import { describe, expect, test } from '@jest/globals';
import { licenceInput, standingOn } from './licence.js';

describe('a licence', () => {
  test('stands by the day on which it ends, which still counts', () => {
    expect(standingOn('2026-11-28', '2026-11-28')).toBe('ENDS_SOON');
    expect(standingOn('2026-11-27', '2026-11-28')).toBe('EXPIRED');
    expect(standingOn('2027-01-27', '2026-11-28')).toBe('ENDS_SOON');
    expect(standingOn('2027-01-28', '2026-11-28')).toBe('VALID');
    expect(standingOn(null, '2026-11-28')).toBe('UNKNOWN');
  });
  test('forgets what is left empty, and refuses a day that there is not', () => {
    expect(licenceInput.parse({ type: ' LCSW ', number: '', expiresOn: '' })).toEqual({ type: 'LCSW', number: null, state: null, expiresOn: null });
    expect(licenceInput.safeParse({ expiresOn: '2026-02-30' }).success).toBe(false);
  });
});
