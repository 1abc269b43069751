import { describe, expect, test } from '@jest/globals';
import { angoff, type Ratings } from './standard-setting.js';

const items = ['a', 'b', 'c', 'd'];
const panel = (rows: number[][]): Ratings => Object.fromEntries(rows.map((row, index) => [`p${index + 1}`, Object.fromEntries(row.map((rating, item) => [items[item] ?? '', rating]))]));

describe("a panel's ratings", () => {
  /*
   * Reckoned by hand. Panelists' cuts: 0.60, 0.70, 0.80; their mean 0.70, SD 0.10, standard error 0.10/√3 = 0.057735.
   * Sums of squares of the table: persons 4·0.02 = 0.08; items 3·(0.1² + 0.1²) = 0.06 (means 0.8, 0.7, 0.7, 0.6); total
   * 0.22, so residual 0.08. Mean squares: 0.04; 0.02; 0.08/6 = 0.013333. Components: persons (0.04 - 0.013333)/4 =
   * 0.0066667; items (0.02 - 0.013333)/3 = 0.0022222; residual 0.013333. Error: √(0.0066667/3 + 0.0022222/4 + 0.013333/12) = 0.062361.
   */
  const worked = panel([[0.6, 0.7, 0.5, 0.6], [0.9, 0.6, 0.8, 0.5], [0.9, 0.8, 0.8, 0.7]]);

  test('give the cut and both standard errors of an example worked by hand', () => {
    const result = angoff(items, worked);
    expect(result.items.map(({ mean }) => mean?.toFixed(3))).toEqual(['0.800', '0.700', '0.700', '0.600']);
    expect(result.panelists.map(({ cut }) => cut?.toFixed(3))).toEqual(['0.600', '0.700', '0.800']);
    expect(result.cut).toBeCloseTo(0.7, 10);
    expect(result.standardError).toBeCloseTo(0.057735, 6);
    expect(result.standardErrorOverItems).toBeCloseTo(0.062361, 6);
  });

  test('count an item for the points that it earns', () => {
    expect(angoff(items, worked, { a: 3 }).panelists[0]?.cut).toBeCloseTo((0.6 * 3 + 0.7 + 0.5 + 0.6) / 6, 10);
  });

  test('count only from panelists who are through', () => {
    const result = angoff(items, { ...worked, p4: { a: 0.1 } });
    expect(result).toMatchObject({ counted: 3, items: [{ id: 'a', ratings: 4 }, { id: 'b', ratings: 3 }, {}, {}] });
    expect(result.cut).toBeCloseTo(0.7, 10);
    expect(result.panelists.at(-1)).toMatchObject({ cut: null, rated: 1, outlying: null });
    expect(angoff(items, {})).toMatchObject({ cut: null, standardError: null, standardErrorOverItems: null });
  });

  test('are told where one panelist is far from the others, or sees it the other way round', () => {
    const rows = [[0.6, 0.7, 0.5, 0.6], [0.6, 0.8, 0.5, 0.6], [0.7, 0.8, 0.5, 0.6], [0.6, 0.7, 0.6, 0.6], [0.05, 0.15, 0.05, 0.1], [0.6, 0.5, 0.8, 0.6]];
    expect(angoff(items, panel(rows)).panelists.map(({ outlying }) => outlying)).toEqual([null, null, null, null, 'cut', 'order']);
  });
});
