import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { announce } from '../frame/announce.js';
import { Dialog } from '../frame/Dialog.js';
import { ChangeAssessmentPlanDocument, DeleteAssessmentPlanDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import type { StepProps } from './plan.js';
import { purposes } from './words.js';

/** What the assessment is: title, unit, purpose, pass mark, time. */
export function WhatStep({ plan, units, writes }: StepProps) {
  const [state, change] = useMutation(ChangeAssessmentPlanDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [saved, setSaved] = useState(false);
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => String(fields.get(name) ?? '').trim();
    const number = (name: string, times = 1) => (field(name) === '' ? null : Math.round(Number(field(name).replace(',', '.')) * times * 1e6) / 1e6);
    const input = {
      title: field('title'), unit: field('unit'), purpose: field('purpose'), intro: field('intro'), passMark: number('passMark', 0.01), timeLimitSeconds: number('timeLimitSeconds', 60),
      maxAttempts: number('maxAttempts'), feedback: field('feedback'), navigation: field('navigation'), required: fields.get('required') === 'on',
    };
    const wrong = Object.fromEntries((['passMark', 'timeLimitSeconds', 'maxAttempts'] as const).filter((name) => Number.isNaN(input[name])).map((name) => [name, 'Write a number, or leave it empty.']));
    if (Object.keys(wrong).length > 0) return setFaults(wrong);
    const { error } = await change({ id: plan.id, revision: plan.revision, input });
    setSaved(error === undefined);
    setFaults(error === undefined ? {} : fieldFaults(error));
    if (error === undefined) announce('Saved.');
  }
  const other = faults[''] ?? faults['revision'];
  return (
    <form ref={form} className="stack wide" onSubmit={(event) => void submit(event)} onChange={() => setSaved(false)}>
      <fieldset disabled={!writes} className="plan-fields">
        <div className="stack">
          <TextInput name="title" label="Title" description="Learners read it." defaultValue={plan.title} required withAsterisk={false} maxLength={120} error={faults['title']} />
          <NativeSelect name="unit" label="After which unit" defaultValue={plan.unit} data={[...units].map(([value, label]) => ({ value, label }))} error={faults['unit']} key={units.size} />
          <NativeSelect name="purpose" label="What it is for" defaultValue={plan.purpose} data={purposes} error={faults['purpose']} />
          <Textarea name="intro" label="What learners read before they begin" description="Plain text; may be empty" rows={4} defaultValue={plan.intro} error={faults['intro']} />
        </div>
        <div className="stack">
          <TextInput name="passMark" inputMode="decimal" label="Pass mark (%)" description={plan.passMarkPanel === null ? 'Empty: nothing to pass. A panel can set it: step 4.' : 'Set by a panel in step 4. Another number here takes its place.'}
            defaultValue={plan.passMark === null ? '' : String(Math.round(plan.passMark * 1000) / 10)} key={plan.passMark} error={faults['passMark']} />
          <TextInput name="timeLimitSeconds" inputMode="decimal" label="Time limit (minutes)" description="Empty: none" defaultValue={plan.timeLimitSeconds === null ? '' : String(plan.timeLimitSeconds / 60)} error={faults['timeLimitSeconds']} />
          <TextInput name="maxAttempts" inputMode="numeric" label="Attempts" description="Empty: as many as they like" defaultValue={plan.maxAttempts ?? ''} error={faults['maxAttempts']} />
          <NativeSelect name="feedback" label="Learners see what was right" defaultValue={plan.feedback} data={[{ value: 'immediate', label: 'After each answer' }, { value: 'after-submit', label: 'After submitting' }, { value: 'never', label: 'Never' }]} />
          <NativeSelect name="navigation" label="Going back" defaultValue={plan.navigation} data={[{ value: 'free', label: 'To any question' }, { value: 'linear', label: 'Not possible' }]} />
          <Checkbox name="required" label="It counts for the course" description="The course is completed, and where there is a pass mark passed, by it." defaultChecked={plan.required} />
        </div>
      </fieldset>
      <div className="stack">
        {other !== undefined && <p role="alert" className="bad">{other}</p>}
        {writes && (
          <div className="row">
            <Button type="submit" loading={state.fetching}>Save</Button>
            <Link to="/assessments/$assessment" params={{ assessment: plan.id }} search={{ step: 'blueprint' }}>Next: the blueprint</Link>
            {saved && <span className="sign good" data-sign="✓">Saved</span>}
          </div>
        )}
        <p className="small quiet measure">Time, attempts and what is shown when can be set anew for a cohort once it is published, without another version. That is “delivery”.</p>
        {writes && <Remove plan={plan} />}
      </div>
    </form>
  );
}

function Remove({ plan }: Pick<StepProps, 'plan'>) {
  const [open, setOpen] = useState(false);
  const [state, remove] = useMutation(DeleteAssessmentPlanDocument);
  const [fault, setFault] = useState<string | null>(null);
  const navigate = useNavigate();
  async function go() {
    const { error } = await remove({ id: plan.id });
    if (error !== undefined) return setFault(Object.values(fieldFaults(error)).join(' '));
    announce(`${plan.title} is removed.`);
    void navigate({ to: '/assessments' });
  }
  return (
    <div>
      <button type="button" className="link small" onClick={() => setOpen(true)}>Remove this assessment</button>
      <Dialog opened={open} close={() => setOpen(false)} title={`Remove “${plan.title}”?`}>
        <div className="stack">
          <p>Its blueprint, forms and panels are gone for good. {plan.published === null ? 'Nothing of it was published.' : 'What was published of it stays in its course versions, with every attempt.'} The questions stay in their banks.</p>
          {fault !== null && <p role="alert" className="bad">{fault}</p>}
          <div className="row"><Button className="danger" loading={state.fetching} onClick={() => void go()}>Remove it</Button><Button variant="subtle" onClick={() => setOpen(false)}>Keep it</Button></div>
        </div>
      </Dialog>
    </div>
  );
}
