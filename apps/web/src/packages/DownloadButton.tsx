import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { download, type DownloadState } from './download.js';

type State = { step: 'idle' } | ({ step: 'loading' } & DownloadState) | { step: 'done'; name: string; bytes: number } | { step: 'failed'; message: string };

/** One button; while the package comes, how far it is and a way to stop. */
export function DownloadButton({ url, label, name }: { url: string; label: string; name: string }) {
  const [state, setState] = useState<State>({ step: 'idle' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  async function start() {
    const control = new AbortController();
    stop.current = control;
    setState({ step: 'loading', received: 0, total: null });
    try {
      const saved = await download(url, name, (progress) => setState({ step: 'loading', ...progress }), control.signal);
      setState({ step: 'done', ...saved });
    } catch (error) {
      setState(control.signal.aborted ? { step: 'idle' } : { step: 'failed', message: error instanceof Error ? error.message : 'The download broke off.' });
    }
  }
  if (state.step === 'loading') {
    const { received, total } = state;
    return (
      <div className="download">
        <p>{total === null ? `Making the package: ${megabytes(received)} so far` : `Downloading: ${megabytes(received)} of about ${megabytes(total)}`}</p>
        <progress className="downloading" aria-label="Download of the package" {...(total === null ? {} : { value: received, max: total })} />
        <p className="small"><button type="button" className="link" onClick={() => stop.current?.abort()}>Stop the download</button></p>
      </div>
    );
  }
  return (
    <div className="download">
      <div className="row"><Button size="md" onClick={() => void start()}>Download the {label} package</Button></div>
      <p role="status" className="small">
        {state.step === 'done' && <span className="sign good" data-sign="✓">Saved as {state.name}, {megabytes(state.bytes)}</span>}
        {state.step === 'failed' && <span className="bad">It was not downloaded. {state.message}</span>}
      </p>
    </div>
  );
}

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
