import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { SaveAccommodationDocument, type GrantedFragment } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { plural } from '../time/words.js';
import type { Choices, Recipient } from './choices.js';
import { instant, localInput } from './rules.js';

interface Props { recipient: Recipient; choices: Choices; one: GrantedFragment | null; /** attempts under way that it touches */ open: number; close: () => void; onSaved: () => void }

/** What is granted, in the units in which people speak of it: per cent, attempts, minutes, dates. */
export function AccommodationForm({ recipient, choices, one, open, close, onSaved }: Props) {
  const [state, save] = useMutation(SaveAccommodationDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => String(fields.get(name) ?? '').trim();
    const amount = (name: string) => Number(field(name).replace(',', '.') || '0');
    const [more, attempts, minutes] = [amount('more'), amount('attempts'), amount('minutes')];
    const wrong = Object.entries({ more, attempts, minutes }).flatMap(([name, value]) => (Number.isFinite(value) && value >= 0 && (name !== 'attempts' || Number.isInteger(value)) ? [] : [[name, 'A number, or nothing.']]));
    if (wrong.length > 0) return setFaults(Object.fromEntries(wrong) as Record<string, string>);
    const { error } = await save({ input: {
      ...recipient, id: one?.id ?? null, assessment: field('assessment') === '' ? null : field('assessment'), timeFactor: 1 + more / 100, extraAttempts: attempts, breakSeconds: Math.round(minutes * 60),
      opensAt: instant(field('opensAt')), closesAt: instant(field('closesAt')), reason: field('reason'),
    } });
    if (error !== undefined) return setFaults(fieldFaults(error));
    onSaved();
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <NativeSelect name="assessment" label="For" defaultValue={one?.assessment ?? ''} data={[{ value: '', label: 'Every assessment' }, ...choices.map(({ id, title }) => ({ value: id, label: title }))]} data-autofocus />
      <TextInput name="more" inputMode="decimal" label="More time (per cent)" description="25 makes 60 minutes 75" defaultValue={one === null || one.timeFactor === 1 ? '' : String(Math.round((one.timeFactor - 1) * 100))} error={faults['more'] ?? faults['timeFactor']} />
      <TextInput name="attempts" inputMode="numeric" label="More attempts" defaultValue={one === null || one.extraAttempts === 0 ? '' : String(one.extraAttempts)} error={faults['attempts'] ?? faults['extraAttempts']} />
      <TextInput name="minutes" inputMode="decimal" label="Breaks in one attempt (minutes)" description="The clock stands meanwhile" defaultValue={one === null || one.breakSeconds === 0 ? '' : String(one.breakSeconds / 60)} error={faults['minutes'] ?? faults['breakSeconds']} />
      <TextInput name="opensAt" type="datetime-local" label="Opens instead" defaultValue={localInput(one?.opensAt ?? null)} error={faults['opensAt']} />
      <TextInput name="closesAt" type="datetime-local" label="Closes instead" defaultValue={localInput(one?.closesAt ?? null)} error={faults['closesAt']} />
      <Textarea name="reason" label="Why" description="For staff alone; no learner sees it" required withAsterisk={false} rows={2} maxLength={2000} defaultValue={one?.reason ?? ''} error={faults['reason']} />
      {open > 0 && <p className="warn">It holds at once, also for {plural(open, 'attempt')} under way.</p>}
      <div className="row"><Button type="submit" loading={state.fetching}>{open > 0 ? `Save, for ${plural(open, 'open attempt')} too` : 'Save'}</Button><Button variant="subtle" onClick={close}>Cancel</Button></div>
    </form>
  );
}
