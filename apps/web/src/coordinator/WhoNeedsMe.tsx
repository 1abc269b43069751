import { Link } from '@tanstack/react-router';
import type { CohortOverviewQuery } from '../generated/graphql.js';
import { unbroken } from '../time/words.js';

type Group = NonNullable<CohortOverviewQuery['cohort']>['overview']['attention'][number];
const lists: Record<Group['kind'], { title: string; tone: string; sign: string; none: string }> = {
  WAITING: { title: 'Waiting on me', tone: 'bad', sign: '…', none: 'Nobody waits for you.' },
  STUCK: { title: 'Stuck', tone: 'bad', sign: '■', none: 'Nobody is stuck.' },
  LATE: { title: 'Late', tone: 'warn', sign: '▲', none: 'Nobody is late.' },
  AT_RISK: { title: 'At risk', tone: 'warn', sign: '!', none: 'No sign of trouble otherwise.' },
};

/** Who needs somebody today, each learner in one list, with everything that says so. */
export function WhoNeedsMe({ attention }: { attention: readonly Group[] }) {
  return <div className="needs">{attention.map((group) => <List key={group.kind} group={group} />)}</div>;
}

function List({ group: { kind, count, learners } }: { group: Group }) {
  const { title, tone, sign, none } = lists[kind];
  const id = `needs-${kind.toLowerCase()}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}><span className={count > 0 ? `sign ${tone}` : 'sign quiet'} data-sign={count > 0 ? sign : '✓'}>{title}</span>{count > 0 && <span className="quiet number"> {count}</span>}</h2>
      {count === 0 ? <p className="quiet small">{none}</p> : (
        <ul>
          {learners.map(({ learner, signals }) => (
            <li key={learner.enrolment.id}>
              <Link to="/learners/$enrolment" params={{ enrolment: learner.enrolment.id }} className="plain">{learner.account.name}</Link>
              <span className="small quiet">{unbroken(signals.join(' '))}</span>
            </li>
          ))}
        </ul>
      )}
      {count > learners.length && <p className="small quiet">The {learners.length} with the most signs. All of them are in the table below.</p>}
    </section>
  );
}
