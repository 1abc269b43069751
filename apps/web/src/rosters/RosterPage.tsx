import { Link, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { RosterPlaceDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { NoPermission } from '../states/states.js';
import { ChooseRoster } from './ChooseRoster.js';
import { EarlierRosters } from './EarlierRosters.js';
import { OneRoster } from './OneRoster.js';
import '../exchange/exchange.css';
import './rosters.css';

/** A whole roster from a file: choose it, look at what would come of each row, let it in. */
export function RosterPage() {
  const may = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const { cohort, from } = useSearch({ from: '/rosters/import' });
  const [result, again] = useQuery({ query: RosterPlaceDocument, pause: !may });
  const retry = () => again({ requestPolicy: 'network-only' });
  const into = result.data?.cohorts.nodes.find(({ id }) => id === cohort);
  return (
    <Page title="Import a roster" within={into?.name ?? 'Cohorts'} trail={into === undefined ? <Link to="/cohorts">Cohorts</Link> : <Link to="/cohorts/$cohort" params={{ cohort: into.id }}>{into.name}</Link>}
      lead={from === undefined ? 'You see what would come of each row before anything does.' : undefined}>
      {!may ? <NoPermission need="coordinators" /> : (
        <Loaded result={result} value={result.data} retry={retry} what="list" need="coordinators">
          {({ cohorts: { nodes }, rosterImports }) => from === undefined ? (
            <div className="stack wide">
              <ChooseRoster cohort={cohort ?? null} />
              <EarlierRosters imports={rosterImports} />
            </div>
          ) : <OneRoster key={from} id={from} cohorts={nodes} onChanged={retry} />}
        </Loaded>
      )}
    </Page>
  );
}
