import type { AttemptResult } from '../delivery.js';
import type { HostedAttempt } from './answers.js';

type Resulted = Pick<HostedAttempt, 'result' | 'conditions'>;
const nothing = { raw: 0, max: 0, scaled: 0, passed: null, pending: false, items: [], parts: [], lessonsToReadAgain: [], attemptsLeft: null };

/** What a submitted attempt amounts to, as far as it is shown by now. */
export function resultOf({ result, conditions }: Resulted): AttemptResult {
  const moreAt = conditions?.moreShownAt ?? null;
  if (result === null) return { ...nothing, withheld: true, moreAt };
  const { raw, max, scaled, passed, pending, attemptsLeft, lessonsToReadAgain, items, objectives } = result;
  return {
    raw, max, scaled, passed, pending, attemptsLeft, lessonsToReadAgain, parts: objectives, moreAt,
    items: items.map(({ item, score, feedback }) => ({ item, outcome: score === null ? null : { score, feedback } })),
  };
}
