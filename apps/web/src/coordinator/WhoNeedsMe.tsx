import { Link } from '@tanstack/react-router';
import type { CohortHeadQuery } from '../generated/graphql.js';
import { When } from '../time/When.js';
import { unbroken } from '../time/words.js';
import type { Learner } from './statuses.js';

type Summary = NonNullable<CohortHeadQuery['cohort']>['summary'];

/** Three short lists: who is stuck, who is late, and what waits on the coordinator. */
export function WhoNeedsMe({ summary }: { summary: Summary }) {
  return (
    <div className="needs">
      <List id="stuck" title="Stuck" tone="bad" sign="■" learners={summary.stuck} none="Nobody is stuck." />
      <List id="late" title="Late" tone="warn" sign="▲" learners={summary.late} none="Nobody is late." />
      <List id="waiting" title="Waiting on me" tone="quiet" sign="…" learners={summary.waiting} none="Nothing waits for you." />
    </div>
  );
}

function List({ id, title, tone, sign, learners, none }: { id: string; title: string; tone: string; sign: string; learners: readonly Learner[]; none: string }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}><span className={learners.length > 0 ? `sign ${tone}` : 'sign quiet'} data-sign={learners.length > 0 ? sign : '✓'}>{title}</span>{learners.length > 0 && <span className="quiet number"> {learners.length === 10 ? '10 or more' : learners.length}</span>}</h2>
      {learners.length === 0 ? <p className="quiet small">{none}</p> : (
        <ul>
          {learners.map((learner) => (
            <li key={learner.enrolment.id}>
              <Link to="/learners/$enrolment" params={{ enrolment: learner.enrolment.id }} className="plain">{learner.account.name}</Link>
              <span className="small quiet">{learner.reason !== null ? unbroken(learner.reason) : <>last seen <When at={learner.lastActivityAt} /></>}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
