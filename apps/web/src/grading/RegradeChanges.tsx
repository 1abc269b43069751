import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useQuery } from 'urql';
import { RegradeChangesDocument, type RegradeTotalsFragment } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { TableBones } from '../states/states.js';
import { rounded } from './points.js';

/** Whose scores and passes a regrade changes: old and new side by side, passes lost first. */
export function RegradeChanges({ id }: { id: string }) {
  const [pages, setPages] = useState<(string | null)[]>([null]);
  return <>{pages.map((after, at) => <Fragment key={after ?? ''}><Changes id={id} after={after} more={at === pages.length - 1 ? (cursor) => setPages([...pages, cursor]) : null} /></Fragment>)}</>;
}

function Changes({ id, after, more }: { id: string; after: string | null; more: ((cursor: string) => void) | null }) {
  const [result, again] = useQuery({ query: RegradeChangesDocument, variables: { id, after }, requestPolicy: 'cache-and-network' });
  return (
    <Loaded result={result} value={result.data?.regrade.changes} retry={() => again({ requestPolicy: 'network-only' })} what="regrade" skeleton={<TableBones rows={4} label="Loading whom it changes" />}>
      {({ edges, pageInfo }) => (
        <>
          <table className="grid folds" aria-label="Whom it changes">
            <thead><tr><th scope="col">Learner</th><th scope="col" className="figure">Score before</th><th scope="col" className="figure">After</th><th scope="col">Attempt</th><th scope="col">Course</th></tr></thead>
            <tbody>{edges.map(({ node }) => (
              <tr key={node.attempt}>
                <th scope="row"><Link to="/learners/$enrolment" params={{ enrolment: node.enrolment }} className="plain">{node.learner?.name ?? 'Somebody who is here no more'}</Link></th>
                <td className="figure" data-label="Score before">{points(node.before)}</td>
                <td className="figure" data-label="After"><strong>{points(node.after)}</strong></td>
                <td data-label="Attempt"><Turn before={verdict(node.before)} after={verdict(node.after)} /></td>
                <td data-label="Course"><Turn before={success(node.successBefore)} after={success(node.successAfter)} /></td>
              </tr>
            ))}</tbody>
          </table>
          {more !== null && pageInfo.hasNextPage && pageInfo.endCursor !== null && <p className="pager"><button type="button" className="link" onClick={() => more(pageInfo.endCursor ?? '')}>Show more learners</button></p>}
        </>
      )}
    </Loaded>
  );
}

function Turn({ before, after }: { before: string; after: string }) {
  if (before === after) return <span className="quiet">{after}</span>;
  const tone = after === 'passed' ? { className: 'sign good', sign: '✓' } : before === 'passed' ? { className: 'sign bad', sign: '✕' } : { className: 'sign quiet', sign: '·' };
  return <span className={tone.className} data-sign={tone.sign}>{before} → {after}</span>;
}

const points = ({ raw, max }: RegradeTotalsFragment): string => `${rounded(raw ?? 0)} of ${rounded(max ?? 0)}`;
const verdict = ({ passed, pending }: RegradeTotalsFragment): string => (passed === true ? 'passed' : passed === false ? 'not passed' : pending ? 'waits' : 'no mark');
const success = (word: string): string => (word === 'passed' ? 'passed' : word === 'failed' ? 'not passed' : 'open');
