import { expect, test } from '@jest/globals';
import { gathered } from './gathered.js';

const entry = (id: string, text: string) => ({ id, at: '2026-11-24T10:00:00Z', text });

test('twenty-five answers in a row are one line of the story, and what came between stays', () => {
  const answers = Array.from({ length: 25 }, (_, index) => entry(`a${index}`, 'Answered a question of an assessment.'));
  const told = gathered([entry('s', 'Submitted.'), ...answers, entry('b', 'Began.'), entry('c', 'Answered a question of an assessment.')]);
  expect(told.map(({ node, times }) => [node.id, times])).toEqual([['s', 1], ['a0', 25], ['b', 1], ['c', 1]]);
});
