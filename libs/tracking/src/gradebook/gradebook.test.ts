import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { explainGrade } from './explain.js';
import { gradeOf, type GradebookSettings, type Mark } from './gradebook.js';
import { gradebookProblems, usualGradebook, withColumns } from './settings.js';

const marked = (column: string, value: number): Mark => ({ column, state: 'marked', value });
const without = (column: string, state: Mark['state']): Mark => ({ column, state, value: null });
/** Quizzes weigh 60 and lose their lowest; sessions weigh 40. */
const settings = (change: Partial<GradebookSettings> = {}): GradebookSettings => ({
  categories: [{ id: 'q', name: 'Quizzes', weight: 60, dropLowest: 1 }, { id: 's', name: 'Sessions', weight: 40, dropLowest: 0 }],
  columns: { q1: 'q', q2: 'q', q3: 'q', s1: 's', s2: 's', extra: null }, unmarked: 'left-out', ...change,
});
const all = [marked('q1', 0.5), marked('q2', 0.9), marked('q3', 0.8), marked('s1', 1), marked('s2', 0), marked('extra', 0)];

describe('a grade, reckoned by hand', () => {
  test('60 % of (90 + 80) / 2 and 40 % of (100 + 0) / 2 are 71 %; what has no category changes nothing', () => {
    expect(gradeOf(all, settings()).total).toBe(0.71);
    expect(gradeOf([...all.slice(0, 5), marked('extra', 1)], settings()).total).toBe(0.71);
  });
  test('a category without a mark gives its weight to the others', () => {
    const grade = gradeOf([...all.slice(0, 3), without('s1', 'ahead'), without('s2', 'missing')], settings());
    expect(grade).toMatchObject({ total: 0.85, categories: [{ share: 1, value: 0.85 }, { share: 0, value: null }] });
  });
  test('what is not done counts as 0 where that was chosen, and a session to come does not', () => {
    const marks = [marked('q1', 0.9), without('q2', 'missing'), without('q3', 'missing'), marked('s1', 1), without('s2', 'ahead')];
    expect(gradeOf(marks, settings({ unmarked: 'zero' })).total).toBeCloseTo(0.6 * 0.45 + 0.4, 10);
    expect(gradeOf(marks, settings()).total).toBeCloseTo(0.6 * 0.9 + 0.4, 10);
  });
  test('the last mark is never left out', () => {
    expect(gradeOf([marked('q1', 0.3)], settings({ categories: [{ id: 'q', name: 'Quizzes', weight: 100, dropLowest: 5 }] })).total).toBe(0.3);
  });
  test('without marks there is no grade, rather than 0', () => {
    expect(gradeOf([without('q1', 'waiting'), without('s1', 'excused')], settings())).toMatchObject({ total: null, incomplete: false });
  });
  test('what was put off makes the whole incomplete, unless it counts nowhere', () => {
    expect(gradeOf([...all, without('q1', 'incomplete')], settings()).incomplete).toBe(true);
    expect(gradeOf([without('extra', 'incomplete')], settings()).incomplete).toBe(false);
  });
  test('is explained in sentences that give the same figures', () => {
    expect(explainGrade(gradeOf([...all.slice(0, 3), marked('s1', 1), without('s2', 'excused')], settings()), (column) => column.toUpperCase())).toEqual([
      'Quizzes, weight 60: the mean of 2 marks (90 %, 80 %) is 85 %; left out as the lowest: Q1 (50 %).',
      'Sessions, weight 40: one mark counts, 100 %; excused: S2.',
      'Total: 85 % × 60 % + 100 % × 40 % = 91 %.',
    ]);
    expect(explainGrade(gradeOf([without('q1', 'waiting')], settings()), (column) => column)).toEqual([
      'Quizzes, weight 60: no mark counts yet; waiting for a mark: q1.', 'Sessions, weight 40: no mark counts yet.', 'Nothing counts yet, so there is no grade.',
    ]);
  });
});

const anyMark = (column: string) => fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }).map((value) => marked(column, value)), fc.constantFrom('missing', 'ahead', 'waiting', 'excused', 'incomplete').map((state) => without(column, state as Mark['state'])));
const columns = Array.from({ length: 8 }, (_, index) => `c${index}`);
const anyBook = fc.record({
  marks: fc.tuple(...columns.map(anyMark)),
  weights: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }), drops: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
  places: fc.array(fc.constantFrom('a', 'b', 'c', null), { minLength: 8, maxLength: 8 }), unmarked: fc.constantFrom('left-out' as const, 'zero' as const),
}).map(({ marks, weights, drops, places, unmarked }) => ({
  marks: marks as Mark[],
  settings: { categories: ['a', 'b', 'c'].map((id, index) => ({ id, name: id, weight: weights[index] ?? 0, dropLowest: drops[index] ?? 0 })), columns: Object.fromEntries(columns.map((column, index) => [column, places[index] ?? null])), unmarked },
}));

describe('whatever the marks and settings', () => {
  test('the shares of a total make 1, and it lies between the least and the greatest mark', () => fc.assert(fc.property(anyBook, ({ marks, settings: book }) => {
    const { total, categories } = gradeOf(marks, book);
    if (total === null) { expect(categories.every(({ share }) => share === 0)).toBe(true); return; }
    expect(categories.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    const values = categories.flatMap((category) => category.marks.flatMap(({ value }) => (value === null ? [] : [value])));
    expect(total).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
    expect(total).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
  })));
  test('leaving out the lowest never lowers a category, nor a total', () => fc.assert(fc.property(anyBook, ({ marks, settings: book }) => {
    const kept = gradeOf(marks, { ...book, categories: book.categories.map((category) => ({ ...category, dropLowest: 0 })) });
    const dropped = gradeOf(marks, book);
    for (const [index, { value }] of dropped.categories.entries()) expect(value ?? 0).toBeGreaterThanOrEqual((kept.categories[index]?.value ?? 0) - 1e-9);
    expect(dropped.total ?? 0).toBeGreaterThanOrEqual((kept.total ?? 0) - 1e-9);
  })));
  test('an excused mark counts for as much as one that is not there', () => fc.assert(fc.property(anyBook, fc.integer({ min: 0, max: 7 }), ({ marks, settings: book }, place) => {
    const excused = marks.map((mark, index) => (index === place ? without(mark.column, 'excused') : mark));
    expect(gradeOf(excused, book).total).toEqual(gradeOf(excused.filter((_, index) => index !== place), book).total);
  })));
});

describe('settings', () => {
  test('are refused with a sentence and the place where they are wrong', () => {
    const broken = (change: Partial<GradebookSettings['categories'][number]>) => gradebookProblems(settings({ categories: [{ id: 'q', name: 'Quizzes', weight: 60, dropLowest: 1, ...change }, { id: 's', name: 'Sessions', weight: 40, dropLowest: 0 }] }))[0];
    expect(gradebookProblems(settings())).toEqual([]);
    expect(broken({ weight: 50 })).toEqual({ says: 'The weights make 90 together; they must make 100.', path: ['categories'] });
    expect(broken({ weight: NaN })?.path).toEqual(['categories', '0', 'weight']);
    expect(broken({ dropLowest: 1.5 })?.path).toEqual(['categories', '0', 'dropLowest']);
    expect(broken({ name: ' sessions ' })?.says).toBe('Two categories are called “Sessions”.');
    expect(gradebookProblems(settings({ columns: { q1: 'gone' } }))[0]?.path).toEqual(['columns', 'q1']);
  });
  test('take in a column that came later: an assessment counts, a session is only shown', () => {
    const book = usualGradebook([{ id: 'a1', kind: 'assessment' }, { id: 's1', kind: 'session' }]);
    expect(book.columns).toEqual({ a1: 'assessments', s1: null });
    expect(withColumns({ ...book, columns: { a1: null, old: 'assessments' } }, [{ id: 'a1', kind: 'assessment' }, { id: 'a2', kind: 'hand-in' }])).toMatchObject({ columns: { a1: null, a2: 'assessments' } });
  });
});
