import type { Conditions } from './in-force.js';

/** Why an attempt can't begin now; `until`: when it can, ISO 8601, where that is known. */
export interface NotNow { why: 'not-open' | 'closed' | 'attempts-used-up' | 'wait'; until: string | null }

/** Whether another attempt may begin at `now`; null: it may. `earlier`: the attempts begun so far, none of them open. */
export function mayBegin(conditions: Pick<Conditions, 'opensAt' | 'closesAt' | 'maxAttempts' | 'waitSeconds'>, earlier: readonly { submittedAt: string | null }[], now: Date): NotNow | null {
  const { opensAt, closesAt, maxAttempts, waitSeconds } = conditions;
  if (closesAt !== null && now.getTime() >= Date.parse(closesAt)) return { why: 'closed', until: null };
  if (maxAttempts !== null && earlier.length >= maxAttempts) return { why: 'attempts-used-up', until: null };
  const waited = waitSeconds === 0 ? null : waitedFrom(earlier, waitSeconds);
  if (opensAt !== null && now.getTime() < Date.parse(opensAt)) return { why: 'not-open', until: waited !== null && waited > opensAt ? waited : opensAt };
  if (waited === null || now.getTime() >= Date.parse(waited)) return null;
  return { why: closesAt !== null && waited >= closesAt ? 'closed' : 'wait', until: closesAt !== null && waited >= closesAt ? null : waited };
}

function waitedFrom(earlier: readonly { submittedAt: string | null }[], waitSeconds: number): string | null {
  const last = earlier.reduce<string | null>((latest, { submittedAt }) => (submittedAt !== null && (latest === null || submittedAt > latest) ? submittedAt : latest), null);
  return last === null ? null : new Date(Date.parse(last) + waitSeconds * 1000).toISOString();
}
