import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { Dialog } from '../frame/Dialog.js';
import { AccreditingBodiesDocument, type AccreditingBodiesQuery, SaveAccreditingBodyDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';

type Body = AccreditingBodiesQuery['accreditingBodies']['nodes'][number];

/** The boards that recognise the organisation's hours, with the statement that each asks for. */
export function Bodies() {
  const [result, again] = useQuery({ query: AccreditingBodiesDocument });
  const [editing, setEditing] = useState<Body | 'new' | null>(null);
  return (
    <section aria-labelledby="bodies" className="stack">
      <div className="row between"><h2 id="bodies">Accrediting bodies</h2><Button variant="default" size="xs" onClick={() => setEditing('new')}>Add a body</Button></div>
      <Loaded result={result} value={result.data?.accreditingBodies} retry={() => again({ requestPolicy: 'network-only' })} what="list" need="coordinators">
        {({ nodes }) => nodes.length === 0 ? <p className="quiet measure">None yet. Add a board that recognises your hours: its statement then stands on the certificates of the cohorts that name it.</p> : (
          <ul className="lines">
            {nodes.map((body) => (
              <li key={body.id} className="row between">
                <div><p><strong>{body.name}</strong>{body.providerNumber !== '' && <span className="quiet"> provider {body.providerNumber}</span>}</p>{body.statement !== '' && <p className="small quiet measure">{body.statement}</p>}</div>
                <Button variant="default" size="xs" onClick={() => setEditing(body)} aria-label={`Change ${body.name}`}>Change</Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Dialog opened={editing !== null} close={() => setEditing(null)} title={editing === null || editing === 'new' ? 'Add an accrediting body' : `Change ${editing.name}`}>
        {editing !== null && <BodyForm body={editing === 'new' ? null : editing} done={() => { setEditing(null); again({ requestPolicy: 'network-only' }); }} />}
      </Dialog>
    </section>
  );
}

function BodyForm({ body, done }: { body: Body | null; done: () => void }) {
  const [{ fetching }, save] = useMutation(SaveAccreditingBodyDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => String(fields.get(name) ?? '');
    const { error } = await save({ input: { id: body?.id ?? null, name: field('name'), providerNumber: field('providerNumber'), statement: field('statement') } });
    if (error !== undefined) { setFaults(fieldFaults(error)); return; }
    announce('Saved.');
    done();
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <TextInput name="name" label="Name" maxLength={160} defaultValue={body?.name ?? ''} error={faults['name']} data-autofocus />
      <TextInput name="providerNumber" label="Your number as a provider" maxLength={60} defaultValue={body?.providerNumber ?? ''} error={faults['providerNumber']} />
      <Textarea name="statement" label="Statement on certificates" autosize minRows={3} maxLength={1500} defaultValue={body?.statement ?? ''} error={faults['statement']} />
      {body !== null && <p className="small quiet">Certificates that were issued keep the statement that they were issued with.</p>}
      <div className="row"><Button type="submit" loading={fetching}>Save</Button></div>
    </form>
  );
}
