import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Attempts } from '../answers/Attempts.js';
import { MyCertificate } from '../certificates/MyCertificate.js';
import { Page } from '../frame/Page.js';
import { LearnerCourseDocument } from '../generated/graphql.js';
import { Bar } from '../learning/Bar.js';
import { Conditions } from '../learning/Conditions.js';
import { indexOf, readOutline, readProgress } from '../learning/reading.js';
import { Loaded } from '../states/Loaded.js';
import { lasting, percent } from '../time/words.js';
import { actionWords } from './steps.js';

/** One of my courses: what is left for the certificate, and what my attempts brought. */
export function Results() {
  const { enrolment: id } = useParams({ from: '/home/$enrolment' });
  const [result, again] = useQuery({ query: LearnerCourseDocument, variables: { id } });
  const found = result.data?.enrolment ?? null;
  return (
    <Page title={found?.courseVersion.title ?? 'My course'} within="My learning" trail={<Link to="/home">My learning</Link>}
      actions={found !== null && found.next !== null && <Button component="a" href={`/learn/${id}/`}>{actionWords(found.next, readProgress(found.progress)?.completion !== 'not-started')}</Button>}>
      <Loaded result={result} value={found} retry={() => again({ requestPolicy: 'network-only' })} what="course">
        {(enrolment) => {
          const progress = readProgress(enrolment.progress);
          const course = indexOf(readOutline(enrolment.outline));
          const attempts = enrolment.attempts.edges.map((edge) => edge.node);
          return (
            <div className="stack wide">
              <section aria-label="Progress" className="measure stack">
                <Bar fraction={progress?.fraction ?? 0} label="Done of this course" />
                <p className="quiet small">{percent(progress?.fraction ?? 0)} done, {lasting(progress?.seconds ?? 0)} spent</p>
              </section>
              {enrolment.conditions.length > 0 && (
                <section aria-labelledby="conditions" className="stack tight">
                  <h2 id="conditions">What the certificate asks</h2>
                  <Conditions conditions={enrolment.conditions} />
                </section>
              )}
              <MyCertificate enrolment={id} />
              <section aria-labelledby="attempts" className="stack">
                <h2 id="attempts">My results</h2>
                {attempts.length === 0 ? <p className="quiet measure">Nothing yet. When you submit a quiz or the final assessment, your score and the feedback are kept here.</p>
                  : <Attempts enrolment={id} attempts={attempts} course={course} own />}
              </section>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
