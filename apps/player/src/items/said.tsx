import type { Outcome } from '../delivery/delivery.js';
import { useApp } from '../session/app.js';
import { Html } from '../reading/html.js';

export type Verdict = 'right' | 'partly' | 'wrong' | null;

/** Whether one part of an answer was right, where the score says so. */
export function verdictOf(outcome: Outcome | null, part: string): Verdict {
  const found = outcome?.score.parts.find((each) => each.id === part);
  return found === undefined ? null : found.correct ? 'right' : 'wrong';
}

/** The same where a part may earn some of its share: a row with several choices, an answer that a minority of a panel gave. */
export function gradedVerdictOf(outcome: Outcome | null, part: string): Verdict {
  const verdict = verdictOf(outcome, part);
  return verdict === 'wrong' && (outcome?.score.parts.find((each) => each.id === part)?.raw ?? 0) > 0 ? 'partly' : verdict;
}

/** What is said of one choice, beside it: a sign, a word, and why. */
export function Said({ outcome, choice, verdict }: { outcome: Outcome | null; choice: string; verdict: Verdict }) {
  const { words } = useApp();
  const why = outcome?.feedback?.byChoice[choice];
  if (verdict === null && why === undefined) return null;
  return (
    <div class={`said ${verdict ?? ''}`}>
      {verdict !== null && <strong class="verdict"><Sign verdict={verdict} /> {verdict === 'right' ? words.right : verdict === 'partly' ? words.verdicts.partial : words.notRight}</strong>}
      {why !== undefined && <Html html={why} />}
    </div>
  );
}

export function Sign({ verdict }: { verdict: 'right' | 'wrong' | 'partly' }) {
  return (
    <svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
      {verdict === 'right' ? <path d="M3 8.5l3.5 3.5L13 4.5" /> : verdict === 'wrong' ? <path d="M4 4l8 8M12 4l-8 8" /> : <path d="M3 8h10" />}
    </svg>
  );
}
