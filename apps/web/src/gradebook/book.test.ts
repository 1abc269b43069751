import { expect, test } from '@jest/globals';
import { mark, shown, typedMark } from './book.js';

test('a mark just below what was needed does not look like it', () => {
  expect(mark(0.7999)).toBe('79.9\u00a0%');
  expect(mark(0.8)).toBe('80\u00a0%');
  expect(mark(0.825)).toBe('82.5\u00a0%');
});

test('a mark is read as people write it, and nothing else is', () => {
  expect(['82,5', '82.5 %', ' 100 ', '0'].map(typedMark)).toEqual([0.825, 0.825, 1, 0]);
  expect(['', 'a lot', '101', '-1', '%'].map(typedMark)).toEqual([null, null, null, null, null]);
});

test('a session says whether she was there', () => {
  expect(shown({ state: 'marked', value: 1 }, 'session')).toBe('there');
  expect(shown({ state: 'marked', value: 0 }, 'session')).toBe('absent');
  expect(shown({ state: 'missing', value: null }, 'session')).toBe('–');
});
