import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { AlikeDocument, CompareDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { Empty } from '../states/states.js';
import { When } from '../time/When.js';
import { plural } from '../time/words.js';
import { AlikePair } from './AlikePair.js';
import './bank.css';

const pageSize = 10;

/** Questions that say nearly the same, side by side: keep one, or say that they differ. */
export function DuplicatesPage() {
  const search = useSearch({ from: '/bank/duplicates' });
  const writes = useHasRole('INSTRUCTOR');
  const [result, again] = useQuery({ query: AlikeDocument, variables: { first: pageSize, after: search.after ?? null, bank: search.bank ?? null } });
  const [state, compare] = useMutation(CompareDocument);
  const [fault, setFault] = useState<string>();
  const retry = () => again({ requestPolicy: 'network-only' });
  async function compareAll() {
    const { error } = await compare({});
    setFault(error === undefined ? undefined : faultOf(error).message);
    retry();
  }
  const last = result.data?.lastItemComparison;
  const button = writes && <Button variant={last === null ? 'filled' : 'default'} loading={state.fetching} onClick={() => void compareAll()}>{last === null ? 'Compare all questions' : 'Compare again'}</Button>;
  return (
    <Page title="Questions that are alike" within="Questions" trail={<Link to="/bank">Questions</Link>} actions={last !== null && last !== undefined && button}
      lead={last === null || last === undefined ? 'Two versions of one question in a form count one thing twice, and one may answer the other.' : <>{plural(last.items, 'question')} were compared <When at={last.at} />, in {(last.milliseconds / 1000).toFixed(1)} s.</>}>
      {fault !== undefined && <p role="alert" className="bad">{fault}</p>}
      <Loaded result={result} value={result.data?.alikeItems} retry={retry} what="list" need="instructors and reviewers">
        {({ nodes, totalCount, pageInfo }) => totalCount === 0 ? <Nothing compared={last !== null} button={button} /> : (
          <>
            <p className="quiet small count" role="status">{plural(totalCount, 'pair')}, likest first{search.bank !== undefined && <>; of one bank. <Link from="/bank/duplicates" to="." search={{}}>Show all banks</Link></>}</p>
            <ul className="pairs">{nodes.map((pair) => <AlikePair key={`${pair.one.id} ${pair.other.id}`} pair={pair} writes={writes} />)}</ul>
            {(pageInfo.hasNextPage || search.after !== undefined) && (
              <nav aria-label="Pages of pairs" className="pager">
                {search.after === undefined ? <span /> : <Link from="/bank/duplicates" to="." search={(before) => ({ ...before, after: undefined })}>First page</Link>}
                {pageInfo.hasNextPage && pageInfo.endCursor !== null && <Link from="/bank/duplicates" to="." search={(before) => ({ ...before, after: pageInfo.endCursor ?? undefined })}>Next {pageSize} pairs</Link>}
              </nav>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}



function Nothing({ compared, button }: { compared: boolean; button: ReactNode }) {
  return compared ? <Empty title="No two questions are alike">What you write or bring in later is compared when you say so.</Empty>
    : <Empty title="The questions were not compared yet" action={button}>All questions in use are compared by their words; it takes a few seconds.</Empty>;
}
