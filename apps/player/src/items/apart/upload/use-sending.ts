import { uuidv7 } from '@preceptor/tracking';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DeliveryError, type Uploads } from '../../../delivery/delivery.js';
import { useKindWords } from '../words.js';
import type { StoredFile } from './stored.js';

/** A file that is not sent yet. */
export interface Held { blob: Blob; name: string; mediaType: string }
type State = { is: 'idle' } | { is: 'sending'; share: number } | { is: 'failed'; message: string | null };

/** Sends one file at a time. Sending again after a failure goes by the same id, so that the server keeps it once. */
export function useSending(uploads: Uploads | undefined, item: string, onKept: (file: StoredFile) => void): { state: State; send(held: Held): void; again(): void } {
  const words = useKindWords();
  const [state, setState] = useState<State>({ is: 'idle' });
  const last = useRef<{ id: string; held: Held } | null>(null);
  const going = useRef<AbortController | null>(null);
  useEffect(() => () => going.current?.abort(), []);

  const run = (): void => {
    if (uploads === undefined || last.current === null) return;
    const { id, held } = last.current;
    going.current?.abort();
    const control = new AbortController();
    going.current = control;
    setState({ is: 'sending', share: 0 });
    uploads.send({ id, item, ...held }, (share) => !control.signal.aborted && setState({ is: 'sending', share }), control.signal).then((file) => {
      if (control.signal.aborted) return;
      setState({ is: 'idle' });
      onKept(file);
    }, (error: unknown) => {
      if (control.signal.aborted) return;
      setState({ is: 'failed', message: error instanceof DeliveryError && error.code !== 'OFFLINE' ? words.uploadRefused[error.code] ?? words.errors[error.code] ?? null : null });
    });
  };
  return {
    state,
    send(held) {
      last.current = { id: uuidv7(), held };
      run();
    },
    again: run,
  };
}
