import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, type AnyVariables, type OperationResult } from 'urql';
import { announce } from '../frame/announce.js';
import { Dialog } from '../frame/Dialog.js';
import { BeginNextRoundDocument, ClosePanelDocument, DismissPanelistDocument, InvitePanelistsDocument, type PanelFragment, TakePanelsPassMarkDocument } from '../generated/graphql.js';
import { useSession } from '../session/Session.js';
import { fieldFaults } from '../states/faults.js';
import { plural } from '../time/words.js';
import type { Plan } from './plan.js';
import { PeoplePicker, type Person } from './PeoplePicker.js';
import { RatedItems } from './RatedItems.js';
import { share } from './words.js';

interface Props { plan: Plan; panel: PanelFragment; writes: boolean; another: () => void; retry: () => void }

/** A panel's progress, what it comes to, and what can be done next. */
export function PanelAtWork({ plan, panel, writes, another, retry }: Props) {
  const { person } = useSession();
  const [inviting, setInviting] = useState<Person[] | null>(null);
  const [leaving, setLeaving] = useState<PanelFragment['panelists'][number] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [, invite] = useMutation(InvitePanelistsDocument);
  const [, dismiss] = useMutation(DismissPanelistDocument);
  const [beginning, begin] = useMutation(BeginNextRoundDocument);
  const [closing, close] = useMutation(ClosePanelDocument);
  const [taking, take] = useMutation(TakePanelsPassMarkDocument);
  const total = panel.items.length;
  async function did(work: Promise<OperationResult<unknown, AnyVariables>>, sentence: string) {
    const { error } = await work;
    setFault(error === undefined ? null : Object.values(fieldFaults(error)).join(' '));
    if (error !== undefined) return;
    announce(sentence);
    setInviting(null);
    setLeaving(null);
  }
  const mine = panel.panelists.find(({ id }) => id === person?.account.id);
  const ready = panel.cut !== null && panel.counted >= 2;
  return (
    <section aria-labelledby="panel" className="stack">
      <div className="row between">
        <h2 id="panel">{panel.open ? `The panel, round ${panel.round}` : 'The panel is closed'}</h2>
        <button type="button" className="link small" onClick={retry}>Look for new ratings</button>
      </div>
      {!panel.current && <p className="sign warn" data-sign="!">The forms hold other questions by now than this panel rates. {panel.open ? 'Close it and open another.' : 'Open another.'}</p>}
      <Result panel={panel} />
      {fault !== null && <p role="alert" className="bad">{fault}</p>}
      {writes && (
        <div className="row">
          {ready && <Button disabled={plan.passMarkPanel === panel.id && plan.passMark === Math.round((panel.cut ?? 0) * 1000) / 1000} loading={taking.fetching} onClick={() => void did(take({ panel: panel.id, revision: plan.revision }), 'The pass mark is set.')}>Make {share(panel.cut ?? 0)} the pass mark</Button>}
          {panel.open && ready && <Button variant="default" loading={beginning.fetching} onClick={() => void did(begin({ panel: panel.id }), `Round ${panel.round + 1} has begun.`)}>Begin round {panel.round + 1}</Button>}
          {panel.open && <Button variant="default" onClick={() => setInviting([])}>Add people</Button>}
          {panel.open ? <Button variant="subtle" loading={closing.fetching} onClick={() => void did(close({ panel: panel.id }), 'The panel is closed.')}>Close the panel</Button> : <Button variant="default" onClick={another}>Open another panel</Button>}
        </div>
      )}
      {panel.open && ready && <p className="small quiet measure">In another round everybody sees what the others thought on average and may think again. Ratings stand until they are changed.</p>}
      {mine !== undefined && panel.open && <p><Link to="/assessments/rate/$panel" params={{ panel: panel.id }}>{mine.rated === total ? 'Look at your ratings' : 'Rate the questions yourself'}</Link></p>}
      <table className="grid folds">
        <caption className="unseen">The panel’s members</caption>
        <thead><tr><th scope="col">Who</th><th scope="col">Rated</th><th scope="col" className="figure">Own pass mark</th><th scope="col">To look at</th>{writes && panel.open && <th scope="col"><span className="unseen">What can be done</span></th>}</tr></thead>
        <tbody>
          {panel.panelists.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.account?.name ?? 'Somebody who left'}</th>
              <td data-label="Rated"><span className={one.rated === total ? 'sign good' : 'sign'} data-sign={one.rated === total ? '✓' : one.rated === 0 ? '○' : '◐'}>{one.rated} of {total}</span></td>
              <td className="figure" data-label="Own pass mark">{one.cut === null ? '–' : share(one.cut)}</td>
              <td data-label="To look at">{one.outlying === 'cut' ? 'far from the others' : one.outlying === 'order' ? 'finds other questions hard' : <span className="quiet">–</span>}</td>
              {writes && panel.open && <td><button type="button" className="link small" onClick={() => setLeaving(one)}>Take off<span className="unseen"> {one.account?.name}</span></button></td>}
            </tr>
          ))}
        </tbody>
      </table>
      <RatedItems items={panel.items} />
      <Dialog opened={inviting !== null} close={() => setInviting(null)} title="Add people to the panel">
        {inviting !== null && (
          <div className="stack"><PeoplePicker chosen={inviting} choose={setInviting} already={panel.panelists.map(({ id }) => id)} />
            <div className="row"><Button disabled={inviting.length === 0} onClick={() => void did(invite({ panel: panel.id, panelists: inviting.map(({ id }) => id) }), 'They are on the panel.')}>Add {inviting.length === 0 ? 'them' : plural(inviting.length, 'person', 'people')}</Button></div></div>
        )}
      </Dialog>
      <Dialog opened={leaving !== null} close={() => setLeaving(null)} title={`Take ${leaving?.account?.name ?? 'this person'} off the panel?`}>
        <div className="stack">
          <p>{leaving?.rated === 0 ? 'Nothing was rated in this round.' : `${plural(leaving?.rated ?? 0, 'rating')} of this round, and those of earlier ones, are gone for good.`}</p>
          <div className="row"><Button className="danger" onClick={() => void did(dismiss({ panel: panel.id, account: leaving?.id ?? '' }), 'She is off the panel.')}>Take off</Button><Button variant="subtle" onClick={() => setLeaving(null)}>Keep</Button></div>
        </div>
      </Dialog>
    </section>
  );
}

/** The cut with how sure it is, drawn on the scale from 0 to 100. */
function Result({ panel: { cut, standardError, standardErrorOverItems, counted, panelists, earlierCuts, items } }: { panel: PanelFragment }) {
  if (cut === null) return <p className="quiet">Nobody is through yet. The pass mark appears when people have rated all {plural(items.length, 'question')}.</p>;
  const low = Math.max(0, cut - 1.96 * (standardError ?? 0));
  const high = Math.min(1, cut + 1.96 * (standardError ?? 0));
  return (
    <div className="stack tight cut">
      <p><strong className="large number">{share(cut)}</strong> {standardError === null ? 'as one person sees it' : <>± {share(standardError)} <span className="quiet">(standard error over {counted} of {panelists.length} people)</span></>}</p>
      {standardError !== null && (
        <>
          <span className="mark wide" aria-hidden="true"><span className="span" style={{ insetInlineStart: `${low * 100}%`, width: `${(high - low) * 100}%` }} />{panelists.map(({ id, cut: own }) => (own === null ? null : <span key={id} className="one" style={{ insetInlineStart: `${own * 100}%` }} />))}<span style={{ insetInlineStart: `${cut * 100}%` }} /></span>
          <p className="small quiet measure">Another panel of this size would set it between {share(low)} and {share(high)}, 19 times of 20.{standardErrorOverItems === null ? '' : ` With other questions of the same kind too, the standard error is ${share(standardErrorOverItems)}.`}</p>
        </>
      )}
      {earlierCuts.length > 0 && <p className="small quiet">Rounds before: {earlierCuts.map((own) => share(own)).join(', ')}</p>}
    </div>
  );
}
