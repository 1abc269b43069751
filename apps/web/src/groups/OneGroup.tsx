import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { Facilitators } from '../coordinator/settings/Facilitators.js';
import { Dialog } from '../frame/Dialog.js';
import { ChangeGroupDocument, type LearnerGroupFragment, RemoveGroupDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { plural } from '../time/words.js';

interface Props { group: LearnerGroupFragment; locked: boolean; onChanged: (sentence: string) => void }

/** One group: who leads it, its name, and the end of it. */
export function OneGroup({ group, locked, onChanged }: Props) {
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const [state, remove] = useMutation(RemoveGroupDocument);
  async function take() {
    setOpen(null);
    const { error } = await remove({ group: group.id });
    if (error === undefined) onChanged(`The group ${group.name} is gone.`);
  }
  return (
    <div className="row between">
      <div>
        <h2 className="small-title">{group.name}</h2>
        <p className="small quiet">{plural(group.size, 'learner')}{group.facilitators.length > 0 && `, led by ${group.facilitators.map(({ name }) => name).join(', ')}`}</p>
        {state.error !== undefined && <p role="alert" className="bad small">{faultOf(state.error).message}</p>}
      </div>
      {!locked && <div className="row"><Button size="xs" variant="default" aria-label={`Change the group ${group.name}`} onClick={() => setOpen('change')}>Change</Button><Button size="xs" variant="subtle" aria-label={`Take away the group ${group.name}`} onClick={() => setOpen('remove')}>Take away</Button></div>}
      <Dialog opened={open === 'change'} close={() => setOpen(null)} title={`The group ${group.name}`}>{open === 'change' && <Change group={group} close={() => setOpen(null)} onChanged={(sentence) => { setOpen(null); onChanged(sentence); }} />}</Dialog>
      <Dialog opened={open === 'remove'} close={() => setOpen(null)} title={`Take the group ${group.name} away?`}>
        <div className="stack"><p>{group.size === 0 ? 'Nobody is in it.' : `${plural(group.size, 'learner is', 'learners are')} in no group then; all else stays.`}</p><div className="row"><Button className="danger" onClick={() => void take()}>Take the group away</Button><Button variant="subtle" onClick={() => setOpen(null)}>Keep it</Button></div></div>
      </Dialog>
    </div>
  );
}

function Change({ group, close, onChanged }: { group: LearnerGroupFragment; close: () => void; onChanged: (sentence: string) => void }) {
  const [name, setName] = useState(group.name);
  const [people, setPeople] = useState(group.facilitators.map(({ id, name: called }) => ({ id, name: called })));
  const [state, change] = useMutation(ChangeGroupDocument);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const { data, error } = await change({ group: group.id, name, facilitators: people.map(({ id }) => id) });
    if (error === undefined && data !== undefined) onChanged(`The group ${data.changeGroup.name} is saved.`);
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextInput label="Name" maxLength={80} required withAsterisk={false} value={name} data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
      <Facilitators people={people} onChange={setPeople} error={undefined} note={undefined} locked={false} />
      {state.error !== undefined && <p role="alert" className="bad">{faultOf(state.error).message}</p>}
      <div className="row"><Button type="submit" loading={state.fetching}>Save the group</Button><Button variant="subtle" onClick={close}>Cancel</Button></div>
    </form>
  );
}
