import type { Judgement } from './rules.js';

/**
 * Partial credit for a set of choices: with n right and m wrong choices on offer, each right choice made earns 1/n and
 * each wrong one costs 1/m; the sum is kept within 0..1. So the key alone earns everything, choosing everything earns
 * nothing, and blind choosing is expected to earn nothing before the floor.
 * Source: QTI 3.0 ASI, response processing template `map_response`, with a Mapping of those values, `lowerBound` 0 and
 * `upperBound` 1; the values are the correction for guessing of right-minus-wrong scoring.
 * With `whole`, QTI's `match_correct`: the key exactly, or nothing; the parts then only tell what was right.
 */
export function judgeSet(offered: readonly { id: string }[], key: readonly string[], chosen: readonly string[], whole: boolean): Judgement {
  const right = new Set(key);
  const picked = new Set(chosen);
  const rights = offered.filter((choice) => right.has(choice.id)).length;
  const wrongs = offered.length - rights;
  let hits = 0;
  let misses = 0;
  const parts = offered.map(({ id }) => {
    const isRight = right.has(id);
    const isPicked = picked.has(id);
    if (isPicked && isRight) hits++;
    if (isPicked && !isRight) misses++;
    const raw = !isPicked ? 0 : isRight ? 1 / rights : -1 / wrongs;
    return { id, correct: isRight === isPicked, raw, max: isRight ? 1 / rights : 0 };
  });
  const exact = rights > 0 && hits === rights && misses === 0;
  if (exact || whole) return { fraction: exact ? 1 : 0, parts };
  const earned = (rights === 0 ? 0 : hits / rights) - (wrongs === 0 ? 0 : misses / wrongs);
  return { fraction: Math.min(1, Math.max(0, earned)), parts };
}
