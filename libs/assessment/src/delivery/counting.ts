import type { CountingRule } from './rules.js';

/** What one submitted attempt earned: `scaled` 0..1; `passed` null where nothing is to be passed or a person has still to score. */
export interface AttemptEarned { scaled: number; passed: boolean | null }

/**
 * What several submitted attempts amount to, in the order in which they were submitted; null: there is none. `best` is
 * the highest score, and passes if any attempt did; `mean` passes where the mean reaches the mark, and is undecided
 * while a person has still to score one of them and it does not.
 */
export function countingScore(attempts: readonly AttemptEarned[], rule: CountingRule, passMark: number | null): AttemptEarned | null {
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (first === undefined || last === undefined) return null;
  switch (rule) {
    case 'first': return { ...first };
    case 'last': return { ...last };
    case 'best': {
      const scaled = Math.max(...attempts.map((attempt) => attempt.scaled));
      if (attempts.some(({ passed }) => passed === true)) return { scaled, passed: true };
      return { scaled, passed: passMark === null || attempts.some(({ passed }) => passed === null) ? null : false };
    }
    case 'mean': {
      // To 1e-10, as totals are: three attempts at the mark are at the mark.
      const scaled = Math.round((attempts.reduce((sum, attempt) => sum + attempt.scaled, 0) / attempts.length) * 1e10) / 1e10;
      if (passMark === null) return { scaled, passed: null };
      return { scaled, passed: scaled >= passMark ? true : attempts.some(({ passed }) => passed === null) ? null : false };
    }
  }
}
