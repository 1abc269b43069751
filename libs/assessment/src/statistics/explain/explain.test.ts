import { describe, expect, test } from '@jest/globals';
import { AttemptAccumulator } from '../accumulator.js';
import { analyse, type Statistics } from '../analyse.js';
import { chanceFrom, keyOf, simulate, type SimulatedItem } from '../simulated-attempts.js';
import { explain } from './index.js';
import type { Explanation } from './explanation.js';

const options = ['A', 'B', 'C', 'D'];

/** A test of 40 items (a 2PL model with guessing among four options; slopes 0.8 to 2, difficulties -2 to 1.5), the first ones flawed. */
function testOf(seed: string, learners: number, flaws: readonly SimulatedItem['flaw'][]): Statistics {
  const chance = chanceFrom(seed);
  const items = Array.from({ length: 40 }, (_, at): SimulatedItem => {
    const flaw = flaws[at];
    return { id: `item-${at}`, slope: 0.8 + 1.2 * chance.uniform(), difficulty: -2 + 3.5 * chance.uniform(), ...(flaw === undefined ? {} : { flaw }) };
  });
  const accumulator = new AttemptAccumulator({ sample: 0 });
  for (let at = 0; at < learners; at++) accumulator.add(simulate(chance, items, chance.normal(), at % 2 === 0 ? 'spring' : 'autumn'));
  return analyse(accumulator, { passMark: 0.6, compare: { reference: 'spring', focal: 'autumn' }, items: new Map(items.map((item) => [item.id, { key: [keyOf(item)], options }])) });
}

const findings = (statistics: Statistics): Explanation[] => explain(statistics).filter(({ kind }) => kind === 'finding');

describe('an instructor learns which items are bad', () => {
  test.each([[50, 0.75, 0.45], [200, 0.95, 0.8], [500, 1, 0.9]])('of %i learners: an item keyed wrongly and an ambiguous one are found', (learners, keys, twos) => {
    const runs = learners < 500 ? 25 : 10;
    let [wrongKey, ambiguous] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const found = findings(testOf(`flawed-${learners}-${run}`, learners, ['miskeyed', 'ambiguous']));
      if (found.some(({ item, code, evidence }) => item === 'item-0' && code === 'key-suspect' && (evidence['option'] ?? 'A') === 'A')) wrongKey += 1;
      if (found.some(({ item, code, evidence }) => item === 'item-1' && code === 'ambiguous' && evidence['option'] === 'C')) ambiguous += 1;
    }
    expect(wrongKey / runs).toBeGreaterThanOrEqual(keys);
    expect(ambiguous / runs).toBeGreaterThanOrEqual(twos);
  });

  test.each([[50, 10], [200, 10], [500, 5]])('of %i learners: at most %i of 1,000 good items are flagged', (learners, most) => {
    const flagged = Array.from({ length: 25 }, (_, run) => findings(testOf(`good-${learners}-${run}`, learners, [])))
      .flatMap((found) => found.filter(({ item, severity }) => item !== null && severity !== 'note'));
    expect(flagged.length).toBeLessThanOrEqual(most);
  });

  test('the sentence says what the strongest chose, and what to do', () => {
    const [found] = findings(testOf('sentence', 300, ['miskeyed'])).filter(({ item }) => item === 'item-0');
    expect(found).toMatchObject({ code: 'key-suspect', severity: 'serious', evidence: { option: 'A', n: 300 } });
    expect(found?.sentence).toMatch(/^The strongest learners choose A: \d+ % of the stronger half do, and [\d.]+ % choose the key\.$/);
    expect(found?.advice).toMatch(/^Check the key: is A right\?/);
  });
});

test('an item harder for one cohort, a drifting one, a slow one and one that many leave out are each found', () => {
  const chance = chanceFrom('others');
  const items = Array.from({ length: 20 }, (_, at): SimulatedItem => ({ id: `item-${at}`, slope: 1.2, difficulty: (at - 10) / 8, ...(at === 3 ? { harderFor: { focal: 1.2 } } : {}) }));
  const accumulator = new AttemptAccumulator();
  for (let at = 0; at < 1_200; at++) {
    const { scores } = simulate(chance, items, chance.normal(), at % 2 === 0 ? 'reference' : 'focal');
    accumulator.add({ cohort: at % 2 === 0 ? 'reference' : 'focal', scores: scores.map((score) => {
      if (score.item === 'item-5') return { ...score, seconds: 400 + (score.seconds ?? 0) };
      return score.item === 'item-19' && chance.uniform() < 0.3 ? { item: score.item, raw: 0, max: 1, omitted: true } : score;
    }) });
  }
  const found = findings(analyse(accumulator, { compare: { reference: 'reference', focal: 'focal' } })).map(({ item, code }) => `${item} ${code}`);
  expect(found).toEqual(expect.arrayContaining(['item-3 favours-group', 'item-3 drifted-cohort', 'item-5 slow', 'item-19 often-omitted']));
  expect(found.filter((one) => !/item-(3|5|19) /.test(one))).toEqual([]);
});

test('a distractor that nobody chooses, an item that all know and a test of chance alone are found', () => {
  const accumulator = new AttemptAccumulator();
  const chance = chanceFrom('edges');
  for (let at = 0; at < 400; at++) {
    const guesses = Array.from({ length: 6 }, (_, item) => ({ item: `coin-${item}`, raw: chance.uniform() < 0.5 ? 1 : 0, max: 1 }));
    const right = chance.uniform() < 0.6;
    accumulator.add({ scores: [...guesses, { item: 'known', raw: 1, max: 1 }, { item: 'two', raw: right ? 1 : 0, max: 1, chosen: [right ? 'A' : 'B'] }] });
  }
  const found = findings(analyse(accumulator, { items: new Map([['two', { key: ['A'], options: ['A', 'B', 'C'] }]]) }));
  expect(found).toEqual(expect.arrayContaining([
    expect.objectContaining({ item: 'two', code: 'distractor-never-chosen', evidence: expect.objectContaining({ option: 'C', chosen: 0 }) }),
    expect.objectContaining({ item: 'known', code: 'too-easy' }),
    expect.objectContaining({ item: null, code: 'low-reliability', severity: 'serious' }),
  ]));
});

test('options of an item with partial credit are not judged while its key is not known', () => {
  const chance = chanceFrom('several');
  const items = Array.from({ length: 10 }, (_, at): SimulatedItem => ({ id: `item-${at}`, slope: 1.5, difficulty: 0 }));
  const several = new Map([['several', { key: ['A', 'B'], options }]]);
  const accumulator = new AttemptAccumulator();
  for (let at = 0; at < 300; at++) {
    const ability = chance.normal();
    const chosen = ['A', 'B', 'C'].filter((option) => chance.uniform() < 1 / (1 + Math.exp(option === 'C' ? ability : -1 - ability)));
    const raw = Math.max(0, chosen.filter((option) => option !== 'C').length - (chosen.includes('C') ? 1 : 0));
    accumulator.add({ scores: [...simulate(chance, items, ability).scores, { item: 'several', raw, max: 2, chosen }] });
  }
  const found = (facts?: typeof several): string[] => findings(analyse(accumulator, facts === undefined ? {} : { items: facts })).filter(({ item }) => item === 'several').map(({ code, evidence }) => `${code} ${evidence['option']}`);
  expect(found()).toEqual([]);
  expect(found(several)).toEqual(['distractor-never-chosen D']);
});

test('every number has a sentence, and one that is not defined says why', () => {
  const accumulator = new AttemptAccumulator();
  accumulator.add({ scores: [{ item: 'alone', raw: 1, max: 2 }] });
  const all = explain(analyse(accumulator));
  expect(all.every(({ sentence }) => sentence.endsWith('.') && !/NaN|undefined|Infinity/.test(sentence))).toBe(true);
  expect(all.find(({ evidence }) => evidence['number'] === 'discrimination')?.sentence).toBe('The discrimination is not given: attempts showed no other item.');
  expect(all.filter(({ kind, item }) => kind === 'finding' && item === 'alone').map(({ code }) => code)).toEqual(['too-few-attempts']);
});
