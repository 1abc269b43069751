import { expect, test } from '@jest/globals';
import type { Certainty } from './item.js';
import { certaintyFraction } from './certainty.js';
import { sampleItems } from './sample-items.js';
import { scoreResponse } from './score.js';

const item = { ...sampleItems['single-choice'], certainty: true, maxScore: 3 };

test.each<[Certainty, number, number]>([[1, 1, 0], [2, 2, -2], [3, 3, -6]])('certainty %d earns %d marks when right and %d when wrong', (certainty, right, wrong) => {
  expect(scoreResponse(item, { value: 'c', certainty })).toMatchObject({ raw: right, max: 3, scaled: right / 3, outcome: 'correct' });
  expect(scoreResponse(item, { value: 'a', certainty }).raw).toBeCloseTo(wrong, 12);
  expect(scoreResponse(item, { value: 'a', certainty })).toMatchObject({ scaled: 0, outcome: 'incorrect' });
});

test('an answer without a certainty counts as unsure, and no answer costs nothing', () => {
  expect(scoreResponse(item, { value: 'c' }).raw).toBe(1);
  expect(scoreResponse(item, { value: 'c', certainty: 7 }).raw).toBe(1);
  expect(scoreResponse(item, { certainty: 3 }).raw).toBe(0);
});

test('certainty is of no account where the item does not ask for it', () => {
  expect(scoreResponse({ ...item, certainty: false }, { value: 'a', certainty: 3 }).raw).toBe(0);
});

test('it never pays to say more or less than one knows', () => {
  for (let chance = 0; chance <= 1; chance += 0.01) {
    const expected = ([1, 2, 3] as const).map((certainty) => chance * certaintyFraction(1, certainty) + (1 - chance) * certaintyFraction(0, certainty));
    const best = expected.indexOf(Math.max(...expected)) + 1;
    if (Math.abs(chance - 2 / 3) > 0.02 && Math.abs(chance - 4 / 5) > 0.02) expect([chance, best]).toEqual([chance, chance < 2 / 3 ? 1 : chance < 4 / 5 ? 2 : 3]);
  }
});

test('a partly right answer stands between wrong and right', () => {
  expect(certaintyFraction(0.5, 3)).toBeCloseTo(-0.5, 12);
});
