import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { type TransferKind, TransferLearnerDocument, TransferTargetsDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { plainDay } from '../time/words.js';
import { TransferEffect } from './TransferEffect.js';

interface Props { enrolment: string; name: string; cohort: string; close: () => void; onDone: () => void }

/** To which cohort, and whether she leaves this one; what that would do is shown before it is done. */
export function TransferForm({ enrolment, name, cohort, close, onDone }: Props) {
  const [result, again] = useQuery({ query: TransferTargetsDocument, variables: { enrolment }, requestPolicy: 'network-only' });
  const [to, setTo] = useState('');
  const [kind, setKind] = useState<TransferKind>('MOVE');
  const [able, setAble] = useState(false);
  const [state, transfer] = useMutation(TransferLearnerDocument);
  const navigate = useNavigate();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { data, error } = await transfer({ input: { enrolment, cohort: to, kind, reason: String(new FormData(event.currentTarget).get('reason') ?? '') } });
    if (error !== undefined || data === undefined) return;
    const { enrolmentId, to: there } = data.transferLearner;
    announce(`${name} is in ${there?.name ?? 'the other cohort'} now.`);
    onDone();
    if (enrolmentId !== enrolment) void navigate({ to: '/learners/$enrolment', params: { enrolment: enrolmentId } });
  }
  return (
    <Loaded result={result} value={result.data?.transferTargets} retry={() => again({ requestPolicy: 'network-only' })} what="learner">
      {(targets) => targets.length === 0 ? (
        <div className="stack"><p>No other cohort takes this course in this version or a newer one. Make one first, or take a cohort to this version.</p><div className="row"><Button variant="default" onClick={close}>Close</Button></div></div>
      ) : (
        <form className="stack" onSubmit={(event) => void submit(event)}>
          <NativeSelect label="To the cohort" value={to} data-autofocus onChange={(event) => { setTo(event.currentTarget.value); setAble(false); }}
            data={[{ value: '', label: 'Choose a cohort' }, ...targets.map(({ id, name: title, startsOn, courseVersion: { number } }) => ({ value: id, label: `${title}${startsOn === null ? '' : `, from ${plainDay(startsOn)}`}, version ${number}` }))]} />
          <fieldset className="plain stack tight">
            <legend className="unseen">How</legend>
            <label className="choice"><input type="radio" name="kind" checked={kind === 'MOVE'} onChange={() => { setKind('MOVE'); setAble(false); }} /><span>Move<span className="small quiet below">{name} leaves {cohort}. Nothing that was done is lost.</span></span></label>
            <label className="choice"><input type="radio" name="kind" checked={kind === 'COPY'} onChange={() => { setKind('COPY'); setAble(false); }} /><span>Copy<span className="small quiet below">{name} stays in {cohort}, and begins in the other with what was done so far.</span></span></label>
          </fieldset>
          {to !== '' && <TransferEffect key={`${to}${kind}`} input={{ enrolment, cohort: to, kind, reason: '' }} onKnown={setAble} />}
          <Textarea name="reason" label="Why" description="Staff find it in the history." maxLength={500} rows={2} />
          {state.error !== undefined && <p role="alert" className="bad">{faultOf(state.error).message}</p>}
          <div className="row"><Button type="submit" loading={state.fetching} disabled={!able}>{kind === 'MOVE' ? `Move ${name}` : `Copy ${name}`}</Button><Button variant="subtle" onClick={close}>Change nothing</Button></div>
        </form>
      )}
    </Loaded>
  );
}
