import type { Risk } from '@preceptor/tracking';
import type { LearnerRow } from '../reporting/reporting.types.js';

/** Why somebody of a cohort wants an eye. Each learner has one reason, the first that fits. */
export const attentionKinds = ['WAITING', 'STUCK', 'LATE', 'AT_RISK'] as const;
export type AttentionKind = (typeof attentionKinds)[number];
export interface Attention { kind: AttentionKind; learner: LearnerRow; signals: string[] }
type Facts = Pick<LearnerRow, 'success' | 'status' | 'reason'>;

/** WAITING: has failed what decides, so that somebody of the staff must act. AT_RISK: stands well, and a signal says otherwise. null: nothing. */
export function attentionOf({ success, status, reason }: Facts, risks: readonly Risk[]): { kind: AttentionKind; signals: string[] } | null {
  const kind = success === 'failed' ? 'WAITING' : status === 'STUCK' ? 'STUCK' : status === 'BEHIND' ? 'LATE' : risks.length > 0 ? 'AT_RISK' : null;
  if (kind === null) return null;
  const says = risks.map((risk) => risk.says);
  const first = reason !== null && (kind === 'WAITING' || says.length === 0) ? [reason] : [];
  return { kind, signals: [...new Set([...first, ...says])] };
}

/** By kind, in this order: how many there are, and those with the most signals. */
export function attentionGroups(all: readonly Attention[], most: number): { kind: AttentionKind; count: number; learners: Attention[] }[] {
  return attentionKinds.map((kind) => {
    const own = all.filter((one) => one.kind === kind).toSorted((a, b) => b.signals.length - a.signals.length || a.learner.name.localeCompare(b.learner.name, 'en'));
    return { kind, count: own.length, learners: own.slice(0, most) };
  });
}
