import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { announce } from '../frame/announce.js';
import { DismissFlagDocument, ReopenFlagDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';

interface Props { course: string; item: string; done: () => void }

/** Takes an item off the list of what needs a look, for a reason. */
export function DismissFlag({ course, item, done }: Props) {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const [{ fetching, error }, dismiss] = useMutation(DismissFlagDocument);
  const faults = error === undefined ? {} : fieldFaults(error);
  const send = async (): Promise<void> => {
    const { error: refused } = await dismiss({ course, item, reason });
    if (refused !== undefined) return;
    setOpened(false);
    setReason('');
    announce('Taken off the list');
    done();
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>Let it be…</Button>
      <Dialog opened={opened} close={() => setOpened(false)} title="Let it be">
        <form className="stack" onSubmit={(event) => { event.preventDefault(); void send(); }}>
          <p>It leaves the list of items that need a look, and comes back by itself when something else, or something graver, is found.</p>
          <Textarea label="Why it may stay as it is" description="For those who come after you." required autosize minRows={2} maxLength={500} value={reason} error={faults['reason']} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
          {error !== undefined && faults['reason'] === undefined && <p role="alert" className="bad">{Object.values(faults)[0]}</p>}
          <div className="row"><Button type="submit" loading={fetching}>Take it off the list</Button><Button variant="default" onClick={() => setOpened(false)}>Cancel</Button></div>
        </form>
      </Dialog>
    </>
  );
}

/** Puts it on the list again. */
export function Reopen({ course, item, done, of }: Props & { of?: string }) {
  const [{ fetching, error }, reopen] = useMutation(ReopenFlagDocument);
  const send = async (): Promise<void> => {
    if ((await reopen({ course, item })).error !== undefined) return;
    announce('On the list again');
    done();
  };
  return <><button type="button" className="link" disabled={fetching} onClick={() => void send()}>Put it on the list again{of !== undefined && <span className="unseen">: {of}</span>}</button>{error !== undefined && <span role="alert" className="bad"> It could not be done just now.</span>}</>;
}
