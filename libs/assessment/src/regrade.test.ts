import { describe, expect, test } from '@jest/globals';
import type { Item, ItemBase } from './item.js';
import { feedbackNow, isWholeJudgement, rescore, scoreOf, type Standing } from './regrade.js';

const base = (id: string): ItemBase => ({ id, stemHtml: '<p>?</p>', statements: [], level: 'recall', difficulty: 'easy', maxScore: 1, shuffle: false, certainty: false, lessons: ['one'], tags: [] });
const choice = (id: string): Item => ({ ...base(id), kind: 'single-choice', content: { options: ['a', 'b'].map((option) => ({ id: option, html: option })) }, key: { correct: 'a' }, feedback: { correctHtml: 'Right', incorrectHtml: 'Wrong' } });
const essay: Item = {
  ...base('essay'), maxScore: 4, kind: 'long-text', content: { maxWords: 100 }, feedback: {},
  key: { rubric: ['facts', 'words'].map((id) => ({ id, title: id, levels: [0, 1, 2].map((points) => ({ points, description: `${points}` })) })) },
};
const standing = (item: Item, value: unknown, rest: Partial<Standing> = {}): Standing => ({ item, response: value === undefined ? null : { value }, given: null, correction: null, ...rest });
const half = { passMark: 0.5 };

describe('a regrade', () => {
  test('scores every answer by the new key, and says the feedback that goes with it', () => {
    const corrected = standing(choice('x'), 'b', { correction: { kind: 'key', key: { correct: 'b' } } });
    expect(scoreOf(standing(choice('x'), 'b'))).toMatchObject({ raw: 0, outcome: 'incorrect' });
    expect(scoreOf(corrected)).toMatchObject({ raw: 1, outcome: 'correct' });
    expect(feedbackNow(corrected, scoreOf(corrected)).html).toEqual(['Right']);
  });
  test('that drops an item leaves raw and max, for those who had it right as well', () => {
    const before = rescore(half, [standing(choice('x'), 'a'), standing(choice('y'), 'b')]);
    const after = rescore(half, [standing(choice('x'), 'a', { correction: { kind: 'drop' } }), standing(choice('y'), 'b')]);
    expect([before.total, before.passed]).toEqual([{ raw: 1, max: 2, scaled: 0.5, pending: false }, true]);
    expect([after.total, after.passed]).toEqual([{ raw: 0, max: 1, scaled: 0, pending: false }, false]);
    expect(after.scores[0]).toMatchObject({ outcome: 'correct', scaled: 1, raw: 0, max: 0 });
  });
  test('that drops what a person has yet to grade leaves nothing pending', () => {
    expect(rescore(half, [standing(essay, 'text', { correction: { kind: 'drop' } }), standing(choice('y'), 'a')])).toMatchObject({ total: { raw: 1, max: 1, pending: false }, passed: true });
  });
  test('that gives full marks gives them also to who answered nothing', () => {
    for (const value of ['a', 'b', undefined]) expect(scoreOf(standing(choice('x'), value, { correction: { kind: 'full-marks' } }))).toMatchObject({ raw: 1, max: 1, outcome: 'correct' });
  });
  test('taken back gives what was before', () => {
    expect(rescore(half, [standing(choice('x'), 'b')])).toEqual(rescore(half, [standing(choice('x'), 'b', { correction: null })]));
  });
});

describe("people's marks", () => {
  test('score an answer, and two judgements that both count score their mean', () => {
    expect(scoreOf(standing(essay, 'text'))).toMatchObject({ outcome: 'pending', raw: 0 });
    expect(scoreOf(standing(essay, 'text', { given: { judgements: [{ facts: 2, words: 1 }], comments: [] } }))).toMatchObject({ raw: 3, max: 4, outcome: 'partial' });
    const both = scoreOf(standing(essay, 'text', { given: { judgements: [{ facts: 2, words: 1 }, { facts: 2, words: 2 }], comments: [] } }));
    expect(both).toMatchObject({ raw: 3.5, outcome: 'partial', parts: [{ id: 'facts', raw: 2, correct: true }, { id: 'words', raw: 1.5, correct: false }] });
  });
  test('are whole when each criterion has a level that there is', () => {
    expect(isWholeJudgement(essay, { facts: 0, words: 2 })).toBe(true);
    for (const levels of [{ facts: 0 }, { facts: 0, words: 3 }, { facts: 0, words: 0.5 }, { facts: 0, words: 1, more: 0 }, { facts: 0, toString: 1 }]) expect(isWholeJudgement(essay, levels as Record<string, number>)).toBe(false);
    expect(isWholeJudgement(choice('x'), {})).toBe(false);
  });
});
