import type { Accommodation, DeliveryRules } from './rules.js';

/** What holds for one attempt of one learner: the rules with what she is granted. Kept with the attempt. */
export interface Conditions extends DeliveryRules {
  format: 'preceptor-conditions/1';
  /** the time limit before extra time; null: no limit */
  usualTimeLimitSeconds: number | null;
  timeFactor: number;
  extraAttempts: number;
  /** Seconds of break that may be taken in one attempt. */
  breakSeconds: number;
  /** A password is asked for before an attempt begins. */
  passwordAsked: boolean;
  /** Attempts are taken from certain networks only. */
  networksLimited: boolean;
  /** which revision of the rules; null: nobody has set any */
  revision: number | null;
}

/** What the rules say beside `DeliveryRules` itself. */
export interface Locks { passwordAsked: boolean; networksLimited: boolean; revision: number | null }
const unlocked: Locks = { passwordAsked: false, networksLimited: false, revision: null };

/**
 * What is in force. `accommodations` go from the group's to the learner's own, from all assessments to this one: the
 * last that names a date decides it; of time factor, attempts and breaks the most generous holds, whatever the order.
 */
export function inForce(rules: DeliveryRules, accommodations: readonly Accommodation[], locks: Locks = unlocked): Conditions {
  const timeFactor = most(accommodations, 1, ({ timeFactor: factor }) => factor);
  const extraAttempts = most(accommodations, 0, ({ extraAttempts: extra }) => extra);
  return {
    format: 'preceptor-conditions/1', ...rules, ...locks, release: { ...rules.release },
    opensAt: accommodations.reduce((at, own) => own.opensAt ?? at, rules.opensAt),
    closesAt: accommodations.reduce((at, own) => own.closesAt ?? at, rules.closesAt),
    timeLimitSeconds: rules.timeLimitSeconds === null ? null : Math.ceil(rules.timeLimitSeconds * timeFactor),
    usualTimeLimitSeconds: rules.timeLimitSeconds, timeFactor, extraAttempts,
    maxAttempts: rules.maxAttempts === null ? null : rules.maxAttempts + extraAttempts,
    breakSeconds: most(accommodations, 0, ({ breakSeconds }) => breakSeconds),
  };
}

const most = (of: readonly Accommodation[], least: number, amount: (one: Accommodation) => number): number => of.reduce((found, one) => Math.max(found, amount(one)), least);
