import { describe, expect, test } from '@jest/globals';
import { contested, type Draft, inputOf, rebased } from './draft.js';

const seen: Draft = { name: 'Spring', startsOn: '2026-03-01', endsOn: '2026-06-30', timeZone: 'UTC', capacity: '', price: '', discussionUrl: '', fills: 'FIRST', facilitators: [{ id: 'a', name: 'Ada' }] };

describe('two coordinators in the same settings', () => {
  const mine = { ...seen, name: 'Spring, evenings', price: '$ 400' };
  const theirs = { ...seen, name: 'Spring 2026', capacity: '12' };

  test('what I typed stays, what I did not touch is as the other saved it', () => {
    expect(rebased(mine, seen, theirs)).toEqual({ ...seen, name: 'Spring, evenings', price: '$ 400', capacity: '12' });
  });

  test('only a field that we both changed is contested', () => {
    expect(contested(rebased(mine, seen, theirs), seen, theirs)).toEqual({ name: 'Spring 2026' });
  });

  test('only what is other than stored is saved; an emptied field is taken away', () => {
    expect(inputOf({ ...seen, endsOn: ' ', capacity: '8', facilitators: [] }, seen)).toEqual({ endsOn: null, capacity: 8, facilitators: [] });
    expect(inputOf(seen, { ...seen, facilitators: [...seen.facilitators] })).toEqual({});
  });
});
