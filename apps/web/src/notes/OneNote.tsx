import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { announce } from '../frame/announce.js';
import { Dialog } from '../frame/Dialog.js';
import { ChangeNoteDocument, type NoteFragment, RemoveNoteDocument } from '../generated/graphql.js';
import { useHasRole, useSession } from '../session/Session.js';
import { faultOf } from '../states/faults.js';
import { When } from '../time/When.js';

/** One note: its author changes it, she or an administrator takes it away. */
export function OneNote({ note, onChanged }: { note: NoteFragment; onChanged: () => void }) {
  const { person } = useSession();
  const administers = useHasRole('ADMINISTRATOR');
  const own = person?.account.id === note.author?.id;
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const [changing, change] = useMutation(ChangeNoteDocument);
  const [removing, remove] = useMutation(RemoveNoteDocument);
  const fault = changing.error ?? removing.error;
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { error } = await change({ note: note.id, revision: note.revision, body: String(new FormData(event.currentTarget).get('body')) });
    if (error !== undefined) return;
    setOpen(null);
    announce('The note is changed.');
    onChanged();
  }
  async function take() {
    setOpen(null);
    const { error } = await remove({ note: note.id });
    if (error !== undefined) return;
    announce('The note is gone.');
    onChanged();
  }
  return (
    <div className="stack tight">
      {fault !== undefined && <p role="alert" className="bad small">{faultOf(fault).message}</p>}
      {open === 'change' ? (
        <form className="stack tight" onSubmit={(event) => void save(event)}>
          <Textarea name="body" label="The note" autosize minRows={2} maxRows={10} maxLength={4000} defaultValue={note.body} required withAsterisk={false} data-autofocus />
          <div className="row"><Button type="submit" size="xs" loading={changing.fetching}>Save the note</Button><Button size="xs" variant="subtle" onClick={() => setOpen(null)}>Cancel</Button></div>
        </form>
      ) : <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note.body}</p>}
      <p className="small quiet row">
        <span>{note.author?.name ?? 'Somebody who is here no more'}, <When at={note.writtenAt} />{note.changedAt !== null && <>, changed <When at={note.changedAt} /></>}</span>
        {own && open === null && <button type="button" className="link small" onClick={() => setOpen('change')}>Change</button>}
        {(own || administers) && open === null && <button type="button" className="link small" onClick={() => setOpen('remove')}>Take away</button>}
      </p>
      <Dialog opened={open === 'remove'} close={() => setOpen(null)} title="Take this note away?">
        <div className="stack"><p>It is gone for everybody. That there was a note, and who took it away, stays in the trail.</p><div className="row"><Button className="danger" onClick={() => void take()}>Take the note away</Button><Button variant="subtle" onClick={() => setOpen(null)}>Keep it</Button></div></div>
      </Dialog>
    </div>
  );
}
