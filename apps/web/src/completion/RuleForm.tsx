import { Button, Checkbox, NumberInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/NumberInput.css';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { announce } from '../frame/announce.js';
import { type RuleFragment, SetCompletionRuleDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { plural } from '../time/words.js';

interface Props { cohort: string; rule: RuleFragment; sessions: number; reflections: number; handIns: number; locked: boolean; onSaved: () => void }

export function RuleForm({ cohort, rule, sessions, reflections, handIns, locked, onSaved }: Props) {
  const [draft, setDraft] = useState(rule);
  const [state, save] = useMutation(SetCompletionRuleDocument);
  const [fault, setFault] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const set = (part: Partial<RuleFragment>) => { setDraft((before) => ({ ...before, ...part })); setSaved(false); };
  const asks = draft.lessons || draft.assessments || draft.attendance || draft.reflections || draft.handIns || draft.evaluation;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { lessons, assessments, attendance, leastSessions, evaluation } = draft;
    const { error } = await save({ cohort, revision: rule.revision, rule: { lessons, assessments, attendance, leastSessions, reflections: draft.reflections, leastReflections: draft.leastReflections, handIns: draft.handIns, leastHandIns: draft.leastHandIns, evaluation } });
    if (error !== undefined) return setFault(Object.values(fieldFaults(error))[0] ?? null);
    setFault(null);
    setSaved(true);
    announce('The rule is saved and holds for everybody in the cohort.');
    onSaved();
  }
  const whole = (value: number | string): number | null => (value === '' ? null : Number(value));
  return (
    <form className="stack measure" onSubmit={(event) => void submit(event)}>
      <fieldset className="stack plain" disabled={locked}>
        <legend className="unseen">What completing asks for</legend>
        <Checkbox label="The course’s lessons" description="With their knowledge checks and time, as the course says" checked={draft.lessons} onChange={(event) => set({ lessons: event.currentTarget.checked })} />
        <Checkbox label="The course’s assessments" description="Passed where the course has a pass mark for them" checked={draft.assessments} onChange={(event) => set({ assessments: event.currentTarget.checked })} />
        <Checkbox label="Attendance at live sessions" description={`${plural(sessions, 'session counts', 'sessions count')} now`} checked={draft.attendance} onChange={(event) => set({ attendance: event.currentTarget.checked })} />
        {draft.attendance && <NumberInput ms="2rem" maw="18rem" label={`At least how many of ${sessions} sessions`} description="Left empty: every one. Excused sessions are then not asked." min={1} max={500} value={draft.leastSessions ?? ''} onChange={(value) => set({ leastSessions: whole(value) })} />}
        <Checkbox label="Reflections written" description={reflections === 0 ? 'The course asks for none: this asks nothing of anybody' : `The course asks for ${reflections}`} checked={draft.reflections} onChange={(event) => set({ reflections: event.currentTarget.checked })} />
        {draft.reflections && reflections > 0 && <NumberInput ms="2rem" maw="18rem" label={`At least how many of ${reflections} reflections`} description="Left empty: every one." min={1} max={500} value={draft.leastReflections ?? ''} onChange={(value) => set({ leastReflections: whole(value) })} />}
        <Checkbox label="Hand-ins submitted" description={handIns === 0 ? 'The course has none: this asks nothing of anybody' : `Assessments that people mark: the course has ${handIns}. Submitted counts, marked or not`} checked={draft.handIns} onChange={(event) => set({ handIns: event.currentTarget.checked })} />
        {draft.handIns && handIns > 0 && <NumberInput ms="2rem" maw="18rem" label={`At least how many of ${handIns} hand-ins`} description="Left empty: every one." min={1} max={500} value={draft.leastHandIns ?? ''} onChange={(value) => set({ leastHandIns: whole(value) })} />}
        <Checkbox label="The evaluation form about the course" description="Anonymous: only that she filled it in is known" checked={draft.evaluation} onChange={(event) => set({ evaluation: event.currentTarget.checked })} />
      </fieldset>
      {fault !== null && <p role="alert" className="bad">{fault}</p>}
      {!asks && <p className="warn small">Completion has to ask for something.</p>}
      {locked ? <p className="quiet small">Coordinators can change this.</p> : <div className="row"><Button type="submit" disabled={!asks} loading={state.fetching}>Save the rule</Button>{saved && <span className="sign good" data-sign="✓">Saved</span>}</div>}
      {!locked && <p className="quiet small">It holds at once for everybody in the cohort. Certificates that were issued stay.</p>}
    </form>
  );
}
