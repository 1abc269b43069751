import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { GradingQueuePageDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { AgreementFigures } from './AgreementFigures.js';
import { Grading } from './Grading.js';
import { Settings } from './Settings.js';
import { shortened } from './stem.js';
import './grading.css';

/** All answers to one question, one at a time. */
export function QueuePage() {
  const { queue: id } = useParams({ from: '/grading/$queue' });
  const { moderate = false } = useSearch({ from: '/grading/$queue' });
  const instructs = useHasRole('INSTRUCTOR', 'ADMINISTRATOR');
  const [result, again] = useQuery({ query: GradingQueuePageDocument, variables: { id } });
  const refresh = () => again({ requestPolicy: 'network-only' });
  const queue = result.data?.gradingQueue;
  const stem = queue?.stem ?? 'Grading';
  return (
    <Page title={shortened(stem, 90)} within="Grading" trail={<Link to="/grading">Grading</Link>}
      lead={queue !== undefined && <>{queue.course.title}, {queue.assessmentTitle}{queue.rules.anonymous && '. Grading is anonymous.'}</>}
      actions={queue !== undefined && instructs && <Settings queue={id} rules={queue.rules} saved={refresh} />}>
      <Loaded result={result} value={queue} retry={refresh} what="question to grade" need="graders and instructors">
        {(found) => (
          <div className="stack wide">
            <div className="queue-progress">
              <p className="small"><strong>{found.done} of {found.total}</strong> graded{found.second > 0 && `, ${found.second} ${found.second === 1 ? 'waits' : 'wait'} for a second grader`}
                {found.moderation > 0 && (moderate
                  ? <>, <Link to="/grading/$queue" params={{ queue: id }} search={{}}>{found.waiting + found.secondMine} to grade</Link></>
                  : <>, <Link to="/grading/$queue" params={{ queue: id }} search={{ moderate: true }}>{found.moderation} to decide</Link></>)}
              </p>
              <span className="bar" aria-hidden="true"><span style={{ width: `${found.total === 0 ? 0 : (found.done / found.total) * 100}%` }} /></span>
            </div>
            <Grading key={`${id} ${moderate}`} queue={id} moderate={moderate} others={found.second - found.secondMine} changed={refresh} />
            {found.agreement.answers > 0 && <AgreementFigures agreement={found.agreement} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
