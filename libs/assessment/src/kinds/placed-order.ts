import type { KeyOf } from '../item.js';
import type { Judgement } from './rules.js';

/** An order judged by its key: QTI's `match_correct` for all-or-nothing, else partial credit by the pairs in order. */
export function judgeOrder({ order, scoring }: KeyOf['ordering'], response: readonly string[]): Judgement {
  const judged = judgePairsInOrder(order, response);
  return scoring === 'all-or-nothing' ? { ...judged, fraction: judged.fraction === 1 ? 1 : 0 } : judged;
}

/**
 * Partial credit for an order: of all pairs of elements, those in the right order less those in the wrong one, over
 * all pairs, not below 0; so the key earns 1, the reverse and (on average, before the floor) a random order 0.
 * A pair with an element that was not placed counts for neither. Source: Kendall's tau, M. G. Kendall, "A New Measure
 * of Rank Correlation", Biometrika 30 (1938); QTI 3.0 itself has only `match_correct` for ordered responses.
 * A part is `correct` when the element stands at its place; its raw is its share of the pairs.
 */
function judgePairsInOrder(key: readonly string[], response: readonly string[]): Judgement {
  const place = new Map(response.map((id, index) => [id, index]));
  const pairs = (key.length * (key.length - 1)) / 2;
  let balance = 0;
  const parts = key.map((id, index) => {
    const at = place.get(id);
    let own = 0;
    key.forEach((other, otherIndex) => {
      const otherAt = place.get(other);
      if (at === undefined || otherAt === undefined || index === otherIndex) return;
      own += at < otherAt === index < otherIndex ? 1 : -1;
    });
    balance += own;
    const raw = pairs === 0 ? (at === undefined ? 0 : 1) : own / (2 * pairs);
    return { id, correct: at === index, raw, max: 1 / key.length };
  });
  const fraction = pairs === 0 ? (parts.every((part) => part.correct) ? 1 : 0) : Math.max(0, balance / (2 * pairs));
  return { fraction, parts };
}
