import type { Certainty } from './item.js';

/**
 * Certainty-based marking: the better one knows whether one knows, the more one earns. Marks for a right and a wrong
 * answer at each certainty, by A. R. Gardner-Medwin ("Confidence assessment in the teaching of basic science",
 * Association for Learning Technology Journal 3, 1995; "Confidence-based marking", in Innovative Assessment in Higher
 * Education, 2006): 1, 2 or 3 for a right answer; 0, 2 or 6 lost for a wrong one. Low certainty pays best up to a
 * chance of 2/3 of being right, high from 4/5 on.
 */
export const CERTAINTY_MARKS: Readonly<Record<Certainty, { right: number; wrong: number }>> = {
  1: { right: 1, wrong: 0 },
  2: { right: 2, wrong: -2 },
  3: { right: 3, wrong: -6 },
};

/**
 * The fraction of an item's maximum that an answer earns under certainty-based marking: -2 to 1. A partly right answer
 * stands on the straight line between wrong and right, which keeps the break-even chances. Without a certainty: low.
 */
export function certaintyFraction(fraction: number, certainty: Certainty | undefined): number {
  const { right, wrong } = CERTAINTY_MARKS[certainty ?? 1];
  return (wrong + (right - wrong) * fraction) / CERTAINTY_MARKS[3].right;
}
