import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { EnrolOrWaitDocument, type EnrolInput } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { EnrolKnown } from './EnrolKnown.js';
import { EnrolNew } from './EnrolNew.js';

interface Props { cohort: string; /** after somebody was enrolled */ onEnrolled: () => void; first?: boolean }

/** Enrols one learner after the other: somebody who has an account, or somebody new. */
export function EnrolLearner({ cohort, onEnrolled, first = false }: Props) {
  const [open, setOpen] = useState(false);
  const [state, enrol] = useMutation(EnrolOrWaitDocument);
  const [enrolled, setEnrolled] = useState<string | null>(null);
  /** Answers why not, by field; null when it is done. */
  async function place(who: Pick<EnrolInput, 'account' | 'email' | 'name'>): Promise<Record<string, string> | null> {
    const { data, error } = await enrol({ input: { cohort, ...who } });
    const { enrolment = null, waiting = null } = data?.enrolOrWait ?? {};
    setEnrolled(enrolment !== null ? `${enrolment.account.name} is enrolled. Enrol the next, or close.` : waiting !== null ? `All places are taken: ${waiting.account.name} is number ${waiting.position} on the waiting list.` : null);
    if (error !== undefined) return fieldFaults(error);
    onEnrolled();
    return null;
  }
  return (
    <>
      <Button variant={first ? 'filled' : 'default'} onClick={() => { setOpen(true); setEnrolled(null); }}>Enrol a learner</Button>
      <Dialog opened={open} close={() => setOpen(false)} title="Enrol a learner">
        <div className="stack" style={{ gap: '1.5rem' }}>
          <p role="status" className={enrolled === null ? 'unseen' : 'sign good'} data-sign="✓">{enrolled}</p>
          <EnrolKnown place={(account) => place({ account })} busy={state.fetching} />
          <EnrolNew place={place} busy={state.fetching} />
          <div className="row"><Button variant="subtle" onClick={() => setOpen(false)}>Close</Button></div>
        </div>
      </Dialog>
    </>
  );
}
