import { useEffect, useRef, useState } from 'react';
import { type LiveRow, type LiveState, type LiveSummary, watchCohort } from './stream.js';

export interface CohortLive { state: LiveState; /** by enrolment, what is newer than what was read */ rows: ReadonlyMap<string, LiveRow>; /** null: what was read is the newest */ summary: LiveSummary | null }

/** What happens in a cohort while its page is open. `reload` is called where everything is to be read anew; what is shown stays until that is there. */
export function useCohortLive(cohort: string, reload: () => void): CohortLive {
  const [live, setLive] = useState<CohortLive>({ state: 'connecting', rows: new Map(), summary: null });
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => watchCohort(cohort, {
    onState: (state) => setLive((now) => ({ ...now, state })),
    onLearners: (rows, summary) => setLive((now) => ({ ...now, summary, rows: new Map([...now.rows, ...[...rows].map(([id, row]) => [id, { ...now.rows.get(id), ...row }] as const)]) })),
    onReload: () => { setLive((now) => ({ ...now, rows: new Map(), summary: null })); latest.current(); },
  }), [cohort]);
  return live;
}

/** A row as it was read, with what has changed since. */
export function withLive<R extends { enrolment: { id: string } }>(row: R, { rows }: Pick<CohortLive, 'rows'>): R {
  const newer = rows.get(row.enrolment.id);
  return newer === undefined ? row : { ...row, ...newer, enrolment: row.enrolment };
}
