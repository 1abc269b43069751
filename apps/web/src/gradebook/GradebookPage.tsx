import { Button, TextInput } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { CohortScreen } from '../coordinator/CohortScreen.js';
import { useTyped } from '../frame/useTyped.js';
import { CohortGradebookDocument } from '../generated/graphql.js';
import { GroupFilter } from '../groups/GroupFilter.js';
import { LiveSign } from '../live/LiveSign.js';
import { useCohortLive } from '../live/useCohortLive.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { GradebookTable } from './GradebookTable.js';
import { SettingsDialog } from './SettingsDialog.js';
import { useRenewed } from './useRenewed.js';
import './gradebook.css';

const pageSize = 50;

/** All marks of a cohort, and the grades that they make: sorts, searches and pages on the server; what is chosen is in the address. */
export function GradebookPage() {
  const { cohort: id } = useParams({ from: '/cohorts/$cohort/gradebook' });
  const filters = useSearch({ from: '/cohorts/$cohort/gradebook' });
  const navigate = useNavigate({ from: '/cohorts/$cohort/gradebook' });
  const mayCoordinate = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const [settings, setSettings] = useState(false);
  const [done, setDone] = useState('');
  const [result, again] = useQuery({ query: CohortGradebookDocument, variables: { id, first: pageSize, after: filters.after ?? null, sort: filters.sort ?? 'NAME', descending: filters.descending === true, search: filters.q ?? null, group: filters.group ?? null } });
  const renew = () => again({ requestPolicy: 'network-only' });
  const live = useCohortLive(id, renew);
  useRenewed(live.rows, renew);
  const set = (change: Partial<typeof filters>) => void navigate({ search: (before) => ({ ...before, after: undefined, ...change }), replace: true, resetScroll: false });
  const [typed, setTyped] = useTyped(filters.q ?? '', (q) => set({ q: q === '' ? undefined : q }));
  const cohort = result.data?.cohort ?? null;
  const book = cohort?.gradebook ?? null;
  const archived = cohort !== null && cohort.archivedAt !== null;
  const some = book !== null && (book.rows.totalCount > 0 || filters.q !== undefined || filters.group !== undefined);
  return (
    <CohortScreen id={id} title="Gradebook" actions={some && (
      <>
        {mayCoordinate && !archived && <Button variant="default" onClick={() => setSettings(true)}>Weights and categories</Button>}
        <Button component="a" variant="default" href={`/cohorts/${id}/gradebook.xlsx`} download>Export for Excel</Button>
        <Button component="a" variant="default" href={`/cohorts/${id}/gradebook.csv`} download>Export as CSV</Button>
      </>
    )}>
      {() => (
        <>
          <p role="status" className={done === '' ? 'unseen' : 'sign good done'} data-sign="✓">{done}</p>
          <Loaded result={result} value={book} retry={renew} what="gradebook" need="coordinators" skeleton={<TableBones rows={12} label="Loading the gradebook" />}>
            {(found) => found.columns.length === 0 ? <Empty title="There is nothing to mark">The course of this cohort has no assessment, and no live session is planned. As soon as there is one, its marks stand here.</Empty>
              : !some ? <Empty title="Nobody is enrolled yet" action={<Link to="/cohorts/$cohort" params={{ cohort: id }}>Enrol learners</Link>}>A line for each learner appears here, with a mark for each assessment and session.</Empty>
              : (
                <div className="stack">
                  <div className="filters">
                    <TextInput className="grow" label="Search" type="search" placeholder="name or e-mail" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
                    <GroupFilter cohort={id} value={filters.group} onChange={(group) => set({ group })} />
                    <LiveSign state={live.state} />
                  </div>
                  {found.rows.edges.length === 0 ? <Empty title="No learner fits" action={<button type="button" className="link" onClick={() => { setTyped(''); set({ q: undefined, group: undefined }); }}>Show all learners</button>}>Loosen the search.</Empty>
                    : <GradebookTable cohort={id} book={found} archived={archived} busy={result.stale} sort={filters.sort ?? 'NAME'} descending={filters.descending === true} onSort={(sort, descending) => set({ sort: sort === 'NAME' ? undefined : sort, descending: descending ? true : undefined })} onDone={(sentence) => { setDone(sentence); renew(); }} renew={renew} />}
                  {(found.rows.pageInfo.hasNextPage || filters.after !== undefined) && (
                    <nav aria-label="Pages of learners" className="pager">
                      {filters.after === undefined ? <span /> : <Link from="/cohorts/$cohort/gradebook" to="." search={(before) => ({ ...before, after: undefined })} resetScroll={false}>First page</Link>}
                      {found.rows.pageInfo.hasNextPage && <Link from="/cohorts/$cohort/gradebook" to="." search={(before) => ({ ...before, after: found.rows.pageInfo.endCursor ?? undefined })} resetScroll={false}>Next {pageSize} learners</Link>}
                    </nav>
                  )}
                  <p className="small quiet">Open a mark to change it, or a grade to read how it came about. A mark with ✎ was changed by staff; one that is crossed out is left out as among the lowest; a grey column counts nowhere.</p>
                </div>
              )}
          </Loaded>
          {book !== null && <SettingsDialog cohort={id} book={book} opened={settings} close={() => setSettings(false)} onSaved={() => { setSettings(false); setDone('The gradebook counts by the new weights.'); renew(); }} renew={renew} />}
        </>
      )}
    </CohortScreen>
  );
}
