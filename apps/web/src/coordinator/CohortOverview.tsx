import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { CohortOverviewDocument } from '../generated/graphql.js';
import { useRenewed } from '../gradebook/useRenewed.js';
import { Loaded } from '../states/Loaded.js';
import { plural, unbroken } from '../time/words.js';
import './overview.css';

/** Who may need help and what says so; where the cohort thins out; how long people spent. `changed`: renewed when it does. */
export function CohortOverview({ cohort, changed }: { cohort: string; changed: unknown }) {
  const [result, again] = useQuery({ query: CohortOverviewDocument, variables: { id: cohort } });
  const renew = () => again({ requestPolicy: 'network-only' });
  useRenewed(changed, renew);
  return (
    <Loaded result={result} value={result.data?.cohort?.overview} retry={renew} what="cohort">
      {({ atRisk, atRiskCount, funnel, timeSpent }) => (
        <>
          <section aria-labelledby="at-risk" className="stack">
            <h2 id="at-risk">At risk{atRiskCount > 0 && <span className="quiet number"> {atRiskCount}</span>}</h2>
            {atRisk.length === 0 ? <p className="quiet">No signal says that somebody needs help.</p> : (
              <ul className="at-risk">
                {atRisk.map(({ learner, signals }) => (
                  <li key={learner.enrolment.id}><Link to="/learners/$enrolment" params={{ enrolment: learner.enrolment.id }} className="plain">{learner.account.name}</Link><span className="small quiet">{unbroken(signals.join(' '))}</span></li>
                ))}
              </ul>
            )}
            {atRiskCount > atRisk.length && <p className="small quiet">The {plural(atRisk.length, 'learner')} with the most signals are shown.</p>}
          </section>
          <div className="counts">
            <Counts id="funnel" title="How far they came" counts={funnel} of={funnel[0]?.learners ?? 0} />
            <Counts id="time" title="Time spent" counts={timeSpent} of={funnel[0]?.learners ?? 0} />
          </div>
        </>
      )}
    </Loaded>
  );
}

function Counts({ id, title, counts, of }: { id: string; title: string; counts: readonly { label: string; learners: number }[]; of: number }) {
  return (
    <section aria-labelledby={id} className="stack">
      <h2 id={id}>{title}</h2>
      <table className="count">
        <caption className="unseen">{title}, in learners of {of}</caption>
        <tbody>{counts.map(({ label, learners }) => (
          <tr key={label}><th scope="row">{label}</th><td className="bar-cell"><span aria-hidden="true" className="bar-of" style={{ inlineSize: `${of === 0 ? 0 : (learners / of) * 100}%` }} /></td><td className="figure">{learners}</td></tr>
        ))}</tbody>
      </table>
    </section>
  );
}
