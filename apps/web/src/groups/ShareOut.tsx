import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { ShareOutGroupsDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { plural } from '../time/words.js';

/** Puts learners into groups, evenly and at random. */
export function ShareOut({ cohort, onShared }: { cohort: string; onShared: (sentence: string) => void }) {
  const [open, setOpen] = useState(false);
  const [state, share] = useMutation(ShareOutGroupsDocument);
  async function out(everybody: boolean) {
    setOpen(false);
    const { data, error } = await share({ cohort, everybody });
    if (error === undefined && data !== undefined) onShared(data.shareOutGroups.moved === 0 ? 'Nobody had to be moved.' : `${plural(data.shareOutGroups.moved, 'learner is', 'learners are')} in another group now.`);
  }
  return (
    <div className="row">
      <Button variant="default" loading={state.fetching} onClick={() => setOpen(true)}>Share learners out at random …</Button>
      {state.error !== undefined && <p role="alert" className="bad">{faultOf(state.error).message}</p>}
      <Dialog opened={open} close={() => setOpen(false)} title="Share learners out">
        <div className="stack">
          <p>Evenly and at random, among all groups. Whoever is in one stays there, unless you mix everybody anew.</p>
          <div className="row"><Button onClick={() => void out(false)}>Those who are in none</Button><Button variant="default" onClick={() => void out(true)}>Mix everybody anew</Button><Button variant="subtle" onClick={() => setOpen(false)}>Cancel</Button></div>
        </div>
      </Dialog>
    </div>
  );
}
