import { expect, test } from '@jest/globals';
import { scoreByRubric } from './rubric.js';
import { sampleItems } from './sample-items.js';
import { scoreResponse } from './score.js';

const item = { ...sampleItems['long-text'], maxScore: 12 };

test('a text waits for a person', () => {
  expect(scoreResponse(item, { value: 'My view.' })).toEqual({ raw: 0, max: 12, scaled: 0, outcome: 'pending', parts: [] });
});

test('points of the levels that a person chose are scaled to what the item earns', () => {
  expect(scoreByRubric(item, { clear: 1, safe: 1 })).toMatchObject({ raw: 10, max: 12, scaled: 5 / 6, outcome: 'partial', parts: [{ id: 'clear', raw: 2, max: 4, correct: false }, { id: 'safe', raw: 8, max: 8, correct: true }] });
  expect(scoreByRubric(item, { clear: 2, safe: 1 })).toMatchObject({ raw: 12, scaled: 1, outcome: 'correct' });
  expect(scoreByRubric(item, { clear: 0, safe: 0 })).toMatchObject({ raw: 0, scaled: 0, outcome: 'incorrect' });
});

test.each([[undefined], [{}], [{ clear: 1 }], [{ clear: 1, safe: 9 }], [{ clear: 1, safe: '1' }], [[1, 1]], [null]])('%j is not yet a score', (levels) => {
  expect(scoreByRubric(item, levels)).toMatchObject({ raw: 0, outcome: 'pending' });
});
