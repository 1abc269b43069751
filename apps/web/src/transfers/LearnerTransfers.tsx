import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { LearnerTransfersDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { When } from '../time/When.js';
import { TransferForm } from './TransferForm.js';

interface Props { enrolment: string; name: string; cohort: string; /** whether she has a place to go from */ placed: boolean; onDone: () => void }

/** Takes a learner to another cohort, and says to which ones she went. */
export function LearnerTransfers({ enrolment, name, cohort, placed, onDone }: Props) {
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const [open, setOpen] = useState(false);
  const [{ data }, again] = useQuery({ query: LearnerTransfersDocument, variables: { id: enrolment } });
  const all = data?.enrolment?.transferred ?? [];
  const close = () => setOpen(false);
  function done() { close(); again({ requestPolicy: 'network-only' }); onDone(); }
  return (
    <>
      {coordinates && placed && <div className="row"><Button variant="default" size="xs" onClick={() => setOpen(true)}>Move or copy to another cohort …</Button></div>}
      {all.length > 0 && (
        <ul className="lines" aria-label="Cohorts between which she went">
          {all.map((one) => (
            <li key={one.id}>
              <p className="small">{one.kind === 'MOVE' ? 'Moved' : 'Copied'} from {one.from?.name ?? 'a cohort that is gone'} to {one.kind === 'COPY' && one.enrolmentId !== enrolment ? <Link to="/learners/$enrolment" params={{ enrolment: one.enrolmentId }}>{one.to?.name}</Link> : one.to?.name ?? 'a cohort that is gone'}</p>
              <p className="small quiet">{one.reason !== '' && `“${one.reason}” `}{one.by?.name ?? 'Somebody who is here no more'}, <When at={one.at} /></p>
            </li>
          ))}
        </ul>
      )}
      <Dialog opened={open} close={close} title={`${name} in another cohort`}>{open && <TransferForm enrolment={enrolment} name={name} cohort={cohort} close={close} onDone={done} />}</Dialog>
    </>
  );
}
