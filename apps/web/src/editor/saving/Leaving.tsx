import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { Dialog } from '../../frame/Dialog.js';
import type { Saving } from './useSaving.js';

/** Leaving sends what is not sent; where it can't be, it is asked whether to stay. */
export function Leaving({ saving }: { saving: Saving }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async () => saving.isDirty && !(await saving.flush()),
    enableBeforeUnload: () => saving.isDirty && saving.state !== 'saved',
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog opened close={reset} title="Not all of it is saved">
      <div className="stack">
        <p>Your last changes could not be sent. They are kept on this device, and offered when you open this question here again.</p>
        <div className="row"><Button onClick={reset}>Stay here</Button><Button variant="default" onClick={proceed}>Leave anyway</Button></div>
      </div>
    </Dialog>
  );
}
