import { Skeleton } from '@mantine/core';
import { useQuery } from 'urql';
import { MyCertificates } from '../certificates/MyCertificates.js';
import { Page } from '../frame/Page.js';
import { LearnerHomeDocument } from '../generated/graphql.js';
import { useSession } from '../session/Session.js';
import { MySessions } from '../sessions/MySessions.js';
import { WaitingForms } from '../evaluation/WaitingForms.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, Partly } from '../states/states.js';
import { FinishedCourses, OtherCourses } from './CourseLists.js';
import { Now } from './Now.js';
import { Waiting } from './Waiting.js';
import { byUrgency } from './steps.js';
import './home.css';

/** What do I do now? One card; below it the other courses, then what is finished. */
export function Home() {
  const [result, again] = useQuery({ query: LearnerHomeDocument });
  const viewer = result.data?.viewer;
  const retry = () => again({ requestPolicy: 'network-only' });
  const first = useSession().person?.account.name.split(' ')[0];
  return (
    <Page title={first === undefined ? 'My learning' : `Hello, ${first}`} within="My learning">
      <Loaded result={result} value={viewer} retry={retry} what="account" skeleton={<HomeBones />}>
        {({ enrolments, waitingPlaces }) => {
          const { open, finished } = byUrgency(enrolments.edges.map((edge) => edge.node));
          const [now, ...others] = open;
          if (now === undefined && finished.length === 0 && waitingPlaces.length === 0) {
            return <Empty title="You are not enrolled in a course yet">When your training organisation enrols you, the course and your next step appear here. If you expected one, write to whoever invited you.</Empty>;
          }
          return (
            <div className="stack wide">
              {enrolments.pageInfo.hasNextPage && <Partly message="only your first fifty courses are shown." retry={retry} />}
              {now === undefined ? finished.length > 0 && <p className="measure">Everything you were enrolled in is finished. Nothing is waiting for you.</p> : <Now enrolment={now} />}
              {waitingPlaces.length > 0 && <Waiting places={waitingPlaces} onLeft={retry} />}
              <MySessions />
              <WaitingForms />
              {others.length > 0 && <OtherCourses enrolments={others} />}
              {finished.length > 0 && <FinishedCourses enrolments={finished} />}
              <MyCertificates />
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

function HomeBones() {
  return (
    <div className="stack wide" aria-busy="true">
      <span className="unseen" role="status">Loading your courses</span>
      <div className="first">
        <Skeleton height={252} radius={14} />
        <div className="bones"><Skeleton height={20} width="70%" radius="sm" />{[80, 90, 75].map((width) => <Skeleton key={width} height={16} width={`${width}%`} radius="sm" />)}</div>
      </div>
    </div>
  );
}
