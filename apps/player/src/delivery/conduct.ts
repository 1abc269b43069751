import type { Attempt, AttemptResult } from './delivery.js';
import type { Rules } from './rules.js';

/** How the learner stands with an assessment before she begins. */
export interface Sitting { used: number; open: boolean; /** NOT_OPEN, CLOSED, WAIT, ATTEMPTS_USED_UP; null: she may begin */ refused: string | null; until: string | null; conditions: Rules }
/** How an attempt stands now, by the server. */
export interface Standing { secondsLeft: number | null; onBreak: boolean; breakSecondsLeft: number; /** another device holds it, or it was submitted there */ elsewhere: boolean }

/** What a server does for an attempt besides delivering and scoring it. Packages have none. */
export interface Conduct {
  sitting(assessment: string): Promise<Sitting>;
  /** How the next attempt is entered; said once, before it is begun. */
  enter(how: { password?: string; takeOver?: boolean }): void;
  /** Code of what last refused an attempt; null: none was since. */
  readonly refused: string | null;
  standing(attempt: string): Promise<Standing>;
  /** Begins or ends a break, after all answers have been sent. */
  pause(attempt: string, begin: boolean): Promise<Standing>;
  /** What a submitted attempt is shown of by now; null: still nothing. */
  result(attempt: Attempt): Promise<AttemptResult | null>;
  /** Tells when the server refused an answer because another device holds the attempt; returns the way to stop. */
  onElsewhere(listener: () => void): () => void;
}
