import { expect, test } from '@jest/globals';
import { keptUntil } from './kept-until.js';

test('a certificate is kept for six years, and as long as it is valid', () => {
  expect(keptUntil({ awardedOn: '2020-06-30', expiresOn: null })).toBe('2026-06-30');
  expect(keptUntil({ awardedOn: '2020-06-30', expiresOn: '2022-06-30' })).toBe('2026-06-30');
  expect(keptUntil({ awardedOn: '2020-06-30', expiresOn: '2030-01-01' })).toBe('2030-01-01');
  expect(keptUntil({ awardedOn: '2024-02-29', expiresOn: null })).toBe('2030-02-28');
});
