import { Checkbox, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import type { Draft } from './rules.js';

interface Props { draft: Draft; faults: Record<string, string>; passwordSet: boolean; change: (part: Partial<Draft>) => void }
const moments = [{ value: 'AT_ONCE', label: 'At once' }, { value: 'AFTER_CLOSING', label: 'After closing' }, { value: 'NEVER', label: 'Never' }];
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every rule in plain words, by what a person asks herself: when, how long, how often, how, who, and what is shown after. */
export function RulesFields({ draft, faults, passwordSet, change }: Props) {
  return (
    <div className="rules-fields">
      <fieldset>
        <legend>When</legend>
        <TextInput type="datetime-local" label="Opens" description={`In your zone, ${zone}; empty: it is open`} value={draft.opensAt} error={faults['opensAt']} onChange={(event) => change({ opensAt: event.currentTarget.value })} />
        <TextInput type="datetime-local" label="Closes" description="Empty: never" value={draft.closesAt} error={faults['closesAt']} onChange={(event) => change({ closesAt: event.currentTarget.value })} />
      </fieldset>
      <fieldset>
        <legend>How long and how often</legend>
        <TextInput inputMode="decimal" label="Time limit (minutes)" description="Empty: none" value={draft.minutes} error={faults['timeLimitSeconds']} onChange={(event) => change({ minutes: event.currentTarget.value })} />
        <TextInput inputMode="numeric" label="Grace (seconds)" description="Answers so late still count" value={draft.grace} error={faults['graceSeconds']} onChange={(event) => change({ grace: event.currentTarget.value })} />
        <TextInput inputMode="numeric" label="Attempts" description="Empty: as many as they like" value={draft.attempts} error={faults['maxAttempts']} onChange={(event) => change({ attempts: event.currentTarget.value })} />
        <TextInput inputMode="decimal" label="Wait between attempts (hours)" description="Empty: none" value={draft.waitHours} error={faults['waitSeconds']} onChange={(event) => change({ waitHours: event.currentTarget.value })} />
        <NativeSelect label="Which attempt counts" value={draft.counts} data={[{ value: 'BEST', label: 'The best' }, { value: 'LAST', label: 'The last' }, { value: 'FIRST', label: 'The first' }, { value: 'MEAN', label: 'The mean of all' }]}
          onChange={(event) => change({ counts: event.currentTarget.value as Draft['counts'] })} />
      </fieldset>
      <fieldset>
        <legend>How it is taken</legend>
        <NativeSelect label="Going through it" value={draft.navigation} data={[{ value: 'free', label: 'Freely, back and forth' }, { value: 'linear', label: 'Forward only' }]} error={faults['navigation']} onChange={(event) => change({ navigation: event.currentTarget.value })} />
        <NativeSelect label="Questions on a page" value={draft.pages} data={[{ value: 'one', label: 'One at a time' }, { value: 'all', label: 'All on one page' }]} error={faults['pages']} onChange={(event) => change({ pages: event.currentTarget.value })} />
        <NativeSelect label="Order of questions" value={draft.shuffle} data={[{ value: '', label: 'As the course says' }, { value: 'true', label: 'Random' }, { value: 'false', label: 'As written' }]} onChange={(event) => change({ shuffle: event.currentTarget.value })} />
      </fieldset>
      <fieldset>
        <legend>What is shown after</legend>
        <Checkbox label="After each answer, whether it was right" description="The answer then stands." checked={draft.eachAnswer} error={faults['eachAnswer']} onChange={(event) => change({ eachAnswer: event.currentTarget.checked })} />
        <NativeSelect label="Score and pass" value={draft.score} data={moments} error={faults['score']} onChange={(event) => change({ score: event.currentTarget.value as Draft['score'] })} />
        <NativeSelect label="Feedback" value={draft.feedback} data={moments} error={faults['feedback']} onChange={(event) => change({ feedback: event.currentTarget.value as Draft['score'] })} />
        <NativeSelect label="Which answers were right" value={draft.key} data={moments} error={faults['key']} onChange={(event) => change({ key: event.currentTarget.value as Draft['score'] })} />
      </fieldset>
      <fieldset>
        <legend>Who can begin, and from where</legend>
        <PasswordInput label={passwordSet ? 'Another password' : 'Password'} description={passwordSet ? 'One is set. Empty: it stays.' : 'Empty: none'} autoComplete="new-password" value={draft.password} disabled={draft.noPassword} error={faults['password']} onChange={(event) => change({ password: event.currentTarget.value })} />
        {passwordSet && <Checkbox label="Ask for no password any more" checked={draft.noPassword} onChange={(event) => change({ noPassword: event.currentTarget.checked })} />}
        <Textarea label="Networks" description="Addresses or ranges, one a line, such as 192.0.2.0/24; empty: any" autosize={false} rows={3} value={draft.networks} error={faults['networks']} onChange={(event) => change({ networks: event.currentTarget.value })} />
        <Checkbox label="Record when a learner leaves the page" description="Learners are told before they begin. Nothing else is watched." checked={draft.recordFocus} onChange={(event) => change({ recordFocus: event.currentTarget.checked })} />
      </fieldset>
    </div>
  );
}
