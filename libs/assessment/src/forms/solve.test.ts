import { describe, expect, test } from '@jest/globals';
import { randomFrom } from '../random.js';
import type { Blueprint, Criteria, FormItem } from './blueprint.js';
import { balanceOf, breaches } from './review.js';
import type { FormWish, Solution } from './result.js';
import { solveBlueprint } from './solve.js';

const levels = ['recall', 'application', 'judgement'] as const;
const difficulties = ['easy', 'medium', 'hard'] as const;

/** So many items of three units, every level and difficulty, some tagged; a third without statistics. */
function pool(size: number, seed: string): FormItem[] {
  const chance = randomFrom(seed);
  return Array.from({ length: size }, (_, index): FormItem => {
    const difficulty = difficulties[chance.below(3)] ?? 'medium';
    return {
      id: `item-${String(index).padStart(4, '0')}`, bank: 'bank', unit: `unit-${1 + chance.below(3)}`, level: levels[chance.below(3)] ?? 'recall', difficulty, kind: 'single-choice',
      tags: chance.below(4) === 0 ? ['case'] : chance.below(10) === 0 ? ['twin'] : [], statements: [`s${chance.below(20)}`],
      facility: chance.below(3) === 0 ? null : 0.3 + chance.below(60) / 100, seconds: null,
    };
  });
}
const section = (count: number, of: Criteria = {}, id = 'main') => ({ id, title: id === 'main' ? 'Questions' : id, count, shuffle: true, of });
const blueprint = (over: Partial<Blueprint>): Blueprint => ({ sections: [section(10)], rules: [], apart: [], seconds: null, ...over });
const wish = (over: Partial<FormWish> = {}): FormWish => ({ forms: 1, overlap: 0, mostUse: 1, ...over });
/** With time enough on a machine that does much else. */
const solve = (of: Blueprint, items: readonly FormItem[], asked: FormWish, exposure: Record<string, number> = {}, seed = 'x') => solveBlueprint(of, items, { ...asked, exposure, seed, timeLimit: 100 });

function solved(solution: Solution): Extract<Solution, { outcome: 'solved' }> {
  if (solution.outcome !== 'solved') throw new Error(JSON.stringify(solution));
  return solution;
}
function impossible(solution: Solution): Extract<Solution, { outcome: 'impossible' }> {
  if (solution.outcome !== 'impossible') throw new Error(JSON.stringify(solution));
  return solution;
}

/** Whether forms keep a blueprint, said again in other words than the library's. */
function keeps(of: Blueprint, forms: { sections: { id: string; items: string[] }[] }[], items: readonly FormItem[], { overlap, mostUse }: FormWish): boolean {
  const matches = (item: FormItem, criteria: Criteria) => Object.entries(criteria).every(([field, value]) =>
    (field === 'tag' ? item.tags.includes(value) : field === 'statement' ? item.statements.includes(value) : item[field as 'unit' | 'level'] === value));
  const all = forms.map((form) => form.sections.flatMap(({ id, items: ids }) => ids.map((one) => ({ in: id, item: items.find((item) => item.id === one) }))));
  const times = (id: string) => all.filter((form) => form.some(({ item }) => item?.id === id)).length;
  return all.every((form) => {
    const ids = form.map(({ item }) => item?.id);
    return new Set(ids).size === ids.length && !ids.includes(undefined)
      && of.sections.every(({ id, count, of: criteria }) => form.filter((one) => one.in === id).length === count && form.every((one) => one.in !== id || (one.item !== undefined && matches(one.item, criteria))))
      && of.rules.every(({ section: only, of: criteria, least, most }) => {
        const number = form.filter((one) => (only === undefined || one.in === only) && one.item !== undefined && matches(one.item, criteria)).length;
        return number >= (least ?? 0) && number <= (most ?? Infinity);
      })
      && of.apart.every(({ tag, items: listed = [] }) => form.filter(({ item }) => item !== undefined && ((tag !== undefined && item.tags.includes(tag)) || listed.includes(item.id))).length < 2)
      && (of.seconds === null || form.length * 90 <= of.seconds);
  }) && items.every(({ id }) => times(id) <= Math.max(1, Math.floor(mostUse * forms.length + 1e-9)))
    && all.every((one, index) => all.every((other, second) => second <= index || one.filter(({ item }) => other.some((also) => also.item === item)).length <= overlap));
}

describe('forms from a blueprint', () => {
  test('hold the items that are locked where they stand, or say that those can not all stay', async () => {
    const items = pool(60, 'locked');
    const hard = items.filter(({ difficulty }) => difficulty === 'hard').map(({ id }) => id);
    const of = blueprint({ sections: [section(4)], rules: [{ id: 'hard', of: { difficulty: 'hard' }, least: null, most: 1 }] });
    const kept = (...ids: (string | undefined)[]) => ids.map((item = '') => ({ form: 1, section: 'main', item }));
    const options = { ...wish({ forms: 2 }), exposure: {}, seed: 'x', timeLimit: 100 };
    const { forms } = solved(await solveBlueprint(of, items, { ...options, kept: kept(hard[0], 'item-gone') }));
    expect(forms[1]?.sections[0]?.items).toContain(hard[0]);
    expect(impossible(await solveBlueprint(of, items, { ...options, kept: kept(hard[0], hard[1]) })).reason).toMatch(/Unlock some/);
  });

  test('four of 400 items and 29 rules keep every rule and are equally hard', async () => {
    const items = pool(400, 'hundreds');
    const of = blueprint({
      sections: [section(30, {}, 'first'), section(20, {}, 'second')],
      rules: [
        ...['unit-1', 'unit-2', 'unit-3'].flatMap((unit) => levels.map((level) => ({ id: `${unit}-${level}`, of: { unit, level }, least: 4, most: 8 }))),
        ...difficulties.map((difficulty) => ({ id: difficulty, of: { difficulty }, least: 12, most: 20 })),
        ...Array.from({ length: 15 }, (_, index) => ({ id: `s${index}`, of: { statement: `s${index}` }, least: 1, most: 5 })),
        { id: 'cases', section: 'second', of: { tag: 'case' }, least: 5, most: 5 }, { id: 'few', section: 'first', of: { tag: 'case' }, least: null, most: 6 },
      ],
      apart: [{ id: 'twins', tag: 'twin' }],
    });
    const asked = wish({ forms: 4 });
    const solution = solved(await solve(of, items, asked));
    expect(keeps(of, solution.forms, items, asked)).toBe(true);
    expect(breaches(of, solution.forms, items, asked)).toEqual([]);
    const facilities = balanceOf(solution.forms, items).map(({ facility }) => facility);
    expect(Math.max(...facilities) - Math.min(...facilities)).toBeLessThan(0.0101);
  });

  test('are the same for the same seed, in whatever order the items come, and others for another', async () => {
    const items = pool(100, 'again');
    const of = blueprint({ rules: [{ id: 'some', of: { level: 'judgement' }, least: 3, most: 4 }] });
    const first = solved(await solve(of, items, wish({ forms: 2 }))).forms;
    expect(solved(await solve(of, items.toReversed(), wish({ forms: 2 }))).forms).toEqual(first);
    expect(solved(await solve(of, items, wish({ forms: 2 }), {}, 'another')).forms).not.toEqual(first);
  });

  test('leave alone what was used most, as far as the blueprint lets them', async () => {
    const items = pool(60, 'worn');
    const exposure = Object.fromEntries(items.slice(0, 40).map(({ id }, index) => [id, 10 + index]));
    const { forms } = solved(await solve(blueprint({ sections: [section(20)] }), items, wish(), exposure));
    expect(forms[0]?.sections[0]?.items.toSorted()).toEqual(items.slice(40).map(({ id }) => id));
  });

  test('use no item in more than the wished share of forms, and share no more than wished', async () => {
    const items = pool(30, 'shared');
    const of = blueprint({ sections: [section(14)], rules: [{ id: 'some', of: { level: 'judgement' }, least: 3, most: null }] });
    const asked = wish({ forms: 3, overlap: 7, mostUse: 0.67 });
    expect(keeps(of, solved(await solve(of, items, asked)).forms, items, asked)).toBe(true);
  });
});

describe('a blueprint that nothing meets', () => {
  const items = pool(40, 'small').map((item, index) => ({ ...item, unit: index < 20 ? 'unit-1' : 'unit-2', level: index < 2 ? 'judgement' as const : 'recall' as const }));

  test('is told with what there is and what is asked', async () => {
    const { reason, conflict, nearest } = impossible(await solve(blueprint({ rules: [{ id: 'r', of: { unit: 'unit-1', level: 'judgement' }, least: 4, most: 4 }] }), items, wish()));
    expect(reason).toBe('There are 2 items of judgement, unit unit-1; 4 are asked for.');
    expect(conflict.map(({ demand }) => demand)).toEqual([{ part: 'least', rule: 'r' }]);
    expect(nearest?.changes).toEqual([expect.objectContaining({ from: 4, to: 2, words: 'judgement, unit unit-1: at least 2 instead of 4' })]);
  });

  test('names only the rules that contradict each other, and the nearest is solved', async () => {
    const of = blueprint({
      rules: [
        { id: 'first', of: { unit: 'unit-1' }, least: 7, most: null }, { id: 'second', of: { unit: 'unit-2' }, least: 6, most: null },
        { id: 'other', of: { level: 'judgement' }, least: 1, most: null },
      ],
    });
    const { conflict, nearest, irreducible } = impossible(await solve(of, items, wish()));
    expect(irreducible).toBe(true);
    expect(conflict.map(({ demand }) => demand)).toEqual([{ part: 'count', section: 'main' }, { part: 'least', rule: 'first' }, { part: 'least', rule: 'second' }]);
    if (nearest === null) throw new Error('there is a nearest');
    const { forms } = solved(await solve(nearest.blueprint, items, nearest.wish));
    expect(keeps(nearest.blueprint, forms, items, nearest.wish)).toBe(true);
  });

  test('is told of forms that would need more items than there are', async () => {
    const { reason, nearest } = impossible(await solve(blueprint({ sections: [section(15)] }), items, wish({ forms: 3 })));
    expect(reason).toBe("These can't be met together: no item in two of 3 forms; Questions has 15 items (40 there).");
    expect(nearest?.changes.map(({ words }) => words)).toEqual(['Two forms may have 2 items in common instead of 0']);
  });
});

test('of small pools, what is called impossible is so by trying all, and what is called nearest is nearest', async () => {
  const small = randomFrom('brute');
  for (let round = 0; round < 25; round += 1) {
    const items = pool(8, `round-${round}`);
    const size = 3 + small.below(3);
    const of = blueprint({
      sections: [section(size)],
      rules: [
        { id: 'a', of: { level: levels[small.below(3)] ?? 'recall' }, least: small.below(4), most: null },
        { id: 'b', of: { unit: `unit-${1 + small.below(3)}` }, least: small.below(4), most: null },
        { id: 'c', of: { difficulty: difficulties[small.below(3)] ?? 'easy' }, least: null, most: small.below(3) },
      ],
      apart: [{ id: 'd', tag: 'case' }],
    });
    const subsets = Array.from({ length: 256 }, (_, bits) => items.filter((_item, index) => (bits >> index) % 2 === 1)).map((chosen) => [{ sections: [{ id: 'main', items: chosen.map(({ id }) => id) }] }]);
    const possible = subsets.some((forms) => keeps(of, forms, items, wish()));
    const solution = await solve(of, items, wish());
    expect(solution.outcome).toBe(possible ? 'solved' : 'impossible');
    if (solution.outcome === 'solved') expect(keeps(of, solution.forms, items, wish())).toBe(true);
    if (solution.outcome !== 'impossible') continue;
    expect(cost(of, solution.nearest?.blueprint ?? of)).toBeCloseTo(leastCost(of, items, subsets), 6);
    expect(solved(await solve(solution.nearest?.blueprint ?? of, items, wish())).outcome).toBe('solved');
  }
});

/** What a changed blueprint costs by the weights that the manual states. */
function cost(of: Blueprint, changed: Blueprint): number {
  const numbers = (one: Blueprint) => one.rules.flatMap(({ least, most }) => [least ?? 0, most ?? 0]);
  const rules = numbers(of).reduce((sum, number, index) => sum + Math.abs(number - (numbers(changed)[index] ?? 0)), 0);
  return rules + 1.1 * Math.abs((of.sections[0]?.count ?? 0) - (changed.sections[0]?.count ?? 0)) + 3 * (of.apart.length - changed.apart.length);
}
function leastCost(of: Blueprint, items: readonly FormItem[], subsets: { sections: { id: string; items: string[] }[] }[][]): number {
  const known = new Map(items.map((item) => [item.id, item]));
  return Math.min(...subsets.map(([form]) => {
    const chosen = (form?.sections[0]?.items ?? []).flatMap((id) => known.get(id) ?? []);
    const fit = (criteria: Criteria) => chosen.filter((item) => (criteria.level ?? item.level) === item.level && (criteria.unit ?? item.unit) === item.unit && (criteria.difficulty ?? item.difficulty) === item.difficulty).length;
    const rules = of.rules.reduce((sum, { of: criteria, least, most }) => sum + Math.max(0, (least ?? 0) - fit(criteria)) + Math.max(0, fit(criteria) - (most ?? Infinity)), 0);
    const cases = chosen.filter(({ tags }) => tags.includes('case')).length;
    return rules + 1.1 * Math.abs(chosen.length - (of.sections[0]?.count ?? 0)) + 3 * Math.max(0, cases - 1);
  }));
}
