import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type DragEvent } from 'react';
import { sendFile } from '../frame/sendFile.js';

type Sending = { step: 'idle' } | { step: 'sending'; name: string; part: number } | { step: 'failed'; message: string };

/** Drop a roster, or pick one: it is sent, read, and shown. */
export function ChooseRoster({ cohort }: { cohort: string | null }) {
  const navigate = useNavigate({ from: '/rosters/import' });
  const [sending, setSending] = useState<Sending>({ step: 'idle' });
  const [over, setOver] = useState(false);
  const stop = useRef<AbortController | null>(null);

  async function send(file: File | undefined) {
    if (file === undefined || sending.step === 'sending') return;
    const control = new AbortController();
    stop.current = control;
    setSending({ step: 'sending', name: file.name, part: 0 });
    const answer = await sendFile({
      file, to: `/rosters/imports?cohort=${cohort ?? ''}&name=${encodeURIComponent(file.name)}`, type: 'application/octet-stream',
      forbidden: 'Your account may not import rosters. Ask an administrator of your organisation.', broken: 'Preceptor could not be reached, or it stopped taking the file: at most 32 MB can be sent.',
    }, (part) => setSending({ step: 'sending', name: file.name, part }), control.signal);
    if ('fault' in answer) return setSending(control.signal.aborted ? { step: 'idle' } : { step: 'failed', message: answer.fault });
    await navigate({ search: (before) => ({ ...before, from: answer.id }) });
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  }
  return (
    <div className="stack">
      <label className="choose-file" data-over={over} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <strong>Choose a roster, or drop it here</strong>
        <span className="quiet small" id="roster-about">Excel, CSV, or a OneRoster zip; up to 20,000 people. The only column that must be there is the e-mail address.</span>
        <input type="file" accept=".csv,.tsv,.txt,.xlsx,.zip" aria-describedby="roster-about" disabled={sending.step === 'sending'} onChange={(event) => { void send(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} />
      </label>
      {sending.step === 'sending' && (
        <div className="stack tight under-way">
          <p role="status">{sending.part < 1 ? `Sending ${sending.name}` : `Reading ${sending.name}. Thousands of rows take a few seconds.`}</p>
          {sending.part < 1 ? <progress aria-label="How much is sent" value={sending.part} max={1} /> : <progress aria-label="The file is being read" />}
          <p className="small"><button type="button" className="link" onClick={() => stop.current?.abort()}>Stop</button></p>
        </div>
      )}
      {sending.step === 'failed' && <p role="alert" className="bad">Nothing came in. {sending.message}</p>}
      <p className="small">No file yet? <a href="/rosters/template.csv" download>Download a table to fill in</a>.</p>
    </div>
  );
}
