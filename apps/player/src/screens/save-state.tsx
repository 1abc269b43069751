import type { SaveState as State } from '@preceptor/tracking';
import { useEffect, useRef } from 'preact/hooks';
import { useApp, useSession } from '../session/app.js';

/** Whether what was done is safe, in one word. It is said aloud only when it turns bad or good again, not at each save. */
export function SaveState() {
  const { words, announce } = useApp();
  const { save } = useSession();
  const texts: { [S in State]: string } = { saved: words.saved, waiting: words.waiting, local: words.local, closed: words.closed };
  const said = useRef<State>(save);
  useEffect(() => {
    if (said.current === save) return undefined;
    const timer = setTimeout(() => {
      said.current = save;
      announce(save === 'waiting' ? `${words.waiting}. ${words.waitingHelp}` : texts[save]);
    }, 3_000);
    return () => clearTimeout(timer);
  }, [save]);
  return <p class={`save ${save}`} title={save === 'waiting' ? words.waitingHelp : undefined}><i aria-hidden="true" />{texts[save]}</p>;
}
