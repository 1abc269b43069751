import type { ItemReading } from '../reading/item-reading.js';
import type { BankPlace, BankRule } from '../rule.js';
import { cueing, haladyna } from '../sources.js';

/** Fewer items tell nothing about a habit. */
const fewest = 12;
/** Chance of so uneven a spread if places were drawn at random, as a normal deviate: one in a hundred. */
const deviate = 2.326;

export const keyPosition: BankRule = {
  title: 'The key prefers a place', severity: 'advice', english: false, rules: [haladyna(20), cueing('position of the key')],
  why: `Writers like to hide the key in the middle, and guessers know. Counted over ${fewest} or more single choices with equally many options that are shown unshuffled, and over claims (true or false): a chi-square above what chance exceeds once in a hundred times (Wilson & Hilferty's approximation).`,
  mend: 'Let the options be shuffled, or move keys to the places that have too few; turn some claims round.',
  checkBank: (readings) => keyPositions(readings.flatMap((reading) => placeOf(reading) ?? [])).filter(({ uneven }) => uneven).map(({ of, items, places, counts }): BankPlace => (
    { item: null, path: 'bank', message: `Of ${items} ${of} the key stands at ${places.map((place, index) => `${place} ${counts[index] ?? 0}`).join(', ')}.` })),
};

/** Where the key of an item stands among its places, from 0. */
export interface KeyPlace { claim: boolean; places: number; at: number }
/** Of some items alike, how many keys stand at each place, and whether chance makes a spread so uneven less than once in a hundred times. */
export interface KeyPositionCount { of: string; items: number; places: string[]; counts: number[]; uneven: boolean }

/** Counts where keys stand, over items with equally many places. */
export function keyPositions(keys: readonly KeyPlace[]): KeyPositionCount[] {
  const groups = new Map<string, KeyPlace[]>();
  for (const key of keys) {
    const name = key.claim ? 'claims' : `items with ${key.places} options`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [key]);
    else group.push(key);
  }
  return [...groups].flatMap(([of, group]) => {
    const { claim, places } = group[0] ?? { claim: false, places: 0 };
    if (places < 2) return [];
    const counts = Array.from({ length: places }, (_, place) => group.filter(({ at }) => at === place).length);
    return [{ of, items: group.length, places: counts.map((_, place) => (claim ? (place === 0 ? 'true' : 'false') : String.fromCharCode(65 + place))), counts, uneven: isUneven(counts) }];
  });
}

function placeOf({ item }: ItemReading): KeyPlace | null {
  if (item.kind === 'true-false') return { places: 2, at: item.key.correct ? 0 : 1, claim: true };
  if (item.kind !== 'single-choice' || item.shuffle) return null;
  return { places: item.content.options.length, at: item.content.options.findIndex(({ id }) => id === item.key.correct), claim: false };
}

function isUneven(counts: readonly number[]): boolean {
  const items = counts.reduce((sum, count) => sum + count, 0);
  if (items < fewest) return false;
  const expected = items / counts.length;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const degrees = counts.length - 1;
  return chiSquare > degrees * (1 - 2 / (9 * degrees) + deviate * Math.sqrt(2 / (9 * degrees))) ** 3;
}
