import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { uuidv7 } from '@preceptor/tracking';
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { announce } from '../frame/announce.js';
import { GradeResponseDocument, WithdrawMarkDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Bones, Empty, Failure } from '../states/states.js';
import { AnswerForm, type Judgement } from './AnswerForm.js';
import { useAnswers } from './useAnswers.js';

interface Props { queue: string; moderate: boolean; /** answers that wait for somebody else as the second grader */ others: number; changed: () => void }

/** One answer after another, what was judged of each, and the last taken back on request. */
export function Grading({ queue, moderate, others, changed }: Props) {
  const answers = useAnswers(queue, moderate);
  const [, grade] = useMutation(GradeResponseDocument);
  const [, withdraw] = useMutation(WithdrawMarkDocument);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [last, setLast] = useState<string | null>(null);
  const mark = useRef({ of: '', id: '' });
  const { answer } = answers;

  /** Does one thing at a time; `act` gives what went wrong. */
  async function alone(act: () => Promise<string | null>) {
    if (busy) return;
    setBusy(true);
    setFault(await act());
    setBusy(false);
  }
  const save = (answerId: string, { levels, comment }: Judgement) => alone(async () => {
    // The same id until it is known to be saved: pressing again after a lost connection saves once.
    if (mark.current.of !== answerId) mark.current = { of: answerId, id: uuidv7() };
    const { id } = mark.current;
    const { error } = await grade({ answer: answerId, id, levels, comment });
    if (error !== undefined) return `${faultOf(error).message} What you chose is still here: save again.`;
    mark.current = { of: '', id: '' };
    setLast(id);
    announce('Saved.');
    const refused = await answers.open();
    changed();
    return refused;
  });
  const undo = (id: string) => alone(async () => {
    const { data, error } = await withdraw({ mark: id, id: uuidv7() });
    if (error !== undefined) return faultOf(error).message;
    if (data === undefined) return null;
    setLast(null);
    answers.show(data.withdrawMark);
    announce('The last grading is taken back.');
    changed();
    return null;
  });

  if (answer === 'loading') return answers.failed === null ? <Bones lines={8} label="Fetching an answer" /> : <Failure message={answers.failed} retry={() => void answers.open()} />;
  if (answer === null) return (
    <Empty title={moderate ? 'Nothing to decide here' : 'Nothing left for you to grade here'} action={<><Button component={Link} to="/grading">See what else waits</Button>{last !== null && <Button variant="default" onClick={() => void undo(last)}>Undo the last grading</Button>}</>}>
      {others > 0 ? `${others === 1 ? 'One answer waits' : `${others} answers wait`} for a second grader: that must be somebody else.` : 'Answers that others have open come back here if they are not graded within a quarter of an hour.'}
      {fault !== null && <span role="alert" className="bad"> {fault}</span>}
    </Empty>
  );
  return (
    <AnswerForm key={`${answer.id} ${answers.turn}`} answer={answer} busy={busy} fault={fault}
      save={(judgement) => void save(answer.id, judgement)} next={() => void alone(answers.next)} previous={answers.previous === null ? null : () => void alone(answers.previous ?? answers.next)} undo={last === null ? null : () => void undo(last)} />
  );
}
