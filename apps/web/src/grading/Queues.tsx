import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { GradingQueuesDocument, type QueueHeadFragment } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { When } from '../time/When.js';
import { plural } from '../time/words.js';
import { shortened } from './stem.js';
import './grading.css';

/** What waits for me to grade? By question, the oldest answer first. */
export function Queues() {
  const [pages, setPages] = useState<(string | null)[]>([null]);
  return (
    <Page title="Grading" lead="Answers that a person grades, question by question. Those that wait longest come first.">
      {pages.map((after, at) => <Fragment key={after ?? ''}><QueueTable after={after} more={at === pages.length - 1 ? (cursor) => setPages([...pages, cursor]) : null} /></Fragment>)}
    </Page>
  );
}

function QueueTable({ after, more }: { after: string | null; more: ((cursor: string) => void) | null }) {
  const [result, again] = useQuery({ query: GradingQueuesDocument, variables: { after } });
  return (
    <Loaded result={result} value={result.data?.gradingQueues} retry={() => again({ requestPolicy: 'network-only' })} what="list" need="graders and instructors" skeleton={<TableBones rows={5} label="Loading what waits" />}>
      {({ edges, pageInfo, totalCount }) => totalCount === 0 ? (
        <Empty title="Nothing to grade">When a learner submits an essay or a file, it waits here.</Empty>
      ) : (
        <>
          <table className="grid folds">
            <thead><tr><th scope="col">Question</th><th scope="col" className="figure">To grade</th><th scope="col" className="figure">Second grading</th><th scope="col" className="figure">To decide</th><th scope="col" className="figure">Graded</th><th scope="col">Oldest waits since</th></tr></thead>
            <tbody>{edges.map(({ node }) => <QueueRow key={node.id} queue={node} />)}</tbody>
          </table>
          {more !== null && pageInfo.hasNextPage && pageInfo.endCursor !== null && <p className="pager"><button type="button" className="link" onClick={() => more(pageInfo.endCursor ?? '')}>Show more questions</button></p>}
        </>
      )}
    </Loaded>
  );
}

function QueueRow({ queue }: { queue: QueueHeadFragment }) {
  const mine = queue.waiting + queue.secondMine;
  return (
    <tr>
      <th scope="row">
        <Link to="/grading/$queue" params={{ queue: queue.id }} {...(mine === 0 && queue.moderation > 0 ? { search: { moderate: true as const } } : {})}>{shortened(queue.stem, 120)}</Link>
        <span className="small quiet below">{queue.course.title}, {queue.assessmentTitle}</span>
      </th>
      <td className="figure" data-label="To grade">{queue.waiting === 0 ? <span className="quiet">0</span> : <strong>{queue.waiting}</strong>}</td>
      <td className="figure" data-label="Second grading">{queue.second === 0 ? <span className="quiet">0</span> : queue.secondMine === queue.second ? queue.second : `${queue.secondMine} of ${queue.second} yours`}</td>
      <td className="figure" data-label="To decide">{queue.moderation === 0 ? <span className="quiet">0</span> : <Link to="/grading/$queue" params={{ queue: queue.id }} search={{ moderate: true }} aria-label={`Decide ${plural(queue.moderation, 'answer')}`}>{queue.moderation}</Link>}</td>
      <td className="figure" data-label="Graded">{queue.done} of {queue.total}</td>
      <td data-label="Oldest waits since">{queue.oldestAt === null ? <span className="sign good" data-sign="✓">All done</span> : <When at={queue.oldestAt} />}</td>
    </tr>
  );
}
