import { describe, expect, test } from '@jest/globals';
import { changesBetween, staleSentence } from './setting-words.js';

describe('what changed in a cohort', () => {
  test('is what differs, and nothing else', () => {
    expect(changesBetween({ name: 'Spring', price: null, endsOn: '2026-05-01' }, { name: 'Spring', price: '$ 400', endsOn: null })).toEqual([{ field: 'price', before: null, after: '$ 400' }, { field: 'endsOn', before: '2026-05-01', after: null }]);
  });

  test('is said in a sentence with who and when', () => {
    expect(staleSentence('Carla Ortiz', '2026-11-28T14:03:11.000Z', ['name', 'endsOn', 'name']))
      .toBe('Carla Ortiz changed the name and the last day of this cohort at 14:03 UTC on November 28, 2026, after you opened it. Nothing of yours was saved: look at the change, then save again what is still wanted.');
    expect(staleSentence(null, null, [])).toMatch(/^Somebody changed this cohort, after you opened it/);
  });
});
