import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { CohortCertificateSettingsDocument, type CohortCertificateSettingsQuery, type HoursKind, type IssueMode, SaveCertificateSettingsDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import '../delivery/delivery.css';

interface Props { cohort: string; editable: boolean; onSaved: () => void }
type Cohort = NonNullable<CohortCertificateSettingsQuery['cohort']>;
interface Choice { value: string; label: string }

const modes: { value: IssueMode; label: string }[] = [{ value: 'OFF', label: 'No certificates' }, { value: 'AT_ONCE', label: 'As soon as everything is met' }, { value: 'APPROVAL', label: 'After a coordinator approves' }];
const hours: { value: HoursKind; label: string }[] = [{ value: 'NONE', label: 'No hours are stated' }, { value: 'FIXED', label: 'A fixed number' }, { value: 'MEASURED', label: 'The minutes of completed lessons and attended sessions' }];

/** When certificates are issued and what must be there first. */
export function SettingsForm({ cohort: id, editable, onSaved }: Props) {
  const [result, again] = useQuery({ query: CohortCertificateSettingsDocument, variables: { id } });
  return (
    <Loaded result={result} value={result.data?.cohort} retry={() => again({ requestPolicy: 'network-only' })} what="cohort" need="coordinators">
      {(cohort) => <Fields cohort={cohort} bodies={(result.data?.accreditingBodies.nodes ?? []).map(({ id: value, name }) => ({ value, label: name }))} editable={editable} onSaved={() => { again({ requestPolicy: 'network-only' }); onSaved(); }} />}
    </Loaded>
  );
}

function Fields({ cohort, bodies, editable, onSaved }: { cohort: Cohort; bodies: Choice[]; editable: boolean; onSaved: () => void }) {
  const now = cohort.certificateSettings;
  const [state, save] = useMutation(SaveCertificateSettingsDocument);
  const [kind, setKind] = useState<HoursKind>(now.hoursKind);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [said, setSaid] = useState('');
  const form = useFocusOnFault(faults);
  const none: Choice = { value: '', label: 'None' };
  const assessments = cohort.courseVersion.units.flatMap(({ assessment }) => (assessment === null ? [] : [{ value: assessment.id, label: assessment.title }]));
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => String(fields.get(name) ?? '').trim();
    const amount = (name: string) => (field(name) === '' ? null : Number(field(name).replace(',', '.')));
    const numbers = { hours: amount('hours'), hoursMostADay: amount('hoursMostADay'), validMonths: amount('validMonths'), postTestMark: amount('postTestMark') };
    const wrong = Object.entries(numbers).filter(([, value]) => value !== null && !Number.isFinite(value));
    if (wrong.length > 0) { setFaults(Object.fromEntries(wrong.map(([name]) => [name, 'A number, or nothing.']))); return; }
    const { error } = await save({ cohort: cohort.id, input: {
      mode: field('mode') as IssueMode, hoursKind: kind, hours: numbers.hours, hoursMostADay: numbers.hoursMostADay, validMonths: numbers.validMonths, licenceRequired: fields.get('licenceRequired') !== null,
      attestation: field('attestation'), body: field('body'), preTest: field('preTest'), postTest: field('postTest'), postTestMark: numbers.postTestMark === null ? null : numbers.postTestMark / 100,
    } });
    if (error !== undefined) { setFaults(fieldFaults(error)); return; }
    setFaults({});
    setSaid('Saved. It holds for certificates that are issued from now on.');
    announce('Saved.');
    onSaved();
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <div className="rules-fields">
        <fieldset disabled={!editable}>
          <legend>When</legend>
          <NativeSelect name="mode" label="Certificates are issued" data={modes} defaultValue={now.mode} />
          <TextInput name="validMonths" inputMode="numeric" label="Valid for (months)" description="Empty: for good" defaultValue={now.validMonths ?? ''} error={faults['validMonths']} />
          <Checkbox name="licenceRequired" label="A licence number is needed" defaultChecked={now.licenceRequired} />
          <Textarea name="attestation" label="What the learner declares first" description="Empty: nothing. Whoever signed other words signs again." autosize minRows={2} maxLength={2000} defaultValue={now.attestation ?? ''} error={faults['attestation']} />
        </fieldset>
        <fieldset disabled={!editable}>
          <legend>Continuing education</legend>
          <NativeSelect label="Hours" data={hours} value={kind} onChange={(event) => setKind(event.currentTarget.value as HoursKind)} />
          {kind === 'FIXED' && <TextInput name="hours" inputMode="decimal" label="How many hours" defaultValue={now.hours ?? ''} error={faults['hours']} />}
          {kind === 'MEASURED' && <TextInput name="hoursMostADay" inputMode="decimal" label="At most so many hours a day" description="Empty: no cap" defaultValue={now.hoursMostADay ?? ''} error={faults['mostADay'] ?? faults['hoursMostADay']} />}
          <NativeSelect name="body" label="Recognised by" description="Accrediting bodies are kept with the organisation’s template" data={[none, ...bodies]} defaultValue={now.body?.id ?? ''} error={faults['body']} />
          <NativeSelect name="preTest" label="Pre-test" description="Reported apart; it decides nothing" data={[none, ...assessments]} defaultValue={now.preTest ?? ''} error={faults['preTest']} />
          <NativeSelect name="postTest" label="Post-test" data={[none, ...assessments]} defaultValue={now.postTest ?? ''} error={faults['postTest']} />
          <TextInput name="postTestMark" inputMode="decimal" label="What the post-test must reach (per cent)" defaultValue={now.postTestMark === null ? '' : Math.round(now.postTestMark * 1000) / 10} error={faults['postTestMark']} />
        </fieldset>
      </div>
      {editable && <div className="row"><Button type="submit" loading={state.fetching}>Save how certificates come about</Button><p role="status" className={said === '' ? 'unseen' : 'sign good'} data-sign="✓">{said}</p></div>}
    </form>
  );
}
