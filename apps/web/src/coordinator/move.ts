import type { Client, CombinedError } from 'urql';
import { CohortEnrolmentsDocument, MoveEnrolmentsDocument, PreviewMoveDocument, SetCohortVersionDocument, type CohortEnrolmentsQuery, type PreviewMoveQuery } from '../generated/graphql.js';

export type Change = PreviewMoveQuery['previewMove']['changes'][number];
/** Most enrolments that the server moves at once. */
const mostAtOnce = 100;
const fresh = { requestPolicy: 'network-only' } as const;

/** What moving a cohort's learners to a version would change for each who isn't on it yet. Throws the CombinedError. */
export async function previewOf(client: Client, cohort: string, version: string): Promise<Change[]> {
  const changes: Change[] = [];
  let after: string | null = null;
  do {
    const page: CohortEnrolmentsQuery = must(await client.query(CohortEnrolmentsDocument, { id: cohort, after }, fresh).toPromise());
    const learners = page.cohort?.learners;
    const enrolments = learners?.nodes.map(({ enrolment }) => enrolment.id) ?? [];
    if (enrolments.length > 0) changes.push(...must(await client.query(PreviewMoveDocument, { enrolments, version }, fresh).toPromise()).previewMove.changes);
    after = learners?.pageInfo.hasNextPage === true ? learners.pageInfo.endCursor : null;
  } while (after !== null);
  return changes;
}

/** Moves the learners, then the cohort itself. What was moved before an error stays moved, and moving again goes on from there. */
export async function move(client: Client, cohort: string, version: string, changes: readonly Change[]): Promise<void> {
  const enrolments = changes.map(({ enrolment }) => enrolment.id);
  for (let from = 0; from < enrolments.length; from += mostAtOnce) {
    must(await client.mutation(MoveEnrolmentsDocument, { enrolments: enrolments.slice(from, from + mostAtOnce), version }).toPromise());
  }
  must(await client.mutation(SetCohortVersionDocument, { cohort, version }).toPromise());
}

/** Whether somebody sees more of the move than another number on the version. */
export function isFelt({ completionBefore, completionAfter, fractionBefore, fractionAfter, openAttempts }: Change): boolean {
  return openAttempts > 0 || completionBefore !== completionAfter || Math.floor(fractionBefore * 100) !== Math.floor(fractionAfter * 100);
}

function must<T>({ data, error }: { data?: T | undefined; error?: CombinedError | undefined }): T {
  if (error !== undefined) throw error;
  if (data === undefined) throw new Error('The server answered nothing.');
  return data;
}
