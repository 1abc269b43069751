import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { type CombinedError, useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { BanksDocument, BlueprintOutlookDocument, BuildFormsDocument, ChangeAssessmentPlanDocument } from '../generated/graphql.js';
import { Empty } from '../states/states.js';
import { plural } from '../time/words.js';
import type { StepProps } from './plan.js';
import { Apart, Rules, Sections } from './BlueprintTables.js';
import { BuildResult } from './BuildResult.js';
import { draftOf, inputOf, type Draft } from './draft.js';
import { useForms } from './useForms.js';

const pauseMs = 350;

/** What every form must be, with how many approved questions there are for each rule as one types; then the forms are built. */
export function BlueprintStep({ plan, units, writes }: StepProps) {
  const kept = useMemo(() => draftOf(plan.blueprint, plan.wish, plan.banks), [plan.blueprint, plan.wish, plan.banks]);
  const [draft, setDraft] = useState(kept);
  useEffect(() => setDraft(kept), [kept]);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const input = inputOf(draft);
  const dirty = JSON.stringify(input) !== JSON.stringify(inputOf(kept));
  const [outlookResult] = useQuery({ query: BlueprintOutlookDocument, variables: { input: useSettled({ plan: plan.id, ...input }) } });
  const outlook = outlookResult.data?.blueprintOutlook ?? null;
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [saving, save] = useMutation(ChangeAssessmentPlanDocument);
  const [building, build] = useMutation(BuildFormsDocument);
  const { forms } = useForms(plan.id);
  const navigate = useNavigate();
  const typed = outlookResult.error === undefined ? {} : faultsByPath(outlookResult.error);
  const said = { ...typed, ...faults };

  async function keep(): Promise<number | null> {
    if (!dirty) return plan.revision;
    const { data, error } = await save({ id: plan.id, revision: plan.revision, input });
    setFaults(error === undefined ? {} : faultsByPath(error));
    return data?.changeAssessmentPlan.revision ?? null;
  }
  async function go() {
    const revision = await keep();
    if (revision === null) return;
    const { data, error } = await build({ plan: plan.id, revision });
    if (error !== undefined) return setFaults(faultsByPath(error));
    if (data?.buildForms.build?.state === 'SOLVED') {
      announce('The forms are built.');
      void navigate({ to: '/assessments/$assessment', params: { assessment: plan.id }, search: { step: 'forms' } });
    }
  }
  const locked = forms?.forms.some(({ sections }) => sections.some(({ items }) => items.some((item) => item.locked))) ?? false;
  if (outlook !== null && outlook.items === 0 && draft.banks.length === 0) {
    return <Empty title="This course has no approved questions yet" action={<Link to="/bank">To the questions</Link>}>Forms are built from approved questions. Write some in a bank of this course and have them reviewed, or bring in those that the course has.</Empty>;
  }
  const table = { draft, change, outlook, units, faults: said, writes };
  return (
    <form className="stack wide" onSubmit={(event) => { event.preventDefault(); void go(); }}>
      <BankChoice course={plan.course?.id ?? ''} draft={draft} change={change} items={outlook?.items ?? null} writes={writes} />
      <Sections {...table} />
      <Rules {...table} />
      <Apart {...table} course={plan.course?.id ?? ''} />
      <section aria-labelledby="forms-wanted" className="stack">
        <div><h2 id="forms-wanted">Forms</h2><p className="quiet small">Several forms are made equally hard. Each learner gets one; whoever comes again gets another.</p></div>
        <div className="wish">
          <TextInput label="How many forms" inputMode="numeric" value={draft.forms} disabled={!writes} error={said['forms']} onChange={(event) => change({ forms: event.currentTarget.value })} />
          <TextInput label="Questions that two may share" description="At most; 0: none" inputMode="numeric" value={draft.overlap} disabled={!writes || draft.forms.trim() === '1'} error={said['overlap']} onChange={(event) => change({ overlap: event.currentTarget.value })} />
          <NativeSelect label="A question may stand in" description="So that it is not worn out" value={nearestUse(draft.mostUse)} disabled={!writes || draft.forms.trim() === '1'} data={uses} onChange={(event) => change({ mostUse: event.currentTarget.value })} />
          <TextInput label="Longest time (minutes)" description="90 s reckoned where unknown; empty: no matter" inputMode="decimal" value={draft.minutes} disabled={!writes} error={said['seconds']} onChange={(event) => change({ minutes: event.currentTarget.value })} />
        </div>
      </section>
      <div className="stack build-bar">
        {said[''] !== undefined && <p role="alert" className="bad">{said['']}</p>}
        {forms?.build !== null && forms?.build !== undefined && !dirty && forms.build.current && <BuildResult build={forms.build} take={writes ? ({ blueprint, wish }) => setDraft(draftOf(blueprint, wish, draft.banks)) : null} />}
        {writes && (
          <div className="row">
            <Button type="submit" loading={building.fetching || saving.fetching || forms?.build?.state === 'RUNNING'}>{(forms?.forms.length ?? 0) > 0 ? 'Build the forms anew' : 'Build the forms'}</Button>
            <Button variant="default" disabled={!dirty} loading={saving.fetching} onClick={() => void keep().then((revision) => { if (revision !== null) announce('The blueprint is saved.'); })}>Save the blueprint</Button>
            {(forms?.forms.length ?? 0) > 0 && <span className="quiet small">The forms there are give way{locked ? ', all but what is locked' : ''}; you can take it back.</span>}
          </div>
        )}
      </div>
    </form>
  );
}

/** The banks to draw from: all of the course, or some. */
function BankChoice({ course, draft, change, items, writes }: { course: string; draft: Draft; change: (part: Partial<Draft>) => void; items: number | null; writes: boolean }) {
  const [{ data }] = useQuery({ query: BanksDocument, variables: { after: null } });
  const banks = data?.itemBanks.nodes.filter((bank) => bank.course?.id === course || draft.banks.includes(bank.id)) ?? [];
  const all = draft.banks.length === 0;
  const toggle = (id: string, on: boolean) => {
    const before = all ? banks.map((bank) => bank.id) : draft.banks;
    const next = on ? [...before, id] : before.filter((one) => one !== id);
    if (next.length > 0) change({ banks: next.length === banks.length ? [] : next });
  };
  return (
    <details className="bank-choice">
      <summary>Draws from {all ? 'all banks of the course' : plural(draft.banks.length, 'bank')}<span className="quiet"> · {items === null ? '…' : plural(items, 'approved question')}</span></summary>
      <ul className="stack">{banks.map(({ id, title, counts }) => <li key={id}><Checkbox label={`${title} (${counts.approved})`} checked={all || draft.banks.includes(id)} disabled={!writes} onChange={(event) => toggle(id, event.currentTarget.checked)} /></li>)}</ul>
    </details>
  );
}

const uses = [{ value: '100', label: 'every form' }, { value: '67', label: 'two of three forms' }, { value: '50', label: 'half of the forms' }, { value: '34', label: 'one of three forms' }, { value: '0', label: 'one form only' }];
const nearestUse = (percent: string): string => uses.toSorted((a, b) => Math.abs(Number(a.value) - Number(percent)) - Math.abs(Number(b.value) - Number(percent)))[0]?.value ?? '100';

/** The value once it has not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(JSON.parse(text) as T), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** The server's sentences by the path below `blueprint`, such as `rules.0.least`; of the wish by the field's name. */
function faultsByPath(error: CombinedError): Record<string, string> {
  if (error.graphQLErrors.length === 0) return { '': 'Preceptor could not be reached. Nothing was changed; try again.' };
  return Object.fromEntries(error.graphQLErrors.map(({ message, extensions }) => {
    const path: unknown = extensions['path'];
    const names = Array.isArray(path) ? path.map(String) : [];
    return [['blueprint', 'wish'].includes(names[1] ?? '') ? names.slice(2).join('.') : '', message];
  }));
}
