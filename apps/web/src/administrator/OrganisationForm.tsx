import { Button, NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { SaveOrganisationSettingsDocument, type OrganisationSettingsQuery } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { ColourField } from './ColourField.js';

type Settings = OrganisationSettingsQuery['organisationSettings'];
const spoken = ['en', 'es', 'fr', 'de', 'ar', 'pt', 'it', 'nl', 'pl', 'zh'];

/** All that is set for the organisation, saved at once. */
export function OrganisationForm({ settings, onSaved }: { settings: Settings; onSaved: () => void }) {
  const { organisation, retention } = settings;
  const [state, save] = useMutation(SaveOrganisationSettingsDocument);
  const [languages, setLanguages] = useState<string[]>(organisation.languages);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [saved, setSaved] = useState(false);
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => String(fields.get(name) ?? '').trim();
    const some = (name: string) => (field(name) === '' ? null : field(name));
    const years = some('recordsYears');
    setSaved(false);
    const { error } = await save({
      revision: settings.revision,
      input: {
        name: field('name'), accentLight: some('accentLight'), accentDark: some('accentDark'), senderName: some('senderName'), senderAddress: some('senderAddress'), timeZone: field('timeZone'), languages,
        retention: { recordsYears: years === null ? null : Number.parseInt(years, 10), auditYears: Number.parseInt(field('auditYears'), 10) || 0, mailDays: Number.parseInt(field('mailDays'), 10) || 0 },
      },
    });
    setFaults(error === undefined ? {} : fieldFaults(error));
    setSaved(error === undefined);
    if (error === undefined) onSaved();
  }
  const general = faults[''] ?? faults['revision'];
  return (
    <form ref={form} className="stack wide" onSubmit={(event) => void submit(event)}>
      <fieldset className="settings">
        <legend>Name and look</legend>
        <TextInput name="name" label="Name" defaultValue={organisation.name} required withAsterisk={false} maxLength={120} error={faults['name']} />
        <ColourField name="accentLight" label="Accent colour" kept={settings.accentLight} fault={faults['accentLight']} description="For links and buttons on a light page. Leave it empty for Preceptor’s green." />
        <ColourField name="accentDark" label="Accent colour in dark" kept={settings.accentDark} fault={faults['accentDark']} description="On a dark page. Leave it empty to have it made from the first." />
      </fieldset>
      <fieldset className="settings">
        <legend>Mail</legend>
        <TextInput name="senderName" label="From" description="Leave it empty for the organisation’s name." defaultValue={settings.senderName ?? ''} maxLength={120} error={faults['senderName']} />
        <TextInput name="senderAddress" type="email" label="Sender’s address" description="Leave it empty for the address of this installation. Your mail server must be allowed to send for it." defaultValue={settings.senderAddress ?? ''} error={faults['senderAddress']} />
      </fieldset>
      <fieldset className="settings">
        <legend>Time and languages</legend>
        <NativeSelect name="timeZone" label="Time zone" defaultValue={organisation.timeZone} data={[...new Set([organisation.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]} error={faults['timeZone']} />
        <TagsInput label="Languages" description="Codes such as en or pt-BR, the one used first where nobody has chosen." data={spoken} value={languages} onChange={setLanguages} error={faults['languages']} comboboxProps={{ withinPortal: false }} />
      </fieldset>
      <fieldset className="settings">
        <legend>How long things are kept</legend>
        <NumberInput name="recordsYears" label="Learning records and certificates, years" description="At least six, as boards of continuing education ask. Empty: for ever." defaultValue={retention.recordsYears ?? ''} min={6} max={100} allowDecimal={false} hideControls error={faults['recordsYears']} />
        <NumberInput name="auditYears" label="Audit trail, years" defaultValue={retention.auditYears} min={1} max={100} allowDecimal={false} hideControls error={faults['auditYears']} />
        <NumberInput name="mailDays" label="Text of sent mails, days" defaultValue={retention.mailDays} min={7} max={3650} allowDecimal={false} hideControls error={faults['mailDays']} />
      </fieldset>
      {general !== undefined && <p role="alert" className="bad">{general}</p>}
      <div className="row"><Button type="submit" loading={state.fetching}>Save the settings</Button><p role="status" className={saved ? 'sign good' : 'unseen'} data-sign="✓">{saved ? 'Saved.' : ''}</p></div>
    </form>
  );
}
