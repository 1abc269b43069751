import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { uuidv7 } from '@preceptor/tracking';
import { useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { announce } from '../frame/announce.js';
import { type AnswerToGradeFragment, GradeResponseDocument, NextAnswerDocument, WithdrawMarkDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Bones, Empty, Failure } from '../states/states.js';
import { AnswerForm, type Judgement } from './AnswerForm.js';

interface Props { queue: string; moderate: boolean; /** answers that wait for somebody else as the second grader */ others: number; changed: () => void }

/** Fetches one answer after another, saves what was judged of each, and takes the last back on request. */
export function Grading({ queue, moderate, others, changed }: Props) {
  const [, next] = useMutation(NextAnswerDocument);
  const [, grade] = useMutation(GradeResponseDocument);
  const [, withdraw] = useMutation(WithdrawMarkDocument);
  const [answer, setAnswer] = useState<AnswerToGradeFragment | null | 'loading'>('loading');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [last, setLast] = useState<string | null>(null);
  const mark = useRef(uuidv7());

  async function open(after: string | null = null) {
    const { data, error } = await next({ queue, after, moderate });
    if (error !== undefined) { setFault(faultOf(error).message); return; }
    setFault(null);
    mark.current = uuidv7();
    setAnswer(data?.nextAnswer ?? null);
  }
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    void open();
  });

  async function save(answerId: string, { levels, comment }: Judgement) {
    setBusy(true);
    // The same id until it is known to be saved: pressing again after a lost connection saves once.
    const { error } = await grade({ answer: answerId, id: mark.current, levels, comment });
    if (error === undefined) {
      setLast(mark.current);
      announce('Saved.');
      await open();
      changed();
    } else setFault(faultOf(error).message);
    setBusy(false);
  }
  async function undo() {
    if (last === null || busy) return;
    setBusy(true);
    const { data, error } = await withdraw({ mark: last, id: uuidv7() });
    if (error === undefined && data !== undefined) {
      setLast(null);
      setFault(null);
      mark.current = uuidv7();
      setAnswer(data.withdrawMark);
      announce('The last grading is taken back.');
      changed();
    } else if (error !== undefined) setFault(faultOf(error).message);
    setBusy(false);
  }
  async function skip(answerId: string) {
    setBusy(true);
    await open(answerId);
    setBusy(false);
  }

  if (answer === 'loading') return fault === null ? <Bones lines={8} label="Fetching an answer" /> : <Failure message={fault} retry={() => void open()} />;
  if (answer === null) return (
    <Empty title={moderate ? 'Nothing to decide here' : 'Nothing left for you to grade here'} action={<><Button component={Link} to="/grading">See what else waits</Button>{last !== null && <Button variant="default" onClick={() => void undo()}>Undo the last grading</Button>}</>}>
      {others > 0 ? `${others === 1 ? 'One answer waits' : `${others} answers wait`} for a second grader: that must be somebody else.` : 'Answers that others have open come back here if they are not graded within a quarter of an hour.'}
    </Empty>
  );
  return <AnswerForm key={answer.id} answer={answer} busy={busy} fault={fault} save={(judgement) => void save(answer.id, judgement)} skip={() => void skip(answer.id)} undo={last === null ? null : () => void undo()} />;
}
