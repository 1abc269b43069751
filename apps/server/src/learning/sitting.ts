import { type Conditions, type NotNow, releasedAt, type ReleaseMoment } from '@preceptor/assessment';
import type { SittingStanding } from './attempts.service.js';
import { Counting, Release, type Sitting, type SittingConditions } from './sitting.types.js';

const releases: Record<ReleaseMoment, Release> = { 'at-once': Release.AT_ONCE, 'after-closing': Release.AFTER_CLOSING, never: Release.NEVER };
const countings: Record<Conditions['counts'], Counting> = { best: Counting.BEST, last: Counting.LAST, first: Counting.FIRST, mean: Counting.MEAN };
const refusals: Record<NotNow['why'], string> = { 'not-open': 'NOT_OPEN', closed: 'CLOSED', wait: 'WAIT', 'attempts-used-up': 'ATTEMPTS_USED_UP' };

/** Counting rule and release moments as GraphQL spells them. */
export const releasesOf = ({ release, counts }: Pick<Conditions, 'release' | 'counts'>) => ({
  counts: countings[counts], scoreRelease: releases[release.score], feedbackRelease: releases[release.feedback], keyRelease: releases[release.key],
});

export function sittingConditions({ format: _format, recordFocus, release, counts, extraAttempts: _extra, revision: _revision, shuffle: _shuffle, ...conditions }: Conditions, now: Date): SittingConditions {
  const later = (['score', 'feedback', 'key'] as const).map((part) => releasedAt({ release, closesAt: conditions.closesAt }, part, now));
  return {
    ...conditions, ...releasesOf({ release, counts }), focusRecorded: recordFocus, moreShownAt: later.find((at) => at !== null) ?? null,
  };
}

export const sittingView = (assessment: string, { conditions, used, open, notNow, now }: SittingStanding): Sitting => ({
  assessment, now: now.toISOString(), used, open, refused: notNow === null ? null : refusals[notNow.why], until: notNow?.until ?? null, conditions: sittingConditions(conditions, now),
});
