import type { FigureFragment } from '../generated/graphql.js';

type Figure = Pick<FigureFragment, 'unit' | 'value'>;

/** A number as people read it: "62 %", "0.31", "1.5 min"; a real minus sign. */
export function inFigures(value: number, unit: string): string {
  if (unit === 'share') return `${(100 * value).toFixed(Math.abs(value) < 0.1 && value !== 0 ? 1 : 0)}\u00a0%`.replace('-', '−');
  if (unit === 'seconds') return value < 90 ? `${value.toFixed(0)}\u00a0s` : `${(value / 60).toFixed(1)}\u00a0min`;
  return value.toFixed(2).replace('-', '−');
}

export const figureOf = ({ value, unit }: Figure): string => (value === null ? 'not given' : inFigures(value, unit));

/** How sure a number is: its 95 % interval, or its standard error; null where neither is known. */
export function sureness({ low, high, standardError, unit }: Pick<FigureFragment, 'low' | 'high' | 'standardError' | 'unit'>): string | null {
  if (low !== null && high !== null) return `95\u00a0%: ${inFigures(low, unit)} to ${inFigures(high, unit)}`;
  return standardError === null ? null : `± ${inFigures(standardError, unit)} (standard error)`;
}
