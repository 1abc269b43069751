import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { announce } from '../../frame/announce.js';
import { Dialog } from '../../frame/Dialog.js';
import { RestoreLearnerDocument, WithdrawLearnerDocument } from '../../generated/graphql.js';
import { useHasRole } from '../../session/Session.js';
import { faultOf } from '../../states/faults.js';
import { LearnerTransfers } from '../../transfers/LearnerTransfers.js';
import { When } from '../../time/When.js';

interface Props { enrolment: string; name: string; cohort: string; withdrawnAt: string | null; onMoved: () => void }

/** A learner's place in her cohort: taken back, and given again. */
export function LearnerPlace({ enrolment, name, cohort, withdrawnAt, onMoved }: Props) {
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const [asked, setAsked] = useState(false);
  const [withdrawing, withdraw] = useMutation(WithdrawLearnerDocument);
  const [restoring, restore] = useMutation(RestoreLearnerDocument);
  const fault = withdrawing.error ?? restoring.error;
  if (!coordinates) return null;
  async function take() {
    setAsked(false);
    const { error } = await withdraw({ enrolment });
    if (error === undefined) announce(`${name} is withdrawn.`);
  }
  async function give() {
    const { error } = await restore({ enrolment });
    if (error === undefined) announce(`${name} has the place back.`);
  }
  return (
    <section aria-labelledby="place" className="stack tight">
      <h2 id="place">Place in {cohort}</h2>
      {fault !== undefined && <p role="alert" className="bad">{faultOf(fault).message}</p>}
      {withdrawnAt === null ? (
        <div className="row"><Button variant="default" size="xs" loading={withdrawing.fetching} onClick={() => setAsked(true)}>Withdraw …</Button></div>
      ) : (
        <>
          <p className="sign warn" data-sign="!">Withdrawn <When at={withdrawnAt} />. Progress is kept.</p>
          <div className="row"><Button size="xs" loading={restoring.fetching} onClick={() => void give()}>Undo the withdrawal</Button></div>
        </>
      )}
      <LearnerTransfers enrolment={enrolment} name={name} cohort={cohort} placed={withdrawnAt === null} onDone={onMoved} />
      <Dialog opened={asked} close={() => setAsked(false)} title={`Withdraw ${name} from ${cohort}?`}>
        <div className="stack">
          <p>{name} can open the course no more, and the place is free for whoever waits. All progress is kept, and you can undo this here while a place is free.</p>
          <div className="row"><Button onClick={() => void take()}>Withdraw {name}</Button><Button variant="subtle" onClick={() => setAsked(false)}>Change nothing</Button></div>
        </div>
      </Dialog>
    </section>
  );
}
