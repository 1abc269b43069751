import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery, type CombinedError } from 'urql';
import { announce } from '../../frame/announce.js';
import { Dialog } from '../../frame/Dialog.js';
import { ApproveItemDocument, ItemDecisionsDocument, ReinstateItemDocument, RetireItemDocument, ReturnItemDocument, SubmitItemDocument, type ItemStandingFragment } from '../../generated/graphql.js';
import { fieldFaults } from '../../states/faults.js';
import { When } from '../../time/When.js';
import { stateNames } from './states.js';

interface Props {
  standing: ItemStandingFragment;
  /** Sends what is not saved yet; false where it could not be. */
  flush: () => Promise<boolean>;
  revision: () => number;
  onDone: (standing: ItemStandingFragment) => void;
}
type Step = 'submit' | 'approve' | 'giveBack' | 'retire' | 'reinstate';
const steps: Record<Step, { label: string; done: string; title: string; note: 'none' | 'may' | 'must'; asks: string }> = {
  submit: { label: 'Send to review', done: 'The question is in review.', title: 'Send it to review?', note: 'may', asks: 'What a reviewer should know (optional)' },
  approve: { label: 'Approve', done: 'The question is approved: assessments may use it.', title: 'Approve this question?', note: 'may', asks: 'Note (optional)' },
  giveBack: { label: 'Give back', done: 'The question is with its author again.', title: 'Give it back to its author', note: 'must', asks: 'What is to be changed, and why' },
  retire: { label: 'Retire', done: 'The question is retired.', title: 'Retire this question?', note: 'must', asks: 'Why' },
  reinstate: { label: 'Take up again', done: 'The question is in use again.', title: 'Take it up again?', note: 'none', asks: '' },
};
const shownIn: Record<ItemStandingFragment['state'], readonly Step[]> = { DRAFT: ['submit', 'retire'], IN_REVIEW: ['approve', 'giveBack'], APPROVED: ['retire'], RETIRED: ['reinstate'] };

/** Where an item stands on its way into assessments, what can be done about it now, and why something can't. */
export function ReviewBar({ standing, flush, revision, onDone }: Props) {
  const [asked, setAsked] = useState<Step | null>(null);
  const [{ data }] = useQuery({ query: ItemDecisionsDocument, variables: { id: standing.id } });
  const last = data?.item?.decisions.nodes[0];
  const { may, state, approvedVersion } = standing;
  const hindered = shownIn[state].filter((step) => !may[step].allowed && step !== 'retire').flatMap((step) => may[step].reason ?? []);
  return (
    <section className="review-bar" aria-label="Review">
      <div className="review-state">
        <ol>{(['DRAFT', 'IN_REVIEW', 'APPROVED'] as const).map((each) => <li key={each} {...(each === state ? { 'aria-current': 'step' as const } : {})}>{stateNames[each]}</li>)}{state === 'RETIRED' && <li aria-current="step">{stateNames.RETIRED}</li>}</ol>
        <p className="small quiet">
          {approvedVersion === null ? 'No version is approved yet.' : state === 'APPROVED' ? `Assessments use version ${approvedVersion}. A change begins a new one.` : `Assessments keep using version ${approvedVersion} until the new one is approved.`}
          {hindered.length > 0 && ` ${hindered.join(' ')}`}
        </p>
        {last?.note !== null && last !== undefined && <p className="small"><strong>{last.by?.name ?? 'Somebody'}:</strong> {last.note} <span className="quiet"><When at={last.at} /></span></p>}
      </div>
      <div className="row">
        {shownIn[state].filter((step) => may[step].allowed).map((step) => <Button key={step} size="sm" variant={step === 'submit' || step === 'approve' || step === 'reinstate' ? 'filled' : 'default'} onClick={() => setAsked(step)}>{steps[step].label}</Button>)}
      </div>
      {asked !== null && <Decision step={asked} standing={standing} flush={flush} revision={revision} close={() => setAsked(null)} onDone={onDone} />}
    </section>
  );
}

function Decision({ step, standing: { id, findings }, flush, revision, close, onDone }: Props & { step: Step; close: () => void }) {
  const { title, note, asks, label, done } = steps[step];
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [, submit] = useMutation(SubmitItemDocument);
  const [, approve] = useMutation(ApproveItemDocument);
  const [, giveBack] = useMutation(ReturnItemDocument);
  const [, retire] = useMutation(RetireItemDocument);
  const [, reinstate] = useMutation(ReinstateItemDocument);
  const open = findings.filter(({ waiver }) => waiver === null).length;

  async function decided(): Promise<{ standing: ItemStandingFragment | undefined; error: CombinedError | undefined }> {
    const at = { id, revision: revision() };
    const words = said.trim() === '' ? null : said;
    switch (step) {
      case 'submit': { const { data, error } = await submit({ ...at, note: words }); return { standing: data?.submitItemForReview, error }; }
      case 'approve': { const { data, error } = await approve({ ...at, note: words }); return { standing: data?.approveItem, error }; }
      case 'giveBack': { const { data, error } = await giveBack({ ...at, reason: said }); return { standing: data?.returnItem, error }; }
      case 'retire': { const { data, error } = await retire({ id, reason: said }); return { standing: data?.retireItem, error }; }
      case 'reinstate': { const { data, error } = await reinstate({ id }); return { standing: data?.reinstateItem, error }; }
    }
  }
  async function decide(): Promise<void> {
    setBusy(true);
    const sent = await flush();
    const answer = sent ? await decided() : null;
    setBusy(false);
    if (answer === null) return setFault('Your last changes could not be saved yet. Try again in a moment.');
    if (answer.error !== undefined) return setFault(Object.values(fieldFaults(answer.error)).join(' '));
    if (answer.standing !== undefined) onDone(answer.standing);
    announce(done);
    close();
  }
  return (
    <Dialog opened close={close} title={title}>
      <div className="stack">
        {step === 'submit' && open > 0 && <p>{open === 1 ? 'One finding of the item lint is' : `${open} findings of the item lint are`} neither mended nor waived; whoever reviews sees {open === 1 ? 'it' : 'them'}.</p>}
        {step === 'retire' && <p>No new assessment uses a retired question. Attempts that had it keep it.</p>}
        {note !== 'none' && <Textarea label={asks} autosize={false} rows={3} value={said} error={fault} data-autofocus onChange={(event) => setSaid(event.currentTarget.value)} />}
        {note === 'none' && fault !== null && <p role="alert" className="bad">{fault}</p>}
        <div className="row"><Button loading={busy} disabled={note === 'must' && said.trim() === ''} onClick={() => void decide()}>{label}</Button><Button variant="subtle" onClick={close}>Cancel</Button></div>
      </div>
    </Dialog>
  );
}
