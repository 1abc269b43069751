import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { CohortOverviewDocument } from '../generated/graphql.js';
import { useRenewed } from '../gradebook/useRenewed.js';
import { Loaded } from '../states/Loaded.js';
import { Bones } from '../states/states.js';
import { HardQuestions } from './HardQuestions.js';
import { WhoNeedsMe } from './WhoNeedsMe.js';
import './overview.css';

/** Who needs somebody today; `children`, the figures; what many get wrong, where the cohort thins out and how long people spent. `changed`: renewed when it does. */
export function CohortOverview({ cohort, changed, children }: { cohort: string; changed: unknown; children: ReactNode }) {
  const [result, again] = useQuery({ query: CohortOverviewDocument, variables: { id: cohort } });
  const renew = () => again({ requestPolicy: 'network-only' });
  useRenewed(changed, renew);
  return (
    <Loaded result={result} value={result.data?.cohort?.overview} retry={renew} what="cohort" skeleton={<div className="stack wide"><div className="needs"><Bones lines={3} /><Bones lines={3} /><Bones lines={3} /><Bones lines={3} /></div>{children}</div>}>
      {({ attention, hardQuestions, funnel, timeSpent }) => (
        <>
          <WhoNeedsMe attention={attention} />
          {children}
          <div className="counts">
            <Counts id="funnel" title="How far they came" counts={funnel} of={funnel[0]?.learners ?? 0} />
            <Counts id="time" title="Time spent" counts={timeSpent} of={funnel[0]?.learners ?? 0} />
          </div>
          <HardQuestions questions={hardQuestions} />
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
