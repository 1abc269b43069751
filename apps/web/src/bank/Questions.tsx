import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { BankFacetsDocument, BankListDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { plural } from '../time/words.js';
import { newItemAddress } from './addresses.js';
import type { Bank } from './folderTree.js';
import { ChosenBar } from './ChosenBar.js';
import { DoneNotice, type Done } from './DoneNotice.js';
import { everyBank, filterOf, isDescending, isNarrowed, unfiltered } from './filters.js';
import { ItemTable } from './ItemTable.js';
import { QuestionFilters } from './QuestionFilters.js';
import { noneChosen } from './selection.js';

const pageSize = 50;

/** The list of questions of a bank, or of all: searched, filtered, sorted and paged on the server; what is chosen is in the address. */
export function Questions({ bank, onChanged }: { bank: Bank | null; /** hears that questions have changed */ onChanged: () => void }) {
  const search = useSearch({ from: '/bank/$bank' });
  const navigate = useNavigate({ from: '/bank/$bank' });
  const writes = useHasRole('INSTRUCTOR');
  const filter = filterOf(bank?.id ?? everyBank, search);
  const [result, again] = useQuery({ query: BankListDocument, variables: { filter, first: pageSize, after: search.after ?? null, sort: search.sort ?? 'UPDATED', descending: isDescending(search) } });
  const [facets, countAgain] = useQuery({ query: BankFacetsDocument, variables: { filter } });
  const [chosen, setChosen] = useState(noneChosen);
  const [done, setDone] = useState<Done | null>(null);
  const asked = JSON.stringify(filter);
  useEffect(() => setChosen(noneChosen), [asked]);
  const list = result.data?.bankItems;
  const refresh = () => {
    again({ requestPolicy: 'network-only' });
    countAgain({ requestPolicy: 'network-only' });
    onChanged();
  };
  const page = Number(search.page ?? '1');
  return (
    <section aria-label="Questions" className="questions">
      <QuestionFilters bank={bank} facets={facets.data?.bankItemFacets} />
      {done !== null && <DoneNotice key={done.id} done={done} onUndone={refresh} dismiss={() => setDone(null)} />}
      <Loaded result={result} value={list} retry={() => again({ requestPolicy: 'network-only' })} what="bank" need="instructors and reviewers" skeleton={<TableBones rows={12} label="Loading the questions" />}>
        {({ nodes, totalCount, pageInfo }) => totalCount === 0 ? <Nothing bank={bank} writes={writes} narrowed={isNarrowed(search)} folder={search.folder} onClear={() => void navigate({ search: (before) => ({ ...before, ...unfiltered }), replace: true })} /> : (
          <>
            <p className="quiet small count" role="status">{plural(totalCount, 'question')}{totalCount > nodes.length && `, ${((page - 1) * pageSize + 1).toLocaleString('en')} to ${((page - 1) * pageSize + nodes.length).toLocaleString('en')} shown`}</p>
            <ChosenBar bank={bank} filter={filter} chosen={chosen} total={totalCount} page={nodes.length} tags={facets.data?.bankItemFacets.tags ?? []} choose={setChosen} onDone={(now) => { setDone(now); refresh(); }} />
            <ItemTable items={nodes} showBank={bank === null} busy={result.stale} chosen={writes ? chosen : null} choose={setChosen} />
            {(pageInfo.hasNextPage || search.after !== undefined) && (
              <nav aria-label="Pages of questions" className="pager">
                {search.after === undefined ? <span /> : <Link from="/bank/$bank" to="." search={(before) => ({ ...before, after: undefined, page: undefined })}>First page</Link>}
                {pageInfo.hasNextPage && pageInfo.endCursor !== null && <Link from="/bank/$bank" to="." search={(before) => ({ ...before, after: pageInfo.endCursor ?? undefined, page: String(page + 1) })}>Next {pageSize} questions</Link>}
              </nav>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Nothing({ bank, writes, narrowed, folder, onClear }: { bank: Bank | null; writes: boolean; narrowed: boolean; folder: string | undefined; onClear: () => void }) {
  if (narrowed) return <Empty title="No question fits" action={<button type="button" className="link" onClick={onClear}>Show all questions</button>}>Loosen the search or the filters.</Empty>;
  if (folder !== undefined) return <Empty title="This folder is empty" action={writes && bank !== null && <a href={newItemAddress({ bank: bank.id, folder })}>Write a question in it</a>}>Move questions here, or write one.</Empty>;
  return <Empty title="No question yet" action={writes && bank !== null && <a href={newItemAddress({ bank: bank.id })}>Write the first question</a>}>Questions that are written or brought in appear here; assessments draw from those that are approved.</Empty>;
}
