import type { Outcome } from '../delivery/delivery.js';
import type { Verdict } from './said.js';

/** For kinds whose answer is one thing: the whole score's verdict is the answer's. */
export function wholeVerdict(outcome: Outcome | null): Verdict {
  if (outcome?.score.outcome === 'correct') return 'right';
  return outcome?.score.outcome === 'incorrect' ? 'wrong' : null;
}
