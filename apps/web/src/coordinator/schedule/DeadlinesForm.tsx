import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { DayOffSign } from '../../days-off/DayOffSign.js';
import { SetCohortDeadlinesDocument } from '../../generated/graphql.js';
import { faultOf } from '../../states/faults.js';
import type { Schedule } from './cohortSchedule.js';

interface Props { cohort: Schedule; locked: boolean; reread: () => void }

/** By when each unit and assessment is due, for everybody of the cohort. */
export function DeadlinesForm({ cohort, locked, reread }: Props) {
  const [days, setDays] = useState<Record<string, string>>(() => Object.fromEntries(cohort.deadlines.map(({ part, dueOn }) => [part, dueOn ?? ''])));
  const [state, save] = useMutation(SetCohortDeadlinesDocument);
  const [done, setDone] = useState('');
  async function submit(event: FormEvent) {
    event.preventDefault();
    setDone('');
    const deadlines = cohort.deadlines.flatMap(({ part }) => ((days[part] ?? '') === '' ? [] : [{ part, dueOn: days[part] ?? '' }]));
    const { error } = await save({ cohort: cohort.id, revision: cohort.revision, deadlines });
    if (error === undefined) return setDone('Saved. Learners see these days from now on.');
    if (faultOf(error).code === 'STALE_REVISION') reread();
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h2>By when it is due</h2>
      <p className="quiet measure">The whole course is due on the cohort’s last day. Units and assessments can have days of their own; nothing closes when one is over. To give one person more time, open the learner.</p>
      {state.error !== undefined && <p role="alert" className="bad">{faultOf(state.error).message}</p>}
      <table className="grid folds days">
        <caption className="unseen">Units and assessments and the days by which they are due</caption>
        <thead><tr><th scope="col">Unit or assessment</th><th scope="col">Due by</th></tr></thead>
        <tbody>
          {cohort.deadlines.map(({ part, title }) => (
            <tr key={part}>
              <th scope="row">{title}{part.startsWith('assessment:') && <span className="small quiet"> assessment</span>}</th>
              <td data-label="Due by"><TextInput type="date" aria-label={`${title} due by`} value={days[part] ?? ''} disabled={locked} onChange={(event) => { const { value } = event.currentTarget; setDays((before) => ({ ...before, [part]: value })); setDone(''); }} /><DayOffSign day={days[part] ?? ''} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {!locked && <div className="row"><Button type="submit" loading={state.fetching}>Save the due days</Button></div>}
      <p role="status" className={done === '' ? 'unseen' : 'sign good'} data-sign="✓">{done}</p>
    </form>
  );
}
