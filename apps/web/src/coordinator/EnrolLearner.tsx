import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { EnrolDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { fieldFaults } from '../states/faults.js';
import { EnrolKnown } from './EnrolKnown.js';
import { EnrolNew } from './EnrolNew.js';

interface Props { cohort: string; /** after somebody was enrolled */ onEnrolled: () => void; first?: boolean }

/** Enrols one learner after the other: somebody of another cohort, or, for who may give accounts, somebody new. */
export function EnrolLearner({ cohort, onEnrolled, first = false }: Props) {
  const [open, setOpen] = useState(false);
  const [state, enrol] = useMutation(EnrolDocument);
  const [enrolled, setEnrolled] = useState<string | null>(null);
  const givesAccounts = useHasRole('ADMINISTRATOR');
  /** Answers why not, by field; null when it is done. */
  async function place(account: string): Promise<Record<string, string> | null> {
    const { data, error } = await enrol({ input: { cohort, account } });
    setEnrolled(data?.enrol.account.name ?? null);
    if (error !== undefined) return fieldFaults(error);
    onEnrolled();
    return null;
  }
  return (
    <>
      <Button variant={first ? 'filled' : 'default'} onClick={() => { setOpen(true); setEnrolled(null); }}>Enrol a learner</Button>
      <Dialog opened={open} close={() => setOpen(false)} title="Enrol a learner">
        <div className="stack" style={{ gap: '1.5rem' }}>
          <p role="status" className={enrolled === null ? 'unseen' : 'sign good'} data-sign="✓">{enrolled === null ? '' : `${enrolled} is enrolled. Enrol the next, or close.`}</p>
          <EnrolKnown cohort={cohort} place={place} busy={state.fetching} />
          {givesAccounts ? <EnrolNew place={place} /> : <p className="small quiet">Somebody new needs an account first: ask an administrator of your organisation.</p>}
          <div className="row"><Button variant="subtle" onClick={() => setOpen(false)}>Close</Button></div>
        </div>
      </Dialog>
    </>
  );
}
