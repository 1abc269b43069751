import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../../frame/announce.js';
import { Dialog } from '../../frame/Dialog.js';
import { ExtendDeadlineDocument, LearnerDeadlinesDocument } from '../../generated/graphql.js';
import { useHasRole } from '../../session/Session.js';
import { fieldFaults } from '../../states/faults.js';
import { Loaded } from '../../states/Loaded.js';
import { useFocusOnFault } from '../../states/useFocusOnFault.js';
import { Day, When } from '../../time/When.js';
import { plainDay } from '../../time/words.js';

/** What is due by when for one learner, more time for her, and who gave it why. */
export function LearnerDeadlines({ enrolment, name, parts }: { enrolment: string; name: string; parts: { part: string; title: string }[] }) {
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const [result, again] = useQuery({ query: LearnerDeadlinesDocument, variables: { id: enrolment }, requestPolicy: 'cache-and-network' });
  const titleOf = (part: string) => parts.find((each) => each.part === part)?.title ?? 'something that the course no longer has';
  return (
    <section aria-labelledby="due" className="stack tight">
      <h2 id="due">Due days</h2>
      <Loaded result={result} value={result.data?.enrolment} retry={() => again({ requestPolicy: 'network-only' })} what="learner">
        {({ deadlines, extensions }) => (
          <>
            {deadlines.length === 0 ? <p className="quiet">Nothing is due by a day.</p> : (
              <ul className="lines">
                {deadlines.map((due) => (
                  <li key={due.part}>
                    <p>{due.title}</p>
                    <p className={due.late ? 'small bad' : 'small quiet'}>{due.done ? 'Done; due ' : due.late ? 'Was due ' : 'Due '}<Day on={due.dueOn} relative={false} />{due.usualDueOn !== null && `, extended: everybody else by ${plainDay(due.usualDueOn)}`}</p>
                  </li>
                ))}
              </ul>
            )}
            {coordinates && <Extend enrolment={enrolment} name={name} parts={parts} />}
            {extensions.nodes.length > 0 && (
              <details>
                <summary className="small">Who gave more time, and why ({extensions.totalCount})</summary>
                <ul className="lines">
                  {extensions.nodes.map((each) => (
                    <li key={each.id}><p className="small">{titleOf(each.part)}: {each.before === null ? 'no day' : plainDay(each.before)} → {plainDay(each.dueOn)}</p><p className="small quiet">“{each.reason}” {each.by?.name ?? 'somebody who is here no more'}, <When at={each.at} /></p></li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Extend({ enrolment, name, parts }: { enrolment: string; name: string; parts: { part: string; title: string }[] }) {
  const [open, setOpen] = useState(false);
  const [state, extend] = useMutation(ExtendDeadlineDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const { error } = await extend({ enrolment, input: { part: String(fields.get('part')), dueOn: String(fields.get('dueOn')), reason: String(fields.get('reason')) } });
    if (error !== undefined) return setFaults(fieldFaults(error));
    setFaults({});
    setOpen(false);
    announce(`${name} has more time.`);
  }
  return (
    <>
      <div className="row"><Button variant="default" size="xs" onClick={() => setOpen(true)}>Give more time …</Button></div>
      <Dialog opened={open} close={() => setOpen(false)} title={`Another day for ${name}`}>
        <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
          {(faults[''] ?? faults['enrolment']) !== undefined && <p role="alert" className="bad">{faults[''] ?? faults['enrolment']}</p>}
          <NativeSelect name="part" label="For" data={parts.map(({ part, title }) => ({ value: part, label: part === '' ? 'the whole course' : title }))} error={faults['part']} />
          <TextInput name="dueOn" type="date" label="Due by" required withAsterisk={false} error={faults['dueOn']} />
          <Textarea name="reason" label="Why" description="Only staff see it." required withAsterisk={false} maxLength={500} rows={2} error={faults['reason']} />
          <div className="row"><Button type="submit" loading={state.fetching}>Give this day</Button><Button variant="subtle" onClick={() => setOpen(false)}>Cancel</Button></div>
        </form>
      </Dialog>
    </>
  );
}
