import { createHash } from 'node:crypto';
import { type Correction, type Item, rubricOf } from '@preceptor/assessment';
import { itemSchema } from '@preceptor/assessment/schema';
import type { AttemptTotal } from '../../learning/decide-scoring.js';
import type { AttemptOfItem } from '../../learning/scoring.service.js';
import { gradingErrors } from '../errors.js';

export type Change = 'KEY' | 'DROP' | 'FULL_MARKS' | 'AS_PUBLISHED';

/** What is to hold for an item; null: what was published. Throws KEY_INVALID for a key that does not fit. */
export function correctionOf(item: Item, change: Change, key: unknown): Correction | null {
  switch (change) {
    case 'AS_PUBLISHED': return null;
    case 'DROP': return { kind: 'drop' };
    case 'FULL_MARKS': return { kind: 'full-marks' };
    case 'KEY': return { kind: 'key', key: checkedKey(item, key) };
  }
}

function checkedKey(item: Item, key: unknown): Item['key'] {
  if (rubricOf(item) !== null) throw gradingErrors.KEY_INVALID({ says: 'People grade this question by its rubric: change their marks instead.', path: ['input', 'key'] });
  const read = itemSchema.safeParse({ ...item, key });
  if (read.success) return read.data.key;
  const [issue] = read.error.issues;
  const path = issue?.path[0] === 'key' ? issue.path.slice(1) : [];
  throw gradingErrors.KEY_INVALID({ ...(issue === undefined ? {} : { says: issue.message }), path: ['input', 'key', ...path.map(String)] });
}

/** 0: the attempt's pass is lost; 1: won; 2: another score; 3: nothing changes. */
export function rankOf(before: AttemptTotal, after: AttemptTotal): number {
  if (before.passed === true && after.passed !== true) return 0;
  if (before.passed !== true && after.passed === true) return 1;
  return before.raw !== after.raw || before.max !== after.max || before.pending !== after.pending || before.passed !== after.passed ? 2 : 3;
}

/** Of all that a preview rests on: submitted attempts with their scores, and the corrections that hold. */
export function fingerprintOf(attempts: readonly AttemptOfItem[], held: Record<string, Correction>): string {
  const lines = attempts.map(({ attemptId, total: { raw, max, scaled, passed, pending } }) => [attemptId, raw, max, scaled, passed, pending].join());
  return createHash('sha256').update(JSON.stringify([lines.toSorted(), Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1))])).digest('hex');
}
