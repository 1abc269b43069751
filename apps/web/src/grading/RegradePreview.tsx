import { Button, Textarea } from '@mantine/core';
import { type RefObject, useEffect, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { DoRegradeDocument, type RegradeFiguresFragment, RegradeStateDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { plural } from '../time/words.js';
import { RegradeChanges } from './RegradeChanges.js';

interface Props { preview: RegradeFiguresFragment; heading: RefObject<HTMLHeadingElement | null>; again: () => void; cancel: () => void; done: () => void }
/** How often a regrade under way is looked at. */
const lookEvery = 1_500;

/** Whom a regrade would change; done only once somebody has said why. */
export function RegradePreview({ preview, heading, again, cancel, done }: Props) {
  const [reason, setReason] = useState('');
  const [{ fetching }, regrade] = useMutation(DoRegradeDocument);
  const [fault, setFault] = useState<{ message: string; stale: boolean } | null>(null);
  const [running, setRunning] = useState(false);
  const state = useUntilDone(preview.id, running, () => { announce('The regrade is done.'); done(); });

  async function submit() {
    const { data, error } = await regrade({ preview: preview.id, reason });
    if (error !== undefined) {
      const { message, code } = faultOf(error);
      setFault({ message, stale: code === 'REGRADE_CHANGED' });
      return;
    }
    setFault(null);
    if (data?.regrade.state === 'DONE') { announce('The regrade is done.'); done(); } else setRunning(true);
  }

  return (
    <section aria-labelledby="preview" className="stack">
      <h2 id="preview" ref={heading} tabIndex={-1}>What would change</h2>
      <Figures regrade={preview} />
      {preview.scoresChanged > 0 && <RegradeChanges id={preview.id} />}
      {running ? <p role="status" className="told">Scoring {plural(preview.attempts, 'attempt')} anew{state === null ? '…' : `: ${state.applied} of ${state.attempts} done.`} You may leave this page: it goes on.</p> : (
        <form className="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
          <Textarea label="Why?" description="Kept with the scores, beside your name." required withAsterisk={false} autosize minRows={2} maxLength={1000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          {fault !== null && <p role="alert" className="bad small">{fault.message} {fault.stale && <button type="button" className="link" onClick={() => { setFault(null); again(); }}>Look again</button>}</p>}
          <div className="row">
            <Button type="submit" loading={fetching} disabled={reason.trim().length < 3}>{preview.attempts === 0 ? 'Do it' : `Regrade ${plural(preview.attempts, 'attempt')}`}</Button>
            <Button variant="default" onClick={cancel} disabled={fetching}>Leave it as it is</Button>
          </div>
        </form>
      )}
    </section>
  );
}

/** A regrade in figures: what would change, or has. */
export function Figures({ regrade: { attempts, scoresChanged, passesLost, passesWon, successLost, successWon, versions } }: { regrade: RegradeFiguresFragment }) {
  return (
    <div className="stack tight">
      <p>{attempts === 0 ? 'Nobody has submitted an attempt with this question. It holds for those to come.' : <><strong>{scoresChanged} of {plural(attempts, 'score')}</strong> {scoresChanged === 1 ? 'changes' : 'change'}{versions.length > 1 && `, in versions ${versions.toSorted((a, b) => a - b).join(', ')}`}. Attempts to come are scored so, too.</>}</p>
      {(passesLost > 0 || passesWon > 0) && <p>{passesLost > 0 && <span className="sign bad" data-sign="✕">{plural(passesLost, 'attempt')} would not pass any more</span>}{passesLost > 0 && passesWon > 0 && ', '}{passesWon > 0 && <span className="sign good" data-sign="✓">{plural(passesWon, 'attempt')} would pass</span>}</p>}
      {successLost > 0 && <p className="told"><span className="sign warn" data-sign="▲"><strong>{plural(successLost, 'certificate')} at stake.</strong></span> {successLost === 1 ? 'This learner has' : 'These learners have'} passed the course and would not any more. Nothing is revoked: the coordinator of the cohort is told and decides.</p>}
      {successWon > 0 && <p className="small quiet">{plural(successWon, 'learner')} would pass the course by it.</p>}
    </div>
  );
}

function useUntilDone(id: string, running: boolean, done: () => void) {
  const [{ data, fetching }, again] = useQuery({ query: RegradeStateDocument, variables: { id }, pause: !running, requestPolicy: 'network-only' });
  const state = running ? data?.regrade ?? null : null;
  useEffect(() => {
    if (!running || fetching) return;
    if (state?.state === 'DONE') { done(); return; }
    const timer = setTimeout(() => again({ requestPolicy: 'network-only' }), lookEvery);
    return () => clearTimeout(timer);
  }, [running, fetching, state]);
  return state;
}
