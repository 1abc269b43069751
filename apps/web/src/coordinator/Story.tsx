import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Attempts } from '../answers/Attempts.js';
import { Page } from '../frame/Page.js';
import { LearnerAccommodations } from '../delivery/Accommodations.js';
import { choicesOf } from '../delivery/choices.js';
import { LearnerStoryDocument } from '../generated/graphql.js';
import { Bar } from '../learning/Bar.js';
import { Conditions, conditionsLeft } from '../learning/Conditions.js';
import { indexOf, readOutline, readProgress } from '../learning/reading.js';
import { MailNotice } from '../mails/MailNotice.js';
import { LearnerNotes } from '../notes/LearnerNotes.js';
import { Loaded } from '../states/Loaded.js';
import { Day, When } from '../time/When.js';
import { lasting, percent, plural } from '../time/words.js';
import { LearnerDeadlines } from './schedule/LearnerDeadlines.js';
import { partsIn } from './schedule/parts.js';
import { LearnerPlace } from './places/LearnerPlace.js';
import { Timeline } from './Timeline.js';
import './coordinator.css';

/** One learner's whole story in one course: where they are, what is left, what they answered, what happened when. */
export function Story() {
  const { enrolment: id } = useParams({ from: '/learners/$enrolment' });
  const [result, again] = useQuery({ query: LearnerStoryDocument, variables: { id } });
  const found = result.data?.enrolment ?? null;
  const cohort = found?.cohort ?? null;
  return (
    <Page title={found?.account.name ?? 'Learner'} within={found?.cohort?.name}
      trail={<nav aria-label="Where this is"><Link to="/cohorts">Cohorts</Link>{cohort !== null && <> <span aria-hidden="true">/</span> <Link to="/cohorts/$cohort" params={{ cohort: cohort.id }}>{cohort.name}</Link></>}</nav>}
      lead={found !== null && <>{found.courseVersion.title}, version {found.courseVersion.number}</>}
      actions={found !== null && <a href={`mailto:${found.account.email}`}>Write to {found.account.email}</a>}>
      <Loaded result={result} value={found} retry={() => again({ requestPolicy: 'network-only' })} what="learner" need="coordinators">
        {(enrolment) => {
          const progress = readProgress(enrolment.progress);
          const course = indexOf(readOutline(enrolment.outline));
          const attempts = enrolment.attempts.edges.map((edge) => edge.node);
          const left = conditionsLeft(enrolment.conditions);
          return (
            <div className="story">
              <div className="stack wide">
                <MailNotice account={enrolment.account} />
                <section aria-labelledby="where" className="stack">
                  <h2 id="where">{enrolment.next !== null ? `${enrolment.next.kind === 'wait' ? 'Waits for' : 'Next'}: ${enrolment.next.title}` : left === 0 ? 'Finished' : 'Nothing is left to do, and the certificate is not earned'}</h2>
                  <Bar fraction={progress?.fraction ?? 0} label="Done of this course" />
                  <p className="quiet small row">
                    <span>{percent(progress?.fraction ?? 0)} done</span><span>{lasting(progress?.seconds ?? 0)} spent</span>
                    <span>last active <When at={progress?.lastAt} /></span>{enrolment.dueOn !== null && <span>due <Day on={enrolment.dueOn} /></span>}
                  </p>
                </section>
                <section aria-labelledby="attempts" className="stack">
                  <h2 id="attempts">Attempts and answers</h2>
                  {attempts.length === 0 ? <p className="quiet">No quiz or assessment has been begun.</p>
                    : <Attempts enrolment={id} attempts={attempts} course={course} own={false} />}
                </section>
              </div>
              <div className="stack wide">
                {enrolment.conditions.length > 0 && (
                  <section aria-labelledby="conditions" className="stack tight">
                    <h2 id="conditions">{left === 0 ? 'Certificate: all conditions met' : `Certificate: ${plural(left, 'condition')} left`}</h2>
                    <Conditions conditions={enrolment.conditions} />
                  </section>
                )}
                {cohort !== null && <LearnerPlace enrolment={id} name={enrolment.account.name} cohort={cohort.name} withdrawnAt={enrolment.withdrawnAt} onMoved={() => again({ requestPolicy: 'network-only' })} />}
                {cohort !== null && <LearnerDeadlines key={cohort.id} enrolment={id} name={enrolment.account.name} parts={partsIn(enrolment.outline)} />}
                <LearnerNotes enrolment={id} name={enrolment.account.name} />
                <LearnerAccommodations enrolment={id} choices={choicesOf(enrolment.outline)} />
                <Timeline enrolment={id} enrolledAt={enrolment.enrolledAt} />
              </div>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
