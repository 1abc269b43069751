import { probabilityOf, type ItemResponseParameters } from './item-response.js';
import type { ItemTally } from './item-tally.js';
import { levels, shareOut, weighed } from './score-table.js';

/** What a part of the learners earned on the other items (`rest`) and on this one (`score`), 0..1; `ability`: where they stand on the scale of the item response model, null where there is none. */
export interface SeenPoint { rest: number; score: number; ability: number | null }

/** What places learners on the model's scale: the number of right answers that it expects at each ability of a grid, of how many items, and how reliable scores are. */
export interface Scale { expected: Float64Array; items: number; reliability: number }
const grid = Float64Array.from({ length: 241 }, (_, at) => at / 20 - 6);

export function scaleOf(items: readonly ItemResponseParameters[], reliability: number): Scale | null {
  return items.length < 2 ? null : { expected: grid.map((ability) => items.reduce((sum, item) => sum + probabilityOf(item, ability), 0)), items: items.length, reliability };
}

/**
 * Mean score in each fifth (third below 150) of learners by rest score, weakest first: the curve as it was seen. A
 * group's true score is nearer the mean than what was seen of it (T. L. Kelley 1923, by the reliability); its ability
 * is where the model expects that true score on the other items.
 */
export function seenCurve({ byRest }: ItemTally, scale: Scale | null, own: ItemResponseParameters | null): SeenPoint[] {
  if (byRest.total < 10) return [];
  const groups = byRest.total >= 150 ? 5 : 3;
  const rests = byRest.n.map((count, level) => count * level);
  const mean = rests.reduce((sum, rest) => sum + rest, 0) / byRest.total / (levels - 1);
  return shareOut(byRest.n, Array.from({ length: groups }, (_, at) => (at + 1) / groups)).map((part) => {
    const n = weighed(byRest.n, part);
    const rest = weighed(rests, part) / n / (levels - 1);
    return { rest, score: weighed(byRest.sum, part) / n, ability: scale === null ? null : abilityOf(mean + scale.reliability * (rest - mean), scale, own) };
  });
}

/** Where the model expects this share of right answers on the other items; null beyond the ends of the scale. */
function abilityOf(share: number, { expected, items }: Scale, own: ItemResponseParameters | null): number | null {
  const others = own === null ? items : items - 1;
  const at = (place: number): number => ((expected[place] ?? 0) - (own === null ? 0 : probabilityOf(own, grid[place] ?? 0))) / others;
  const above = grid.findIndex((_, place) => at(place) >= share);
  if (above <= 0) return null;
  const [low, high] = [at(above - 1), at(above)];
  return (grid[above - 1] ?? 0) + ((share - low) / (high - low)) * ((grid[above] ?? 0) - (grid[above - 1] ?? 0));
}
