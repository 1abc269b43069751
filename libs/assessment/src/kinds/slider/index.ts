import type { KindRules } from '../rules.js';
import { shownBase } from '../shown.js';
import { wholly } from '../undivided.js';
import { nearestOnGrid, onGrid } from './grid.js';

/**
 * A value on a scale. QTI 3.0: `sliderInteraction`, cardinality single, base type float, with `lowerBound`,
 * `upperBound` and `step`; scored by `equal` with `tolerance-mode` absolute, bounds included. All or nothing. A number
 * that the slider can't stand on is no answer.
 */
export const slider: KindRules<'slider'> = {
  objective: true,
  read: (content, value) => (typeof value === 'number' ? onGrid(content, value) : undefined),
  judge: (item, response) => wholly(item, Math.abs(response - item.key.value) <= item.key.tolerance + slack(response, item.key.value)),
  correctResponse: (item) => nearestOnGrid(item.content, item.key.value),
  view(item) {
    const { min, max, step, unit, minLabel, maxLabel } = item.content;
    return {
      ...shownBase(item), kind: 'slider',
      content: { min, max, step, ...(unit === undefined ? {} : { unit }), ...(minLabel === undefined ? {} : { minLabel }), ...(maxLabel === undefined ? {} : { maxLabel }) },
    };
  },
  arranged: () => [],
  choices: () => [],
  slots: () => [],
  touched: () => [],
  labels: ({ unit }, response) => [{ id: 'number', label: unit === undefined ? String(response) : `${response} ${unit}` }],
};

/** The last digits of a binary fraction must not decide at the very edge of the tolerance. */
function slack(response: number, value: number): number {
  return 1e-9 * Math.max(Math.abs(response), Math.abs(value));
}
