import { useState } from 'preact/hooks';
import { useApp } from '../session/app.js';

/** A sentence that the learner must know before going on, such as that nothing is recorded. */
export function Notice({ text }: { text: string }) {
  const { words } = useApp();
  const [read, setRead] = useState(false);
  if (read) return null;
  return <aside class="notice" aria-label={words.notice}><p>{text}</p><button type="button" class="link" onClick={() => setRead(true)}>{words.dismiss}</button></aside>;
}
