import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { CoursesDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { FlagList } from '../statistics/FlagList.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, Partly } from '../states/states.js';
import { PublishNew } from './PublishNew.js';
import { When } from '../time/When.js';

export function Courses() {
  const [result, again] = useQuery({ query: CoursesDocument, variables: { first: 50, after: null } });
  const instructs = useHasRole('INSTRUCTOR', 'ADMINISTRATOR');
  const some = (result.data?.courses.edges.length ?? 0) > 0;
  const retry = () => again({ requestPolicy: 'network-only' });
  return (
    <Page title="Courses" actions={instructs && some && <PublishNew />}>
      <Loaded result={result} value={result.data?.courses} retry={retry} what="list" need="instructors and coordinators">
        {({ edges, pageInfo }) => edges.length === 0 ? (
          <Empty title="No course has been published yet" action={instructs && <PublishNew first />}>A course is a folder of Markdown and YAML. Check it with <code>npx preceptor check</code>, then publish it; it appears here with its units, items and statements.</Empty>
        ) : (
          <>
            <FlagList />
            {pageInfo.hasNextPage && <Partly message="only the first fifty courses are shown." retry={retry} />}
            <ul className="lines">
              {edges.map(({ node }) => (
                <li key={node.id}>
                  <h2><Link to="/courses/$course" params={{ course: node.id }} className="plain">{node.title}</Link></h2>
                  <p className="measure quiet">{node.description}</p>
                  <p className="small quiet">
                    {node.latestVersion === null ? 'Not published yet' : <>Version {node.latestVersion.number} ({node.latestVersion.label}), published <When at={node.latestVersion.publishedAt} /></>}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Page>
  );
}
