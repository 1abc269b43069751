import { describe, expect, test } from '@jest/globals';
import { keyProblems } from '../schema/key-problems.js';
import { itemShape } from '../schema/item.js';
import { compared } from './labelled/compared.js';
import { devFlawed } from './labelled/dev-flawed.js';
import { devGood } from './labelled/dev-good.js';
import { heldOutFlawed } from './labelled/held-out-flawed.js';
import { heldOutGood } from './labelled/held-out-good.js';

const madeWith = [...devFlawed, ...devGood];
const heldOut = [...heldOutFlawed, ...heldOutGood];

describe('item lint finds what item writers get wrong, and little else', () => {
  test('the labelled items are 200 or more, half flawed, 80 or more of them held out, and each is an item', () => {
    const all = [...madeWith, ...heldOut];
    const flawed = all.filter(({ flaws }) => flaws.length > 0).length;
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(heldOut.length).toBeGreaterThanOrEqual(80);
    expect(flawed / all.length).toBeGreaterThan(0.45);
    expect(flawed / all.length).toBeLessThan(0.55);
    expect(new Set(all.map(({ item }) => item.id)).size).toBe(all.length);
    for (const { item, flaws } of all) {
      // Some flaws are beyond what a course may hold: an item is linted before it is whole.
      if (flaws.some((flaw) => flaw === 'no-rubric')) continue;
      expect({ id: item.id, problems: [...keyProblems(item), ...(itemShape.safeParse(item).error?.issues ?? [])] }).toEqual({ id: item.id, problems: [] });
    }
  });

  test.each([['made with', madeWith], ['held out', heldOut]])('of the items that the rules were %s, 90 %% of what is found is so and 85 %% of what is so is found', (name, items) => {
    const { table, precision, recall } = compared(items);
    process.stdout.write(`\nItem lint on the items ${name} (${items.length}): precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n${table}\n`);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });
});
