import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { announce } from '../../frame/announce.js';
import { Dialog } from '../../frame/Dialog.js';
import { ArchiveCohortDocument, type SettingsFragment, UnarchiveCohortDocument } from '../../generated/graphql.js';
import { faultOf } from '../../states/faults.js';
import { Day } from '../../time/When.js';

/** Puts a cohort that is over aside, and takes it out again. */
export function Archiving({ cohort }: { cohort: SettingsFragment }) {
  const [asked, setAsked] = useState(false);
  const [archiving, archive] = useMutation(ArchiveCohortDocument);
  const [opening, unarchive] = useMutation(UnarchiveCohortDocument);
  const fault = archiving.error ?? opening.error;
  async function put() {
    setAsked(false);
    const { error } = await archive({ cohort: cohort.id });
    if (error === undefined) announce('The cohort is archived.');
  }
  async function open() {
    const { error } = await unarchive({ cohort: cohort.id });
    if (error === undefined) announce('The cohort is open again.');
  }
  return (
    <section aria-labelledby="archiving" className="stack tight measure">
      <h2 id="archiving">{cohort.archivedAt === null ? 'Archive' : 'This cohort is archived'}</h2>
      {cohort.archivedAt === null
        ? <p className="quiet">When the cohort is over: it leaves the list and can no longer be changed. Its learners go on reading, and you can open it again.</p>
        : <p>Since <Day on={cohort.archivedAt} relative={false} />. It can be read, not changed.</p>}
      {fault !== undefined && <p role="alert" className="bad">{faultOf(fault).message}</p>}
      <div className="row">
        {cohort.archivedAt === null ? <Button variant="default" loading={archiving.fetching} onClick={() => setAsked(true)}>Archive the cohort</Button> : <Button loading={opening.fetching} onClick={() => void open()}>Open it again</Button>}
      </div>
      <Dialog opened={asked} close={() => setAsked(false)} title={`Archive ${cohort.name}?`}>
        <div className="stack">
          <p>Nobody is enrolled, moved or given more time in it until it is opened again. What learners have done is kept, and they go on reading.</p>
          <div className="row"><Button onClick={() => void put()}>Archive the cohort</Button><Button variant="subtle" onClick={() => setAsked(false)}>Leave it as it is</Button></div>
        </div>
      </Dialog>
    </section>
  );
}
