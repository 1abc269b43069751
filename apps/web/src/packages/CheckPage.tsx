import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState, type DragEvent } from 'react';
import { Page } from '../frame/Page.js';
import { useHasRole } from '../session/Session.js';
import { NoPermission } from '../states/states.js';
import { Checking } from './Checking.js';
import { sendPackage } from './sendPackage.js';
import './packages.css';

type Sending = { step: 'idle' } | { step: 'sending'; name: string; part: number } | { step: 'failed'; message: string };

/** What would an LMS say to this zip? Drop it, get the report. Ours or anybody's. */
export function CheckPage() {
  const may = useHasRole('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR');
  const { check } = useSearch({ from: '/check-package' });
  const navigate = useNavigate({ from: '/check-package' });
  const [sending, setSending] = useState<Sending>({ step: 'idle' });
  const [over, setOver] = useState(false);
  const stop = useRef<AbortController | null>(null);

  async function send(zip: File | undefined) {
    if (zip === undefined || sending.step === 'sending') return;
    const control = new AbortController();
    stop.current = control;
    setSending({ step: 'sending', name: zip.name, part: 0 });
    const answer = await sendPackage(zip, (part) => setSending({ step: 'sending', name: zip.name, part }), control.signal);
    if ('fault' in answer) return setSending(control.signal.aborted ? { step: 'idle' } : { step: 'failed', message: answer.fault });
    setSending({ step: 'idle' });
    await navigate({ search: { check: answer.id }, resetScroll: false });
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  }

  return (
    <Page title="Check a package" within="Courses" lead="SCORM 1.2, SCORM 2004 or cmi5, ours or anybody’s: what an importing LMS would object to.">
      {!may ? <NoPermission need="instructors and coordinators" /> : (
        <div className="stack wide">
          <div className="stack">
            <label className="drop" data-over={over} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
              <strong>Choose a zip, or drop it here</strong>
              <span className="quiet small" id="drop-about">At most 1 GB. It is looked at, not kept: only the report stays, for an hour.</span>
              <input type="file" accept=".zip,application/zip" aria-describedby="drop-about" disabled={sending.step === 'sending'} onChange={(event) => { void send(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} />
            </label>
            {sending.step === 'sending' && (
              <div className="stack tight making">
                <p role="status">Sending {sending.name}</p>
                <progress aria-label="How much is sent" value={sending.part} max={1} />
                <p className="small"><button type="button" className="link" onClick={() => stop.current?.abort()}>Stop</button></p>
              </div>
            )}
            {sending.step === 'failed' && <p role="alert" className="bad">It was not checked. {sending.message}</p>}
          </div>
          {check !== undefined && sending.step !== 'sending' && <Checking key={check} id={check} />}
        </div>
      )}
    </Page>
  );
}
