import { describe, expect, test } from '@jest/globals';
import { randomFrom } from '../../random.js';
import { alike } from './likeness.js';

const words = 'garden bridge kettle lantern harbour violin mountain pepper railway blanket mirror pocket ticket window orchard saddle compass thunder marble feather basket candle engine ladder meadow needle oyster pencil quarry ribbon'.split(' ');
const chance = randomFrom('likeness');
const sentence = (length: number): string[] => Array.from({ length }, () => words[chance.below(words.length)] ?? '');

const runsOf = (text: string): Set<string> => new Set(Array.from({ length: text.length }, (_, at) => ` ${text} `.slice(at, at + 3)));

/** The true Jaccard index of three-letter runs, written anew. */
function likenessOf(one: Set<string>, other: Set<string>): number {
  let both = 0;
  for (const run of one) if (other.has(run)) both += 1;
  return both / (one.size + other.size - both);
}

describe('texts that are alike', () => {
  test('are found among 200 as by comparing each with each, but for one in twenty at most, and nothing else is', () => {
    const texts: string[] = [];
    for (let index = 0; index < 100; index++) {
      const original = sentence(25);
      texts.push(original.join(' '), original.map((word) => (chance.below(12) === 0 ? words[chance.below(words.length)] ?? '' : word)).join(' '));
    }
    const pairs = alike(texts, 0.7);
    const runs = texts.map(runsOf);
    const meant = runs.flatMap((mine, second) => (runs.slice(0, second).some((other) => likenessOf(other, mine) >= 0.7) ? [second] : []));
    const found = new Set(pairs.map(({ second }) => second));
    expect(meant.length).toBeGreaterThan(25);
    expect(meant.filter((second) => found.has(second)).length).toBeGreaterThanOrEqual(meant.length * 0.95);
    for (const { first, second, likeness } of pairs) expect(likeness).toBeCloseTo(likenessOf(runs[first] ?? new Set(), runs[second] ?? new Set()), 5);
  });

  test('do not take longer than their number asks for, though all of them are the same', () => {
    const same = Array.from({ length: 4_000 }, () => sentence(1)[0] ?? '').map((_, index) => `Which of these two tools does a joiner take for the job? ${index % 2}`);
    const began = performance.now();
    expect(alike(same, 0.7)).toHaveLength(3_999);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
