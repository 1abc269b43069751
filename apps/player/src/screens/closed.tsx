import type { SaveState } from '@preceptor/tracking';
import { useEffect } from 'preact/hooks';
import { useApp, useSession } from '../session/app.js';
import { Heading } from './heading.js';

/** The end of a session that the learner or the clock has ended: what became of the work, and that the window may go. */
export function Closed({ why }: { why: 'left' | 'time-over' }) {
  const { session, words } = useApp();
  const { save } = useSession();
  const kept: { [S in SaveState]: string } = { saved: words.safeToLeave, waiting: words.leftUnsaved, local: words.leftLocal, nowhere: words.leftNowhere, closed: words.leftUnrecorded };
  useEffect(() => {
    // A browser lets a page close only the window that a script has opened; an LMS's own is none of ours.
    if (why === 'left' && window.parent === window && window.opener !== null) window.close();
  }, []);
  return (
    <main class="column">
      <p class="eyebrow">{session.outline.title}</p>
      <Heading>{why === 'left' ? words.leftTitle : words.courseTimeOver}</Heading>
      {why === 'time-over' && <p>{words.courseTimeOverHelp}</p>}
      <p role="status">{kept[save]}</p>
    </main>
  );
}
