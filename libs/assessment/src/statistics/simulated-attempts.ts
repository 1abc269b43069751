import { randomFrom } from '../random.js';
import type { AttemptResult, ItemResult } from './attempt.js';

/** An item of a simulation: options A to D, A the truth. Who does not know guesses; `flaw` is what is wrong with it on purpose. */
export interface SimulatedItem {
  id: string;
  slope: number;
  difficulty: number;
  /** chance of a guess to be right: 1/4, or 0 for a pure two-parameter item */
  guess?: number;
  /** miskeyed: B is keyed. ambiguous: of those who know, half choose C */
  flaw?: 'miskeyed' | 'ambiguous';
  /** added to the difficulty in a cohort */
  harderFor?: Readonly<Record<string, number>>;
}

export interface Chance { uniform(): number; normal(): number }

/** Reproducible chance: uniform on (0, 1), and standard normal by Box & Muller. */
export function chanceFrom(seed: string): Chance {
  const random = randomFrom(seed);
  const uniform = (): number => (random.below(2 ** 32) + 0.5) / 2 ** 32;
  return { uniform, normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()) };
}

export const keyOf = (item: SimulatedItem): string => (item.flaw === 'miskeyed' ? 'B' : 'A');

/** One attempt of a learner of this ability on these items. */
export function simulate(chance: Chance, items: readonly SimulatedItem[], ability: number, cohort?: string): AttemptResult {
  const scores = items.map((item): ItemResult => {
    const difficulty = item.difficulty + (cohort === undefined ? 0 : item.harderFor?.[cohort] ?? 0);
    const knows = chance.uniform() < 1 / (1 + Math.exp(-item.slope * (ability - difficulty)));
    const guess = item.guess ?? 0.25;
    const chosen = knows ? (item.flaw === 'ambiguous' && chance.uniform() < 0.5 ? 'C' : 'A')
      : chance.uniform() < guess ? 'A' : ['B', 'C', 'D'][Math.floor(chance.uniform() * 3)] ?? 'B';
    return { item: item.id, raw: chosen === keyOf(item) ? 1 : 0, max: 1, chosen: [chosen], seconds: Math.exp(3.5 + 0.6 * chance.normal()) };
  });
  return cohort === undefined ? { scores } : { cohort, scores };
}
