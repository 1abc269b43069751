/** What one attempt earned on one item it showed. An item the attempt did not show has no entry: it is missing, not wrong. */
export interface ItemResult {
  item: string;
  /** points earned, and the most there were to earn (> 0); scaled is raw / max */
  raw: number;
  max: number;
  /** ids of the options chosen, for kinds that have options */
  chosen?: readonly string[];
  /** seconds spent on it */
  seconds?: number;
  /** shown and left unanswered: counts as its raw score (0 as a rule) and is counted apart */
  omitted?: boolean;
}

/** One finished attempt. Give one attempt a learner (the first, say): several of one learner are not independent. */
export interface AttemptResult {
  /** decides by its hash whether the attempt is in the sample for item response parameters; else chance does */
  id?: string;
  learner?: string;
  cohort?: string;
  version?: string;
  scores: readonly ItemResult[];
}

/** What is known of an item beside its answers; without it the key is read off the scores and unchosen options are unknown. */
export interface ItemFacts { key?: readonly string[]; options?: readonly string[] }

/** Why a number is not given. */
export type Undefined =
  | 'too-few-attempts' | 'too-few-items' | 'no-variance' | 'partial-credit' | 'no-rest-score' | 'no-times' | 'one-group'
  | 'unknown-group' | 'no-overlap' | 'no-pass-mark' | 'no-reliability' | 'not-converged' | 'unstable';

/** A number (or several that belong together), or null with the reason why it is not defined here. */
export type Measure<T> = { value: T; why?: never } | { value: null; why: Undefined };

export const known = <T>(value: T): Measure<T> => ({ value });
export const unknown = (why: Undefined): { value: null; why: Undefined } => ({ value: null, why });

/** An interval of 95 % confidence. */
export interface Interval { low: number; high: number }
