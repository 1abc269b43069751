import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { AddNoteDocument, LearnerNotesDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { OneNote } from './OneNote.js';

/** What staff have written about a learner for each other: she never sees it. */
export function LearnerNotes({ enrolment, name }: { enrolment: string; name: string }) {
  const writes = useHasRole('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR');
  const [after, setAfter] = useState<string | null>(null);
  const [result, again] = useQuery({ query: LearnerNotesDocument, variables: { id: enrolment, after }, requestPolicy: 'cache-and-network' });
  const reload = () => { setAfter(null); again({ requestPolicy: 'network-only' }); };
  return (
    <section aria-labelledby="notes" className="stack tight">
      <h2 id="notes">Notes</h2>
      <p className="small quiet">Staff read them; {name} does not, and a download of one’s own data says only that there are any.</p>
      {writes && <Write enrolment={enrolment} onWritten={reload} />}
      <Loaded result={result} value={result.data?.enrolment?.notes} retry={reload} what="list">
        {({ edges, pageInfo, totalCount }) => totalCount === 0 ? <p className="quiet">Nothing is noted yet.</p> : (
          <>
            <ul className="lines">{edges.map(({ node }) => <li key={node.id}><OneNote note={node} onChanged={reload} /></li>)}</ul>
            {(pageInfo.hasNextPage || after !== null) && <div className="row">{after !== null && <button type="button" className="link small" onClick={() => setAfter(null)}>The newest</button>}{pageInfo.hasNextPage && <button type="button" className="link small" onClick={() => setAfter(pageInfo.endCursor)}>Older ones</button>}</div>}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Write({ enrolment, onWritten }: { enrolment: string; onWritten: () => void }) {
  const [text, setText] = useState('');
  const [state, add] = useMutation(AddNoteDocument);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const { error } = await add({ enrolment, body: text });
    if (error !== undefined) return;
    setText('');
    announce('The note is kept.');
    onWritten();
  }
  return (
    <form className="stack tight" onSubmit={(event) => void submit(event)}>
      <Textarea label="Write a note" autosize minRows={2} maxRows={10} maxLength={4000} value={text} error={state.error === undefined ? undefined : faultOf(state.error).message} onChange={(event) => setText(event.currentTarget.value)} />
      <div className="row"><Button type="submit" size="xs" variant="default" loading={state.fetching} disabled={text.trim() === ''}>Keep the note</Button></div>
    </form>
  );
}
