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
  checkBank: (readings) => {
    const groups = new Map<string, { places: number; at: number[] }>();
    for (const reading of readings) {
      const found = placeOf(reading);
      if (found === null) continue;
      const name = found.claim ? 'claims' : `items with ${found.places} options`;
      const group = groups.get(name) ?? { places: found.places, at: [] };
      group.at.push(found.at);
      groups.set(name, group);
    }
    return [...groups].flatMap(([name, { places, at }]) => judged(name, places, at));
  },
};

function placeOf({ item }: ItemReading): { places: number; at: number; claim: boolean } | null {
  if (item.kind === 'true-false') return { places: 2, at: item.key.correct ? 0 : 1, claim: true };
  if (item.kind !== 'single-choice' || item.shuffle) return null;
  return { places: item.content.options.length, at: item.content.options.findIndex(({ id }) => id === item.key.correct), claim: false };
}

function judged(name: string, places: number, at: readonly number[]): BankPlace[] {
  if (at.length < fewest || places < 2) return [];
  const counts = Array.from({ length: places }, (_, place) => at.filter((value) => value === place).length);
  const expected = at.length / places;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const degrees = places - 1;
  const limit = degrees * (1 - 2 / (9 * degrees) + deviate * Math.sqrt(2 / (9 * degrees))) ** 3;
  if (chiSquare <= limit) return [];
  const said = counts.map((count, place) => `${name === 'claims' ? (place === 0 ? 'true' : 'false') : String.fromCharCode(65 + place)} ${count}`).join(', ');
  return [{ item: null, path: 'bank', message: `Of ${at.length} ${name} the key stands at ${said}.` }];
}
