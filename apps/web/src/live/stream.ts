import type { CohortHeadQuery, RowFragment } from '../generated/graphql.js';

/** What can change of a learner's row while one looks at it. */
export type LiveRow = Pick<RowFragment, 'status' | 'reason' | 'fraction' | 'lastActivityAt' | 'score' | 'completion' | 'success'> & Partial<Pick<RowFragment, 'lessonsCompleted'>>;
export type LiveSummary = NonNullable<CohortHeadQuery['cohort']>['summary'];
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'over';
export interface Heard {
  onState: (state: LiveState) => void;
  onLearners: (rows: Map<string, LiveRow>, summary: LiveSummary) => void;
  /** anything may be different: to be read anew */
  onReload: () => void;
}

/** A page that nobody sees gives its connection back after so many milliseconds: a browser has few for each site. */
const hiddenMs = 60_000;
const againMs = { first: 1_000, most: 30_000 };

/** Watches a cohort until the function that it returns is called: begins again by itself where the connection breaks, and says where it was. */
export function watchCohort(cohort: string, { onState, onLearners, onReload }: Heard): () => void {
  let source: EventSource | null = null;
  let since = '';
  let waits = againMs.first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const seen = (event: MessageEvent<string>) => { since = event.lastEventId === '' ? since : event.lastEventId; };
  const close = () => { clearTimeout(timer); source?.close(); source = null; };
  function open(): void {
    close();
    const stream = new EventSource(`/cohorts/${encodeURIComponent(cohort)}/live${since === '' ? '' : `?since=${encodeURIComponent(since)}`}`);
    source = stream;
    stream.addEventListener('live', (event) => { seen(event); waits = againMs.first; onState('live'); });
    stream.addEventListener('reload', (event) => { seen(event); waits = againMs.first; onState('live'); onReload(); });
    stream.addEventListener('learners', (event) => {
      seen(event);
      const { rows, summary } = JSON.parse(event.data) as { rows: (LiveRow & { enrolment: string })[]; summary: LiveSummary };
      onLearners(new Map(rows.map((row) => [row.enrolment, row])), summary);
    });
    stream.addEventListener('over', () => { over = true; close(); onState('over'); });
    stream.addEventListener('error', () => {
      if (over) return;
      onState('reconnecting');
      // The browser tries again by itself unless the server refused it.
      if (stream.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, waits);
      waits = Math.min(waits * 2, againMs.most);
    });
  }
  function visible(): void {
    clearTimeout(timer);
    if (over) return;
    if (document.visibilityState === 'hidden') timer = setTimeout(close, hiddenMs);
    else if (source === null) open();
  }
  document.addEventListener('visibilitychange', visible);
  open();
  return () => { document.removeEventListener('visibilitychange', visible); over = true; close(); };
}
