import { useState } from 'preact/hooks';
import { useApp } from '../session/app.js';

/** A sentence that the learner must know before going on, such as that nothing is recorded. */
export function Notice({ name }: { name: string }) {
  const { words } = useApp();
  const [read, setRead] = useState(false);
  const text = words.notices[name];
  if (read || text === undefined) return null;
  return <aside class="notice" aria-label={words.notice}><p>{text}</p><button type="button" class="link" onClick={() => setRead(true)}>{words.dismiss}</button></aside>;
}
