import type { CohortScheduleQuery, ReleaseKind } from '../../generated/graphql.js';

/** A cohort's schedule as its screen asks for it. */
export type Schedule = NonNullable<CohortScheduleQuery['cohort']>;

/** The rules by which units open, as a coordinator chooses among them. */
export const releaseWords = {
  ALL: { label: 'All at once', meaning: 'Every unit is open from the moment of enrolment.' },
  WEEKLY: { label: 'One each week', meaning: 'The first unit opens on the first day of the cohort, each other a week later.' },
  DATES: { label: 'Each on its own day', meaning: 'A unit without a day is open.' },
  AFTER_PREVIOUS: { label: 'After the one before', meaning: 'A unit opens once every lesson before it is completed and its quiz submitted.' },
} as const satisfies Record<ReleaseKind, { label: string; meaning: string }>;
export const releaseKinds = Object.keys(releaseWords) as ReleaseKind[];

/** The day on which the n-th unit opens, a week after the other from `startsOn`; null: there is no first day. */
export function weeklyDay(startsOn: string | null, index: number): string | null {
  return startsOn === null ? null : new Date(Date.parse(`${startsOn}T00:00:00Z`) + index * 7 * 86_400_000).toISOString().slice(0, 10);
}
