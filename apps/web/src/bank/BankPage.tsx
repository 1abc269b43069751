import { Button } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { BankPageDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { TableBones } from '../states/states.js';
import { newItemAddress } from './addresses.js';
import { BankMenu } from './BankMenu.js';
import { everyBank } from './filters.js';
import type { Bank } from './folderTree.js';
import { Folders } from './Folders.js';
import { KeyPositions } from './KeyPositions.js';
import { Questions } from './Questions.js';
import './bank.css';

/** One bank, or all of them: its folders beside the list of its questions. */
export function BankPage() {
  const { bank } = useParams({ from: '/bank/$bank' });
  return bank === everyBank ? <AllBanks /> : <OneBank id={bank} />;
}

const trail = <Link to="/bank">Questions</Link>;

function AllBanks() {
  return <Page title="Questions of all banks" within="Questions" trail={trail}><Questions bank={null} onChanged={() => undefined} /></Page>;
}

function OneBank({ id }: { id: string }) {
  const writes = useHasRole('INSTRUCTOR');
  const { folder } = useSearch({ from: '/bank/$bank' });
  const [result, again] = useQuery({ query: BankPageDocument, variables: { id } });
  const retry = () => again({ requestPolicy: 'network-only' });
  const bank = result.data?.itemBank;
  return (
    <Page title={bank?.title ?? 'Bank'} within="Questions" trail={trail} lead={bank === null || bank === undefined ? undefined : <Counts bank={bank} />}
      actions={bank !== null && bank !== undefined && writes && <><BankMenu bank={bank} onChanged={retry} /><Button component="a" href={newItemAddress({ bank: id, folder })}>Write a question</Button></>}>
      <Loaded result={result} value={bank} retry={retry} what="bank" need="instructors and reviewers" skeleton={<TableBones />}>
        {(found) => (
          <>
            <KeyPositions bank={found.id} />
            <div className="bank">
              <Folders bank={found} chosen={folder} writes={writes} onChanged={retry} />
              <Questions bank={found} onChanged={retry} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Counts({ bank: { course, counts } }: { bank: Bank }) {
  const parts = [[counts.approved, 'approved'], [counts.inReview, 'in review'], [counts.draft, counts.draft === 1 ? 'draft' : 'drafts'], [counts.retired, 'retired']] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count.toLocaleString('en')} ${word}`).join(', ');
  return <>{course !== null && `${course.title}: `}{said === '' ? 'nothing in it yet' : said}</>;
}
