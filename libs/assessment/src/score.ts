import { certaintyFraction } from './certainty.js';
import type { Item, Kind, PartScore, ResponseOf, Score } from './item.js';
import type { Judgement, KindRules } from './kinds/rules.js';
import { rulesOf } from './kinds/registry.js';
import { readCertainty, readResponse } from './response.js';

/**
 * What a response earns: a function of the item, its key and the response, and of nothing else. Total: `response` may
 * be an ItemResponse, undefined or anything that came in from outside.
 *
 * `max` is the item's `maxScore`, `raw` what was earned of it, `scaled` is raw / max clamped to 0..1. With certainty-
 * based marking (`item.certainty`) raw runs from -2 to 1 times max, as `certainty.ts` says; `outcome` always tells
 * whether the answer was right, not what it earned. Parts are in the same measure as raw, before certainty.
 */
export function scoreResponse(item: Item, response: unknown): Score {
  const read = readResponse(item, response);
  if (read === undefined) return madeScore(item, 0, 'unanswered', []);
  const rules = rulesOf(item);
  if (!rules.objective) return madeScore(item, 0, 'pending', []);
  const { fraction, parts } = judged(rules, item, read);
  const outcome = fraction === 1 ? 'correct' : fraction > 0 ? 'partial' : 'incorrect';
  const earned = item.certainty ? certaintyFraction(fraction, readCertainty(response)) : fraction;
  return madeScore(item, earned, outcome, parts);
}

function judged(rules: KindRules<Kind>, item: Item, response: ResponseOf[Kind]): Judgement {
  return rules.judge(item, response);
}

function madeScore(item: Item, fraction: number, outcome: Score['outcome'], parts: PartScore[]): Score {
  const max = item.maxScore;
  return {
    raw: fraction * max,
    max,
    scaled: Math.min(1, Math.max(0, fraction)),
    outcome,
    parts: parts.map((part) => ({ ...part, raw: part.raw * max, max: part.max * max })),
  };
}
