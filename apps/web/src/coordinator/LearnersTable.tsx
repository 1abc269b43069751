import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { rowKeys } from '../frame/rowKeys.js';
import { SortHead } from '../frame/SortHead.js';
import { useTyped } from '../frame/useTyped.js';
import { CohortLearnersDocument, type LearnerSort } from '../generated/graphql.js';
import { GroupFilter } from '../groups/GroupFilter.js';
import { type CohortLive, withLive } from '../live/useCohortLive.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { LearnerTableRow } from './LearnerTableRow.js';
import { statuses } from './statuses.js';

const pageSize = 40;

/** All learners of a cohort: sorts, filters, searches and pages on the server; everything chosen is in the address. */
export function LearnersTable({ cohort, turn, live }: { cohort: string; turn: number; live: CohortLive }) {
  const filters = useSearch({ from: '/cohorts/$cohort' });
  const navigate = useNavigate({ from: '/cohorts/$cohort' });
  const [result, again] = useQuery({
    query: CohortLearnersDocument,
    variables: { id: cohort, first: pageSize, after: filters.after ?? null, sort: filters.sort ?? 'NAME', descending: filters.descending === true, search: filters.q ?? null, status: filters.status ?? null, group: filters.group ?? null },
  });
  const turned = useRef(turn);
  useEffect(() => {
    if (turned.current !== turn) again({ requestPolicy: 'network-only' });
    turned.current = turn;
  }, [turn, again]);
  /** A new order or filter begins at the first page again. */
  const set = (change: Partial<typeof filters>) => void navigate({ search: (before) => ({ ...before, after: undefined, ...change }), replace: true, resetScroll: false });
  const [typed, setTyped] = useTyped(filters.q ?? '', (q) => set({ q: q === '' ? undefined : q }));
  const sort = (by: LearnerSort) => ({
    sorted: (filters.sort ?? 'NAME') !== by ? 'none' as const : filters.descending === true ? 'descending' as const : 'ascending' as const,
    onSort: () => set({ sort: by === 'NAME' ? undefined : by, descending: (filters.sort ?? 'NAME') === by && filters.descending !== true ? true : undefined }),
  });
  const filtered = filters.q !== undefined || filters.status !== undefined || filters.group !== undefined;
  return (
    <section aria-labelledby="learners" className="stack">
      <div className="row between"><h2 id="learners">Learners</h2><span className="row"><Button component="a" variant="default" size="xs" href={`/cohorts/${cohort}/learners.xlsx${filters.group === undefined ? '' : `?group=${filters.group}`}`} download>Export for Excel</Button><Button component="a" variant="default" size="xs" href={`/cohorts/${cohort}/learners.csv${filters.group === undefined ? '' : `?group=${filters.group}`}`} download>Export as CSV</Button></span></div>
      <div className="filters">
        <TextInput className="grow" label="Search" type="search" placeholder="name or e-mail" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <NativeSelect label="Status" value={filters.status ?? ''} data={[{ value: '', label: 'All' }, ...Object.entries(statuses).map(([value, { word }]) => ({ value, label: word }))]}
          onChange={(event) => { const wanted = event.currentTarget.value; set({ status: statusOf(wanted) }); }} />
        <GroupFilter cohort={cohort} value={filters.group} onChange={(group) => set({ group })} />
      </div>
      <Loaded result={result} value={result.data?.cohort?.learners} retry={() => again({ requestPolicy: 'network-only' })} what="cohort" skeleton={<TableBones rows={12} label="Loading the learners" />}>
        {({ edges, pageInfo }) => edges.length === 0 ? (
          <Empty title="No learner fits" action={<button type="button" className="link" onClick={() => { setTyped(''); set({ q: undefined, status: undefined, group: undefined }); }}>Show all learners</button>}>{filtered ? 'Loosen the search, the status or the group.' : 'This page of the list is empty.'}</Empty>
        ) : (
          <>
            <table className="grid folds learners" aria-busy={result.stale}>
              <caption className="unseen">Learners with progress, last activity and score</caption>
              <thead><tr>
                <SortHead label="Name" {...sort('NAME')} /><th scope="col">Status</th><SortHead label="Progress" {...sort('PROGRESS')} />
                <SortHead label="Last active" {...sort('LAST_ACTIVITY')} /><SortHead label="Score" figure {...sort('SCORE')} />
              </tr></thead>
              <tbody onKeyDown={rowKeys}>{edges.map(({ node }) => <LearnerTableRow key={node.enrolment.id} learner={withLive(node, live)} />)}</tbody>
            </table>
            {(pageInfo.hasNextPage || filters.after !== undefined) && (
              <nav aria-label="Pages of learners" className="pager">
                {filters.after === undefined ? <span /> : <Link from="/cohorts/$cohort" to="." search={(before) => ({ ...before, after: undefined })} resetScroll={false}>First page</Link>}
                {pageInfo.hasNextPage && pageInfo.endCursor !== null && <Link from="/cohorts/$cohort" to="." search={(before) => ({ ...before, after: pageInfo.endCursor ?? undefined })} resetScroll={false}>Next {pageSize} learners</Link>}
              </nav>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function statusOf(value: string): keyof typeof statuses | undefined {
  return value in statuses ? value as keyof typeof statuses : undefined;
}
