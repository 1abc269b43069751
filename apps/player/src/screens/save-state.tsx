import type { SaveState as State } from '@preceptor/tracking';
import { useEffect, useState } from 'preact/hooks';
import { useApp, useSession } from '../session/app.js';

/** Nothing waits this long while all is well: until then, it is being saved. */
const SAVING_MS = 2_500;

/** Whether what was done is safe, in one word. It is said aloud only when it turns bad or good again, not at each save. */
export function SaveState() {
  const { words, announce } = useApp();
  const { save, mode } = useSession();
  const [late, setLate] = useState(false);
  const texts: { [S in State]: string } = { saved: words.saved, waiting: late ? words.waiting : words.saving, local: words.local, nowhere: words.nowhere, closed: words.closed };
  useEffect(() => {
    if (save !== 'waiting') {
      if (late || save === 'nowhere') announce(texts[save]);
      setLate(false);
      return undefined;
    }
    const timer = setTimeout(() => {
      setLate(true);
      announce(`${words.waiting}. ${words.waitingHelp}`);
    }, SAVING_MS);
    return () => clearTimeout(timer);
  }, [save]);
  return <p class={`save ${save === 'waiting' && !late ? 'saving' : save}`} title={late ? words.waitingHelp : save === 'closed' ? words.notices[mode] : undefined}><i aria-hidden="true" /><span>{texts[save]}</span></p>;
}
