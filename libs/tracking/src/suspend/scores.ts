import type { AnswerScore, AttemptScore } from '../events.js';
import type { Coder } from './range-coder.js';
import { flag, real, symbol } from './values.js';

const outcomes: readonly AnswerScore['outcome'][] = ['incorrect', 'correct', 'partial', 'unanswered', 'pending'];

/** What an answer earned. Right and wrong at full and no points cost their outcome alone. */
export function answerScore(coder: Coder, score: AnswerScore | undefined): AnswerScore {
  const outcome = outcomes[symbol(coder, 'outcome', 3, score === undefined ? 0 : outcomes.indexOf(score.outcome))] ?? 'incorrect';
  const max = real(coder, 'max', score?.max);
  const usual = usualScaled(outcome);
  if (flag(coder, 'usual', score !== undefined && score.scaled === usual && score.raw === usual * score.max)) return { outcome, max, raw: usual * max, scaled: usual };
  return { outcome, max, ...rawAndScaled(coder, 'answer', max, score) };
}
const usualScaled = (outcome: AnswerScore['outcome']): number => (outcome === 'correct' ? 1 : outcome === 'partial' ? 0.5 : 0);

/** What an attempt earned, exact where points are fractions that scoring rules make. */
export function attemptScore(coder: Coder, score: AttemptScore | undefined): AttemptScore {
  const max = real(coder, 'max', score?.max);
  const verdict = symbol(coder, 'passed', 2, score === undefined || score.passed === null ? 0 : score.passed ? 2 : 1);
  return { max, ...rawAndScaled(coder, 'attempt', max, score), passed: verdict === 0 ? null : verdict === 2 };
}

function rawAndScaled(coder: Coder, context: string, max: number, score: { raw: number; scaled: number } | undefined): { raw: number; scaled: number } {
  const raw = real(coder, `${context}raw`, score?.raw);
  const quotient = max > 0 ? Math.min(1, Math.max(0, raw / max)) : 0;
  const follows = flag(coder, `${context}follows`, score !== undefined && Math.abs(score.scaled - quotient) < 1e-9);
  return { raw, scaled: follows ? quotient : real(coder, `${context}scaled`, score?.scaled) };
}
