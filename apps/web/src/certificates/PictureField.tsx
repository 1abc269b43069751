import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { sendFile } from '../frame/sendFile.js';

interface Props { label: string; id: string | null; onChange: (id: string | null) => void }

/** A PNG or JPEG that stands on certificates: sent at once, used when the template is saved. */
export function PictureField({ label, id, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [fault, setFault] = useState('');
  const [sending, setSending] = useState(false);
  async function send(file: File) {
    setSending(true);
    setFault('');
    const sent = await sendFile({ file, to: '/certificates/pictures', type: 'application/octet-stream', forbidden: 'Your role may not send pictures.', broken: 'Preceptor could not be reached. Try again.' }, () => undefined, new AbortController().signal);
    setSending(false);
    if ('fault' in sent) setFault(sent.fault);
    else onChange(sent.id);
  }
  return (
    <div className="stack tight">
      <p id={hint}><strong>{label}</strong> <span className="small quiet">{id === null ? 'None. PNG or JPEG, at most 150 kB.' : 'There is one.'}</span></p>
      <div className="row">
        <input ref={input} type="file" accept="image/png,image/jpeg" hidden onChange={(event) => { const file = event.currentTarget.files?.[0]; event.currentTarget.value = ''; if (file !== undefined) void send(file); }} />
        <Button variant="default" size="xs" loading={sending} aria-describedby={hint} onClick={() => input.current?.click()}>{id === null ? `Choose a ${label.toLowerCase()}` : `Choose another ${label.toLowerCase()}`}</Button>
        {id !== null && <button type="button" className="link small" onClick={() => onChange(null)}>Use none<span className="unseen"> as {label.toLowerCase()}</span></button>}
      </div>
      {fault !== '' && <p role="alert" className="bad small">{fault}</p>}
    </div>
  );
}
