import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { DeliveryError } from '../delivery/delivery.js';
import { useApp } from '../session/app.js';
import { Heading } from './heading.js';

type Loading<T> = { is: 'loading' } | { is: 'ready'; name: string; value: T } | { is: 'failed'; error: unknown };

/** What a screen waits for: a quiet stand-in while it loads, a sentence and a way to try again where it fails. */
export function Loaded<T>({ load, name, children }: { load(): Promise<T>; /** loads anew when it changes */ name: string; children(value: T): ComponentChildren }) {
  const { session } = useApp();
  const { language } = session.outline;
  const [state, setState] = useState<Loading<T>>({ is: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    // In another language the same thing stays in sight until it is there.
    setState((before) => (before.is === 'ready' && before.name === name ? before : { is: 'loading' }));
    load().then((value) => wanted && setState({ is: 'ready', name, value }), (error: unknown) => wanted && setState({ is: 'failed', error }));
    return () => void (wanted = false);
  }, [name, tries, language]);
  if (state.is === 'ready') return <>{children(state.value)}</>;
  if (state.is === 'failed') return <Problem error={state.error} onRetry={() => setTries(tries + 1)} />;
  return <Waiting />;
}

function Waiting() {
  const { words } = useApp();
  return <div class="waiting" role="status"><span class="visually-hidden">{words.loading}</span><i class="bar title" /><i class="bar" /><i class="bar" /><i class="bar short" /></div>;
}

function Problem({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { words } = useApp();
  const code = error instanceof DeliveryError ? error.code : null;
  const said = code === 'OFFLINE' ? words.wrongOffline : code === 'NOT_FOUND' ? words.wrongMissing : code === 'UNAUTHENTICATED' ? words.notices['signed-out'] : (code !== null && words.errors[code]) || words.wrongUnknown;
  return (
    <div class="column">
      <Heading>{words.wrongTitle}</Heading>
      <p role="alert">{said}</p>
      <p class="actions"><button type="button" class="primary" onClick={onRetry}>{words.retry}</button></p>
    </div>
  );
}
