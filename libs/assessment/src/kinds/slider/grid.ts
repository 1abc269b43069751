import type { ContentOf } from '../../item.js';

type Scale = Pick<ContentOf['slider'], 'min' | 'max' | 'step'>;

/** The number as the slider stands on it: min + k × step within its bounds, without the dust of binary fractions; undefined: it can't stand there. */
export function onGrid(scale: Scale, number: number): number | undefined {
  if (!Number.isFinite(number)) return undefined;
  const stands = nearestOnGrid(scale, number);
  return Math.abs(stands - number) <= scale.step * 1e-6 ? stands : undefined;
}

/** The place of the slider nearest to a number. */
export function nearestOnGrid({ min, max, step }: Scale, number: number): number {
  const places = Math.floor((max - min) / step + 1e-6);
  const place = Math.min(places, Math.max(0, Math.round((number - min) / step)));
  return Number((min + place * step).toPrecision(12)) + 0;
}
