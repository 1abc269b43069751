import { Button, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { rowKeys } from '../frame/rowKeys.js';
import { Page } from '../frame/Page.js';
import { BanksDocument, type BankHeadFragment } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, Partly, TableBones } from '../states/states.js';
import { plural } from '../time/words.js';
import { BringCourse } from './BringCourse.js';
import { everyBank } from './filters.js';
import { NewBank } from './NewBank.js';
import './bank.css';

/** The organisation's banks of questions: choose one, or search all of them. */
export function Banks() {
  const writes = useHasRole('INSTRUCTOR');
  const [result, again] = useQuery({ query: BanksDocument, variables: { after: null } });
  const retry = () => again({ requestPolicy: 'network-only' });
  const banks = result.data?.itemBanks;
  const some = banks !== undefined && banks.nodes.length > 0;
  return (
    <Page title="Questions" lead="Questions lie in banks: one for each unit of a course, or as you like it." actions={some && <><Link to="/bank/coverage">Coverage</Link><Link to="/bank/duplicates">Alike</Link>{writes && <Making onBrought={retry} />}</>}>
      <Loaded result={result} value={banks} retry={retry} what="list" need="instructors and reviewers" skeleton={<TableBones rows={4} />}>
        {({ nodes, pageInfo }) => nodes.length === 0 ? (
          <Empty title="No bank of questions yet" action={writes && <Making first onBrought={retry} />}>A bank holds the questions that assessments draw from. Make one and write in it, or begin with the questions that a published course has already.</Empty>
        ) : (
          <>
            {pageInfo.hasNextPage && <Partly message="only the first hundred banks are shown." retry={retry} />}
            <Waiting banks={nodes} />
            <SearchAll />
            <table className="grid folds">
              <caption className="unseen">Banks of questions</caption>
              <thead><tr><th scope="col">Bank</th><th scope="col" className="figure">Drafts</th><th scope="col" className="figure">In review</th><th scope="col" className="figure">Approved</th></tr></thead>
              <tbody onKeyDown={rowKeys}>{nodes.map((bank) => <BankLine key={bank.id} bank={bank} />)}</tbody>
            </table>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Making({ first = false, onBrought }: { first?: boolean; onBrought: () => void }) {
  const [bringing, setBringing] = useState(false);
  return (
    <>
      <Button variant={first ? 'filled' : 'default'} onClick={() => setBringing(true)}>Bring in a course’s questions</Button>
      <NewBank />
      <BringCourse bank={null} opened={bringing} close={() => setBringing(false)} onBrought={onBrought} />
    </>
  );
}

/** What a reviewer comes for. */
function Waiting({ banks }: { banks: readonly BankHeadFragment[] }) {
  const waiting = banks.reduce((sum, { counts }) => sum + counts.inReview, 0);
  if (waiting === 0) return null;
  return <p className="waiting"><span className="sign warn" data-sign="◐"><Link to="/bank/$bank" params={{ bank: everyBank }} search={{ state: 'IN_REVIEW' }}>{waiting === 1 ? '1 question waits' : `${plural(waiting, 'question')} wait`} for review</Link></span></p>;
}

function SearchAll() {
  const [words, setWords] = useState('');
  const navigate = useNavigate();
  const search = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/bank/$bank', params: { bank: everyBank }, search: words.trim() === '' ? {} : { q: words.trim() } });
  };
  return (
    <form className="filters" role="search" onSubmit={search}>
      <TextInput className="grow" label="Search all banks" type="search" placeholder="words of a question" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <Button type="submit" variant="default" className="fits">{words.trim() === '' ? 'Show all questions' : 'Search'}</Button>
    </form>
  );
}

function BankLine({ bank: { id, title, course, counts } }: { bank: BankHeadFragment }) {
  return (
    <tr>
      <th scope="row">
        <Link to="/bank/$bank" params={{ bank: id }} className="plain">{title}</Link>
        <span className="small quiet below">{course === null ? 'Of no course' : course.title}</span>
      </th>
      <td data-label="Drafts" className="figure">{counts.draft}</td>
      <td data-label="In review" className="figure">{counts.inReview}</td>
      <td data-label="Approved" className="figure">{counts.approved}</td>
    </tr>
  );
}
