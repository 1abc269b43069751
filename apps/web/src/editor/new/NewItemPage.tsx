import { NativeSelect } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Page } from '../../frame/Page.js';
import { BanksForNewDocument } from '../../generated/graphql.js';
import { Loaded } from '../../states/Loaded.js';
import { Empty } from '../../states/states.js';
import { NewItem } from './NewItem.js';

/** Begins a question: in which bank, and of which kind. */
export function NewItemPage() {
  const search = useSearch({ from: '/bank/items/new' });
  const navigate = useNavigate({ from: '/bank/items/new' });
  const [result, again] = useQuery({ query: BanksForNewDocument, variables: { first: 100 } });
  const known = { ...(search.statement === undefined ? {} : { statements: [search.statement] }), ...(search.level === undefined ? {} : { level: search.level }) };
  return (
    <Page title="New question" trail={<Link to="/bank">Questions</Link>} lead="Which kind? It can be changed later; the text stays.">
      <Loaded result={result} value={result.data?.itemBanks} retry={() => again({ requestPolicy: 'network-only' })} what="bank" need="instructors">
        {({ nodes }) => {
          const bank = nodes.find(({ id }) => id === search.bank) ?? nodes[0];
          if (bank === undefined) return <Empty title="There is no bank yet" action={<Link to="/bank">Make a bank</Link>}>A question lies in a bank. Make one first.</Empty>;
          return (
            <div className="stack wide">
              <div className="row ends">
                <NativeSelect label="Bank" value={bank.id} data={nodes.map(({ id, title }) => ({ value: id, label: title }))} onChange={(event) => void navigate({ search: (before) => ({ ...before, bank: event.currentTarget.value, folder: undefined }), replace: true })} />
                {bank.folders.length > 0 && <NativeSelect label="Folder" value={search.folder ?? ''} data={[{ value: '', label: 'None' }, ...bank.folders.map(({ id, title }) => ({ value: id, label: title }))]} onChange={(event) => void navigate({ search: (before) => ({ ...before, folder: event.currentTarget.value === '' ? undefined : event.currentTarget.value }), replace: true })} />}
              </div>
              <NewItem bank={bank.id} folder={search.folder} known={known} />
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
