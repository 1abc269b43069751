import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { AngoffPanelDocument, OpenPanelDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import type { StepProps } from './plan.js';
import { PanelAtWork } from './PanelAtWork.js';
import { PeoplePicker, type Person } from './PeoplePicker.js';
import { share } from './words.js';

/** How often it is looked whether somebody has rated, while a panel is at work. */
const everyMs = 15_000;

/** The pass mark: as it is, or as a panel sets it by Angoff's method. */
export function PassMarkStep({ plan, writes }: StepProps) {
  const [result, again] = useQuery({ query: AngoffPanelDocument, variables: { plan: plan.id } });
  const panel = result.data?.angoffPanel;
  const retry = () => again({ requestPolicy: 'network-only' });
  const [another, setAnother] = useState(false);
  const open = panel?.open === true;
  useEffect(() => {
    if (!open) return undefined;
    const timer = setInterval(() => { if (document.visibilityState === 'visible') again({ requestPolicy: 'network-only' }); }, everyMs);
    return () => clearInterval(timer);
  }, [open, again]);
  return (
    <div className="stack wide">
      <section aria-labelledby="mark" className="stack tight summary">
        <h2 id="mark">{plan.passMark === null ? 'There is no pass mark' : `Learners pass at ${share(plan.passMark)}`}</h2>
        <p>{plan.passMark === null ? 'Whoever submits it has done it.' : plan.passMarkPanel === null ? 'Somebody set it by hand.' : 'A panel set it.'} {writes && <Link to="/assessments/$assessment" params={{ assessment: plan.id }} search={{ step: 'what' }}>{plan.passMark === null ? 'Set one by hand' : 'Change it by hand'}</Link>}</p>
        {plan.published?.current === false && <p className="small quiet">Learners have what was published last; publish to change it.</p>}
      </section>
      <Loaded result={result} value={result.data === undefined ? undefined : { panel }} retry={retry} what="panel" need="instructors">
        {() => (panel === null || panel === undefined || (another && !panel.open)
          ? <Begin plan={plan} writes={writes} opened={() => { setAnother(false); retry(); }} />
          : <PanelAtWork plan={plan} panel={panel} writes={writes} another={() => setAnother(true)} retry={retry} />)}
      </Loaded>
      <div className="row"><Link to="/assessments/$assessment" params={{ assessment: plan.id }} search={{ step: 'publish' }}>Next: publish</Link></div>
    </div>
  );
}

/** What a panel is, and whom to ask. */
function Begin({ plan, writes, opened }: Pick<StepProps, 'plan' | 'writes'> & { opened: () => void }) {
  const [people, setPeople] = useState<Person[]>([]);
  const [state, open] = useMutation(OpenPanelDocument);
  const [fault, setFault] = useState<string | null>(null);
  async function go() {
    const { error } = await open({ plan: plan.id, panelists: people.map(({ id }) => id) });
    if (error !== undefined) return setFault(Object.values(fieldFaults(error)).join(' '));
    announce('The panel is open.');
    opened();
  }
  return (
    <section aria-labelledby="panel" className="stack measure">
      <h2 id="panel">Let a panel set it</h2>
      <p>People who know the subject picture a learner who is just good enough to pass. For each question each of them says how many of a hundred such learners would get it right. The mean of all that is the pass mark (Angoff’s method); how far they differ says how sure it is.</p>
      <p className="quiet">Five to ten people are usual, two the least. They find the questions under Assessments.</p>
      {plan.formCount === 0 ? <p className="sign warn" data-sign="!"><span>Build the forms first: the panel rates their questions. <Link to="/assessments/$assessment" params={{ assessment: plan.id }} search={{ step: 'blueprint' }}>To the blueprint</Link></span></p> : writes && (
        <>
          <PeoplePicker chosen={people} choose={setPeople} />
          {fault !== null && <p role="alert" className="bad">{fault}</p>}
          <div className="row"><Button disabled={people.length === 0} loading={state.fetching} onClick={() => void go()}>Open the panel{people.length === 0 ? '' : ` with ${people.length}`}</Button></div>
        </>
      )}
    </section>
  );
}
