import { partsOf } from '@preceptor/tracking';
import { readOutline } from '../../learning/reading.js';

/** The parts of a course that can be due, the whole course first. */
export function partsIn(outline: unknown): { part: string; title: string }[] {
  const read = readOutline(outline);
  return read === null ? [] : partsOf(read).toSorted((a, b) => Number(b.part === '') - Number(a.part === ''));
}
