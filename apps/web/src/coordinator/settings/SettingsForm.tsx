import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { type SettingsFragment, UpdateCohortDocument } from '../../generated/graphql.js';
import { faultOf, fieldFaults } from '../../states/faults.js';
import { useFocusOnFault } from '../../states/useFocusOnFault.js';
import { timeZones } from '../timeZones.js';
import { capacityFault, contested, type Draft, draftOf, type Field, inputOf, rebased } from './draft.js';
import { Facilitators } from './Facilitators.js';

/** All that is set of a cohort. Where another coordinator saved meanwhile, what was typed stays and theirs is shown beside it. */
export function SettingsForm({ cohort, reread }: { cohort: SettingsFragment; reread: () => void }) {
  const stored = draftOf(cohort);
  /** What the form was opened with: against it one sees who touched what. */
  const [seen, setSeen] = useState<Draft>(stored);
  const [draft, setDraft] = useState<Draft>(stored);
  const [revision, setRevision] = useState(cohort.revision);
  const [state, update] = useMutation(UpdateCohortDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [done, setDone] = useState('');
  const form = useFocusOnFault(faults);
  if (cohort.revision !== revision) {
    // Newer settings arrived: they are put under what is typed.
    setRevision(cohort.revision);
    setDraft(rebased(draft, seen, stored));
  }
  const theirs = contested(draft, seen, stored);
  const set = (part: Partial<Draft>) => { setDraft((before) => ({ ...before, ...part })); setDone(''); };
  const locked = cohort.archivedAt !== null;
  async function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = capacityFault(draft.capacity);
    if (wrong !== null) return setFaults({ capacity: wrong });
    const input = inputOf(draft, stored);
    if (Object.keys(input).length === 0) { setFaults({}); return setDone('Nothing was changed: all of it is saved already.'); }
    const { data, error } = await update({ cohort: cohort.id, revision: cohort.revision, input });
    if (error !== undefined) {
      setDone('');
      if (faultOf(error).code === 'STALE_REVISION') reread();
      return setFaults(fieldFaults(error));
    }
    if (data === undefined) return;
    setFaults({});
    const saved = draftOf(data.updateCohort);
    setSeen(saved);
    setDraft(saved);
    setRevision(data.updateCohort.revision);
    setDone('Saved.');
  }
  const field = (name: Exclude<Field, 'facilitators'>) => ({
    name, value: draft[name], error: faults[name], disabled: locked,
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  const other = (name: Field, hint?: string) => (theirs[name] === undefined ? hint : <Theirs said={theirs[name]} take={() => { set({ [name]: stored[name] }); }} />);
  const whole = faults[''] ?? faults['revision'] ?? faults['cohort'];
  return (
    <form ref={form} className="stack measure" onSubmit={(event) => void submit(event)} noValidate>
      {whole !== undefined && <p role="alert" className="bad">{whole}</p>}
      <TextInput label="Name" maxLength={120} required withAsterisk={false} {...field('name')} description={other('name')} />
      <div className="row ends">
        <TextInput className="grow" label="First day" type="date" {...field('startsOn')} description={other('startsOn')} />
        <TextInput className="grow" label="Last day (due)" type="date" {...field('endsOn')} description={other('endsOn')} />
      </div>
      <NativeSelect label="Time zone" data={timeZones(draft.timeZone)} {...field('timeZone')} description={other('timeZone')} />
      <div className="row tops">
        <TextInput className="grow" label="Places" inputMode="numeric" placeholder="no limit" {...field('capacity')} description={other('capacity', 'Whoever comes when it is full waits in line.')} />
        <TextInput className="grow" label="Price" maxLength={120} placeholder="none" {...field('price')} description={other('price', 'Shown as a label; nothing is charged.')} />
      </div>
      <NativeSelect label="A place that frees goes to" data={[{ value: 'FIRST', label: 'the first in line, at once' }, { value: 'STAFF', label: 'whom we choose from the waiting list' }]} {...field('fills')} description={other('fills')} />
      <TextInput label="Discussion" type="url" maxLength={500} placeholder="https://" {...field('discussionUrl')} description={other('discussionUrl', 'Where your organisation discusses: learners find the link on their home.')} />
      <Facilitators people={draft.facilitators} error={faults['facilitators']} locked={locked} note={other('facilitators')} onChange={(facilitators) => { set({ facilitators }); }} />
      {!locked && <div className="row"><Button type="submit" loading={state.fetching}>Save the settings</Button></div>}
      <p role="status" className={done === '' ? 'unseen' : 'sign good'} data-sign="✓">{done}</p>
    </form>
  );
}

function Theirs({ said, take }: { said: string; take: () => void }) {
  return <span className="warn">Meanwhile saved by somebody else: {said === '' ? 'empty' : `“${said}”`}. <button type="button" className="link" onClick={take}>Take theirs</button></span>;
}
