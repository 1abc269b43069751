import type { Item } from '../item.js';
import type { Judgement } from './rules.js';

/** A response judged as one whole. QTI 3.0 response processing template `match_correct`: all or nothing. */
export function wholly(item: Pick<Item, 'id'>, correct: boolean): Judgement {
  const raw = correct ? 1 : 0;
  return { fraction: raw, parts: [{ id: item.id, correct, raw, max: 1 }] };
}
