import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { CohortHeadDocument } from '../generated/graphql.js';
import { useHasOwnRole, useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { Bones, Empty, TableBones } from '../states/states.js';
import { plural } from '../time/words.js';
import { CertificatesAtStake } from '../grading/CertificatesAtStake.js';
import { CohortDelivery } from '../delivery/CohortDelivery.js';
import { LiveSign } from '../live/LiveSign.js';
import { useCohortLive } from '../live/useCohortLive.js';
import { CohortOverview } from './CohortOverview.js';
import { CohortBar } from './CohortBar.js';
import { dates } from './Cohorts.js';
import { EnrolLearner } from './EnrolLearner.js';
import { ImportRoster } from './ImportRoster.js';
import { HeatMap } from './HeatMap.js';
import { LearnersTable } from './LearnersTable.js';
import { MoveCohort } from './MoveCohort.js';
import './coordinator.css';

/** Who needs me today? Four lists; then what many get wrong; then learner by lesson; then the table. */
export function CohortPage() {
  const { cohort: id } = useParams({ from: '/cohorts/$cohort' });
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const organisationWide = useHasOwnRole('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR', 'OBSERVER');
  const [result, again] = useQuery({ query: CohortHeadDocument, variables: { id } });
  const [turn, setTurn] = useState(0);
  const [done, setDone] = useState('');
  const retry = () => again({ requestPolicy: 'network-only' });
  const changed = () => { retry(); setTurn((now) => now + 1); };
  const cohort = result.data?.cohort ?? null;
  const live = useCohortLive(id, changed);
  // The button that moved the cohort is gone once it is on the newest version: the focus goes to what was done.
  const said = useRef<HTMLParagraphElement>(null);
  const versionNow = cohort?.courseVersion.number;
  useEffect(() => {
    if (done !== '') said.current?.focus();
  }, [done, versionNow]);
  const newest = live.summary ?? cohort?.summary;
  return (
    <Page title={cohort?.name ?? 'Cohort'} within="Cohorts" trail={<Link to="/cohorts">Cohorts</Link>}
      lead={cohort !== null && <>{cohort.courseVersion.title}, version {cohort.courseVersion.number}; {dates(cohort)} <LiveSign state={live.state} /></>}
      actions={cohort !== null && cohort.summary.learners > 0 && coordinates && cohort.archivedAt === null && (
        <><MoveCohort cohort={cohort} onMoved={(sentence) => { setDone(sentence); changed(); }} /><ImportRoster cohort={id} /><EnrolLearner cohort={id} onEnrolled={changed} /></>
      )}>
      <CohortBar cohort={id} />
      {cohort !== null && cohort.archivedAt !== null && <p className="quiet">This cohort is archived: it can be read, not changed. Its settings open it again.</p>}
      <p ref={said} tabIndex={-1} role="status" className={done === '' ? 'unseen' : 'sign good done'} data-sign="✓">{done}</p>
      <Loaded result={result} value={cohort} retry={retry} what="cohort" need="coordinators" skeleton={<CohortBones />}>
        {({ summary: read }) => read.learners === 0 ? (
          <Empty title="Nobody is enrolled yet" action={coordinates && cohort?.archivedAt === null && <><EnrolLearner first cohort={id} onEnrolled={changed} /><ImportRoster cohort={id} /></>}>Enrol the first learner. Their progress appears here as soon as they open the course.</Empty>
        ) : (
          <div className="stack wide">
            <CertificatesAtStake cohort={id} coordinates={coordinates} />
            <CohortOverview cohort={id} changed={live.rows}>
              <p className="figures">
                <span><strong>{(newest ?? read).learners}</strong> {plural((newest ?? read).learners, 'learner').replace(/^\S+ /, '')}</span>
                <span><strong>{(newest ?? read).notStarted}</strong> not started</span>
                <span><strong>{(newest ?? read).inProgress}</strong> under way</span>
                <span><strong>{(newest ?? read).completed}</strong> completed</span>
                <span><strong>{(newest ?? read).passed}</strong> passed</span>
              </p>
            </CohortOverview>
            <HeatMap cohort={id} turn={turn} live={live} />
            <LearnersTable cohort={id} turn={turn} live={live} />
            {organisationWide && <CohortDelivery cohort={id} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function CohortBones() {
  return <div className="stack wide"><div className="needs"><Bones lines={3} /><Bones lines={3} /><Bones lines={3} /></div><TableBones rows={12} /></div>;
}
