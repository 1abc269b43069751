import type { CourseOutline } from '@preceptor/course/delivery';
import { own, type KeptRevisions, type TrackingState } from '../state.js';

/**
 * A state that was kept as JSON, as this version of the course may use it: without answers to checks that have changed
 * since, which are asked again, and without open attempts at assessments that have changed, which begin again and cost
 * no attempt. What the course no longer has is left out in the same way. All else stays: lessons by id, wherever they
 * stand now; answers to unchanged checks; submitted attempts with their scores and verdicts. What comes back says which
 * revisions it is about (`revisions`): pass it through here whenever it was read, and keep it as it is.
 *
 * `from` is the outline under which the state was kept, where that is known; else the state's own `revisions` say it.
 * Where neither does (states of earlier players), ids alone decide.
 */
export function stateFor(state: TrackingState, outline: CourseOutline, from?: CourseOutline): TrackingState {
  const now = revisionsOf(outline);
  const then = from === undefined ? state.revisions : revisionsOf(from);
  const unchanged = (what: keyof KeptRevisions, id: string): boolean => {
    const is = own(now[what], id);
    return is !== undefined && sameRevision(is, then && own(then[what], id));
  };
  return {
    ...state,
    revisions: now,
    checks: kept(state.checks, (id) => unchanged('checks', id)),
    attempts: kept(state.attempts, (_id, { submitted, started }) => submitted !== null || started === null || unchanged('assessments', started.assessment)),
  };
}

/** The revisions of a course's checks and assessments by id, '' where one is not known. */
export function revisionsOf(outline: CourseOutline): KeptRevisions {
  const revisions: KeptRevisions = { checks: {}, assessments: {} };
  for (const { lessons, assessment } of outline.units) {
    for (const { id, revision } of lessons.flatMap(({ checks }) => checks)) revisions.checks[id] = revision ?? '';
    if (assessment !== null) revisions.assessments[assessment.id] = assessment.revision ?? '';
  }
  return revisions;
}

/** What is not known counts as the same: ids are stable, and earlier versions said no more. */
export const sameRevision = (one = '', other = ''): boolean => one === '' || other === '' || one === other;

function kept<V>(records: Record<string, V>, keep: (id: string, value: V) => boolean): Record<string, V> {
  return Object.fromEntries(Object.entries(records).filter(([id, value]) => keep(id, value)));
}
