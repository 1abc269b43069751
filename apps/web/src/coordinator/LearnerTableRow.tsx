import { Link } from '@tanstack/react-router';
import { Bar } from '../learning/Bar.js';
import { When } from '../time/When.js';
import { percent, unbroken } from '../time/words.js';
import { Status } from './Status.js';
import type { Learner } from './statuses.js';

export function LearnerTableRow({ learner }: { learner: Learner }) {
  const { score, success } = learner;
  return (
    <tr>
      <th scope="row">
        <Link to="/learners/$enrolment" params={{ enrolment: learner.enrolment.id }} className="plain">{learner.account.name}</Link>
        <span className="small quiet" style={{ display: 'block', fontWeight: 400 }}>{learner.account.email}</span>
      </th>
      <td data-label="Status"><span><Status status={learner.status} />{learner.reason !== null && <span className="small quiet" style={{ display: 'block' }}>{unbroken(learner.reason)}</span>}</span></td>
      <td data-label="Progress"><span className="meter"><Bar fraction={learner.fraction} label="Progress" /><span className="number" aria-hidden="true">{percent(learner.fraction)}</span></span></td>
      <td data-label="Last active"><When at={learner.lastActivityAt} /></td>
      <td data-label="Score" className="figure">
        {score === null ? <span className="quiet">none</span>
          : success === 'passed' ? <span className="sign good" data-sign="✓">{percent(score)}<span className="unseen"> passed</span></span>
          : success === 'failed' ? <span className="sign bad" data-sign="✕">{percent(score)}<span className="unseen"> not passed</span></span> : percent(score)}
      </td>
    </tr>
  );
}
