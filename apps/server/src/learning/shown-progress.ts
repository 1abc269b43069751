import { isReleased } from '@preceptor/assessment';
import { progressOf, type Progress, withoutScores } from '@preceptor/tracking';
import type { LedgerRecord } from './ledger/record.js';

/** Progress as the learner herself may see it: without scores that are not released to her yet. */
export function shownProgress({ state, version, attempts }: Pick<LedgerRecord, 'state' | 'version' | 'attempts'>, now: Date): Progress {
  const withheld: string[] = [];
  for (const { id, submittedAt, conditions } of attempts.values()) if (submittedAt !== null && conditions !== null && conditions !== undefined && !isReleased(conditions, 'score', now)) withheld.push(id);
  return progressOf(withoutScores(state, withheld), version.outline);
}
