import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { ImportPlaceDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { NoPermission } from '../states/states.js';
import { ChooseFile } from './ChooseFile.js';
import { EarlierImports } from './EarlierImports.js';
import { OneImport } from './OneImport.js';
import './exchange.css';

/** Questions from a file into a bank: choose it, look at what would come in, bring it in. */
export function ImportPage() {
  const may = useHasRole('INSTRUCTOR');
  const { bank: id } = useParams({ from: '/bank/$bank/import' });
  const { from } = useSearch({ from: '/bank/$bank/import' });
  const [result, again] = useQuery({ query: ImportPlaceDocument, variables: { bank: id }, pause: !may });
  const retry = () => again({ requestPolicy: 'network-only' });
  const bank = result.data?.itemBank;
  return (
    <Page title="Import questions" within={bank?.title} trail={<Link to="/bank/$bank" params={{ bank: id }}>{bank?.title ?? 'Bank'}</Link>}
      lead={from === undefined ? 'You see what would come in, question by question, before anything does.' : undefined}>
      {!may ? <NoPermission need="instructors" /> : (
        <Loaded result={result} value={bank} retry={retry} what="bank" need="instructors">
          {(found) => from === undefined ? (
            <div className="stack wide">
              <ChooseFile bank={found.id} />
              <EarlierImports imports={result.data?.itemImports ?? []} bank={found.id} />
            </div>
          ) : <OneImport key={from} id={from} bank={found} onChanged={retry} />}
        </Loaded>
      )}
    </Page>
  );
}
