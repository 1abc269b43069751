import { describe, expect, test } from '@jest/globals';
import { settledBy, turnOf, visibleMarks } from './decide-mark.js';
import type { MarkRow, MarkTurn } from './grading.entity.js';

const mark = (turn: MarkTurn, graderId: string, raw: number, rest: Partial<MarkRow> = {}): MarkRow =>
  ({ id: `${turn}-${graderId}`, organisationId: 'o', taskId: 't', turn, levels: { facts: raw }, comment: graderId, raw, max: 4, graderId, at: '', withdrawnAt: null, ...rest });
const free = { claimedBy: null, claimedUntil: null };

describe('an answer that two people grade', () => {
  test('counts their mean while they are close, and goes to a moderator when they are not', () => {
    expect(settledBy([mark('FIRST', 'ann', 3)], true, 0.25)).toMatchObject({ state: 'SECOND', final: null });
    expect(settledBy([mark('FIRST', 'ann', 3), mark('SECOND', 'bo', 4)], true, 0.25)).toMatchObject({ state: 'DONE', final: { judgements: [{ facts: 3 }, { facts: 4 }], comments: ['ann', 'bo'] } });
    expect(settledBy([mark('FIRST', 'ann', 1), mark('SECOND', 'bo', 4)], true, 0.25)).toMatchObject({ state: 'MODERATION', final: null });
    expect(settledBy([mark('FIRST', 'ann', 1), mark('SECOND', 'bo', 4), mark('MODERATION', 'cy', 2)], true, 0.25)).toMatchObject({ state: 'DONE', final: { judgements: [{ facts: 2 }], comments: ['cy'] } });
  });
  test('goes back a step when a mark is taken back', () => {
    expect(settledBy([mark('FIRST', 'ann', 3, { withdrawnAt: 'then' })], false, 0)).toMatchObject({ state: 'WAITING', firstBy: null, final: null });
    expect(settledBy([mark('FIRST', 'ann', 3), mark('SECOND', 'bo', 3, { withdrawnAt: 'then' })], true, 0)).toMatchObject({ state: 'SECOND', secondBy: null });
  });
  test('hides the first marks from the second grader, and is not decided by one of both', () => {
    const second = { ...settledBy([mark('FIRST', 'ann', 3)], true, 0), double: true, ...free };
    expect(visibleMarks(second, [mark('FIRST', 'ann', 3)], 'bo')).toEqual([]);
    expect(visibleMarks(second, [mark('FIRST', 'ann', 3)], 'ann')).toHaveLength(1);
    expect([turnOf(second, 'ann'), turnOf(second, 'bo')]).toEqual(['FIRST', 'SECOND']);
    const both = [mark('FIRST', 'ann', 1), mark('SECOND', 'bo', 4)];
    const apart = { ...settledBy(both, true, 0), double: true, ...free };
    expect([turnOf(apart, 'ann'), turnOf(apart, 'bo'), turnOf(apart, 'cy')]).toEqual([null, null, 'MODERATION']);
    expect(visibleMarks(apart, both, 'cy')).toHaveLength(2);
  });
});
