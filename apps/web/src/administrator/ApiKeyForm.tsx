import { Button, Checkbox, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { CreateApiKeyDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';

const scopes = [
  { scope: 'read', may: 'Read courses, cohorts and progress' },
  { scope: 'cohorts', may: 'Create cohorts and enrol learners' },
  { scope: 'courses', may: 'Publish courses' },
  { scope: 'authoring', may: 'Write items and assessments' },
  { scope: 'learning', may: 'Record what learners do' },
  { scope: 'accounts', may: 'Give accounts and make keys' },
];

/** Makes a key for a program; its secret is shown this once. */
export function ApiKeyForm({ onMade }: { onMade: () => void }) {
  const [state, create] = useMutation(CreateApiKeyDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  const [copied, setCopied] = useState(false);
  const key = state.data?.createApiKey;
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const chosen = fields.getAll('scope').map(String);
    if (chosen.length === 0) return setFaults({ scopes: 'Choose what the key may do.' });
    setCopied(false);
    const { error } = await create({ name: String(fields.get('name')), scopes: chosen });
    setFaults(error === undefined ? {} : fieldFaults(error));
    if (error === undefined) onMade();
    return undefined;
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      <p className="quiet">A program signs its requests with a key instead of a password.</p>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <TextInput name="name" label="What is it for?" placeholder="Nightly export to the CRM" required withAsterisk={false} maxLength={100} error={faults['name']} />
      <fieldset className="choices">
        <legend>What may it do?</legend>
        {scopes.map(({ scope, may }) => <Checkbox key={scope} name="scope" value={scope} label={may} />)}
        {faults['scopes'] !== undefined && <p role="alert" className="bad small">{faults['scopes']}</p>}
      </fieldset>
      <div className="row"><Button type="submit" variant="default" loading={state.fetching}>Make a key</Button></div>
      {key !== undefined && (
        <div role="status" className="stack tight">
          <p>The key “{key.name}”. Copy it now: it is not shown again.</p>
          <p className="secret"><code>{key.key}</code><button type="button" className="link" onClick={() => void navigator.clipboard.writeText(key.key).then(() => setCopied(true))}>{copied ? 'Copied' : 'Copy'}</button></p>
        </div>
      )}
    </form>
  );
}
