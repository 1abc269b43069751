import { Link, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { CohortsDocument, type CohortsQuery } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, Partly, TableBones } from '../states/states.js';
import { plainDay } from '../time/words.js';
import { ImportRoster } from './ImportRoster.js';
import { CreateCohort } from './CreateCohort.js';

type Cohort = CohortsQuery['cohorts']['edges'][number]['node'];

export function Cohorts() {
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const archived = useSearch({ from: '/cohorts' }).archived === true;
  const [result, again] = useQuery({ query: CohortsDocument, variables: { after: null, archived } });
  const retry = () => again({ requestPolicy: 'network-only' });
  const list = result.data?.cohorts;
  const some = list !== undefined && list.edges.length > 0;
  return (
    <Page title={archived ? 'Archived cohorts' : 'Cohorts'} within="Cohorts" actions={some && coordinates && !archived && <><ImportRoster /><CreateCohort /></>}>
      <Loaded result={result} value={list} retry={retry} what="list" need="coordinators" skeleton={<TableBones rows={3} />}>
        {({ edges, pageInfo }) => edges.length === 0 && archived ? (
          <Empty title="No cohort is archived" action={<Link to="/cohorts">Show the cohorts</Link>}>Archive a cohort in its settings when it is over: it leaves the list and stays readable here.</Empty>
        ) : edges.length === 0 ? (
          <Empty title="No cohort yet" action={coordinates && <CreateCohort first />}>A cohort takes one version of a course together, between two dates. Create it, then enrol its learners; you will see here who is on track and who needs you.</Empty>
        ) : (
          <>
            {pageInfo.hasNextPage && <Partly message="only the first fifty cohorts are shown." retry={retry} />}
            <table className="grid folds">
              <caption className="unseen">Cohorts</caption>
              <thead><tr><th scope="col">Cohort</th><th scope="col">Dates</th><th scope="col" className="figure">Learners</th><th scope="col" className="figure">Not started</th><th scope="col" className="figure">Under way</th><th scope="col" className="figure">Completed</th><th scope="col" className="figure">Passed</th></tr></thead>
              <tbody>{edges.map(({ node }) => <CohortRow key={node.id} cohort={node} />)}</tbody>
            </table>
          </>
        )}
      </Loaded>
      {(some || !archived) && <p className="small aside"><Link to="/cohorts" search={archived ? {} : { archived: true }}>{archived ? 'Show the cohorts that go on' : 'Show archived cohorts'}</Link>{coordinates && <> · <Link to="/mails">All mails</Link> · <Link to="/days-off">Days off</Link></>}</p>}
    </Page>
  );
}

function CohortRow({ cohort }: { cohort: Cohort }) {
  const { summary } = cohort;
  return (
    <tr>
      <th scope="row">
        <Link to="/cohorts/$cohort" params={{ cohort: cohort.id }} className="plain">{cohort.name}</Link>
        <span className="small quiet" style={{ display: 'block', fontWeight: 400 }}>{cohort.courseVersion.title}, version {cohort.courseVersion.number}</span>
      </th>
      <td data-label="Dates">{dates(cohort)}</td>
      <td data-label="Learners" className="figure">{summary.learners}</td>
      <td data-label="Not started" className="figure">{summary.notStarted}</td>
      <td data-label="Under way" className="figure">{summary.inProgress}</td>
      <td data-label="Completed" className="figure">{summary.completed}</td>
      <td data-label="Passed" className="figure">{summary.passed}</td>
    </tr>
  );
}

export function dates({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): string {
  if (startsOn !== null && endsOn !== null) return `${plainDay(startsOn)} to ${plainDay(endsOn)}`;
  if (endsOn !== null) return `until ${plainDay(endsOn)}`;
  return startsOn !== null ? `from ${plainDay(startsOn)}` : 'no dates';
}
