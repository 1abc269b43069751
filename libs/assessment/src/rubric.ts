import type { ItemOf, PartScore, Score } from './item.js';
import { own, safely } from './reading.js';
import { exactSum } from './total.js';

/**
 * The score of a long text or an uploaded file from a person's judgement: for each criterion id, the index of the level that she chose.
 * Points of the levels are summed and scaled to the item's `maxScore`. While a criterion has no valid level the score
 * stays pending. QTI 3.0: an outcome with `external-scored="human"`.
 */
export function scoreByRubric(item: ItemOf<'long-text'> | ItemOf<'upload'>, levels: unknown): Score {
  const rows = item.key.rubric.map((criterion) => {
    const chosen = safely(() => own(levels, criterion.id));
    const level = typeof chosen === 'number' ? criterion.levels[chosen] : undefined;
    return { id: criterion.id, points: level?.points, most: Math.max(0, ...criterion.levels.map((one) => one.points)) };
  });
  const most = exactSum(rows.map((row) => row.most));
  const unit = most > 0 ? item.maxScore / most : 0;
  const parts = rows.map((row): PartScore => ({ id: row.id, correct: row.points === row.most, raw: (row.points ?? 0) * unit, max: row.most * unit }));
  if (rows.length === 0 || rows.some((row) => row.points === undefined)) {
    return { raw: 0, max: item.maxScore, scaled: 0, outcome: 'pending', parts };
  }
  const earned = exactSum(rows.map((row) => row.points ?? 0));
  const scaled = most > 0 ? Math.min(1, Math.max(0, earned / most)) : 0;
  return { raw: scaled * item.maxScore, max: item.maxScore, scaled, outcome: scaled === 1 ? 'correct' : scaled > 0 ? 'partial' : 'incorrect', parts };
}
