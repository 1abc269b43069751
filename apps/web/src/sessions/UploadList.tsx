import { Button, Checkbox, FileInput, NumberInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/NumberInput.css';
import { useState } from 'react';
import { announce } from '../frame/announce.js';
import { plural } from '../time/words.js';

/** As `POST /cohorts/<id>/attendance` answers. */
interface Outcome { line: number | null; name: string; email: string; session: { title: string } | null; what: 'marked' | 'unchanged' | 'unknown' | 'several' | 'no-session'; before: string | null; mark: string | null; minutes: number | null }
interface Answer { applied: boolean; outcomes: Outcome[] }
interface Props { cohort: string; session: string | null; close: () => void; onDone: () => void }
const troubles: Partial<Record<Outcome['what'], string>> = { unknown: 'nobody of the cohort is called this', several: 'more than one of the cohort is called this', 'no-session': 'no session, or more than one, is called this' };

/** A list of who was there: first what would become of each line, then it is done. */
export function UploadList({ cohort, session, close, onDone }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [least, setLeast] = useState<number | string>('');
  const [others, setOthers] = useState(session !== null);
  const [would, setWould] = useState<Outcome[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function send(apply: boolean): Promise<void> {
    if (file === null) return setFault('Choose the file first.');
    setBusy(true);
    setFault(null);
    const query = new URLSearchParams({ ...(session === null ? {} : { session }), ...(least === '' ? {} : { least: String(least) }), ...(others ? { others: 'absent' } : {}), ...(apply ? { apply: 'yes' } : {}) });
    const answer = await fetch(`/cohorts/${cohort}/attendance?${query}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file })
      .then(async (response): Promise<Answer | { message: string }> => await response.json() as Answer | { message: string }).catch(() => ({ message: 'Preceptor could not be reached. Nothing was changed.' }));
    setBusy(false);
    if ('message' in answer) return setFault(answer.message);
    if (!answer.applied) { setWould(answer.outcomes); return; }
    announce(`${plural(answer.outcomes.filter(({ what }) => what === 'marked').length, 'person is', 'people are')} marked.`);
    onDone();
  }
  const change = <T,>(set: (value: T) => void) => (value: T) => { set(value); setWould(null); };
  const marked = would?.filter(({ what }) => what === 'marked') ?? [];
  const troubled = would?.filter(({ what }) => troubles[what] !== undefined) ?? [];
  return (
    <div className="stack">
      <p className="measure">{session === null ? 'A table with the columns email (or name), session (its title or day, YYYY-MM-DD) and attendance (present, late, absent, excused) or minutes.' : 'What Zoom, Teams or another meeting program saves as CSV. People are found by e-mail address, else by name.'}</p>
      <FileInput label="The list" placeholder="Choose a CSV file" accept=".csv,.tsv,.txt,text/csv" value={file} onChange={change(setFile)} error={fault} />
      <NumberInput label="Minutes to have been there" description="Left empty: half of the session" min={0} max={1440} value={least} onChange={change(setLeast)} />
      <Checkbox label="Whoever is not on the list was absent" description="Only those who are not marked yet" checked={others} onChange={(event) => change(setOthers)(event.currentTarget.checked)} />
      {would !== null && (
        <div className="stack" role="status">
          <p><strong>{plural(marked.length, 'person', 'people')}</strong> would be marked, {would.filter(({ what }) => what === 'unchanged').length} stay as they are, {plural(troubled.length, 'line')} can’t be used.</p>
          {troubled.length > 0 && <ul className="lines small">{troubled.slice(0, 50).map((one) => <li key={`${one.line}`}><strong>{one.name === '' ? one.email : one.name}</strong> (line {one.line}): {troubles[one.what]}</li>)}</ul>}
          {marked.length > 0 && <ul className="lines small would-be">{marked.map((one, index) => <li key={index}><span>{one.name}{session === null && one.session !== null && <span className="quiet"> · {one.session.title}</span>}</span><span>{one.before !== null && one.before !== one.mark && `${one.before.toLowerCase()} → `}{one.mark?.toLowerCase()}{one.minutes !== null && `, ${one.minutes} min`}</span></li>)}</ul>}
        </div>
      )}
      <div className="row">
        {would === null ? <Button loading={busy} onClick={() => void send(false)}>See what would happen</Button> : <Button loading={busy} disabled={marked.length === 0} onClick={() => void send(true)}>Mark {plural(marked.length, 'person', 'people')}</Button>}
        <Button variant="subtle" onClick={close}>Cancel</Button>
      </div>
    </div>
  );
}
