import type { CourseOutline } from '@preceptor/course/delivery';
import { useEffect, useRef, useState } from 'preact/hooks';
import { wordsFrom, type WordsData } from '../words/words.js';

type Standing = 'not-yet' | 'blocked' | 'open' | 'closed';
/** A closed window tells nobody: it is asked. */
const LOOK_MS = 500;

/**
 * What a frame shows where the course opens in a window of its own. The frame opens no session: the window does, which
 * finds the LMS's API by its opener.
 */
export function OwnWindow({ outline, words: data }: { outline: CourseOutline; words: WordsData }) {
  const words = wordsFrom(data);
  const [standing, setStanding] = useState<Standing>('not-yet');
  const course = useRef<Window | null>(null);
  useEffect(() => {
    if (standing !== 'open') return undefined;
    const timer = setInterval(() => course.current?.closed === true && setStanding('closed'), LOOK_MS);
    return () => clearInterval(timer);
  }, [standing]);
  const open = (): void => {
    if (course.current?.closed === false) return course.current.focus();
    course.current = window.open(location.href, `preceptor-${outline.id}`, `popup,width=${screen.availWidth},height=${screen.availHeight}`);
    setStanding(course.current === null ? 'blocked' : 'open');
  };
  const said = { 'not-yet': words.ownWindow, blocked: words.windowBlocked, open: words.windowOpen, closed: words.windowClosed }[standing];
  return (
    <main class="column">
      <h1>{outline.title}</h1>
      <p role="status" class={standing === 'blocked' ? 'complaint' : ''}>{said}</p>
      <p class="actions"><button type="button" class="primary" onClick={open}>{standing === 'open' ? words.windowGoTo : words.openCourse}</button></p>
    </main>
  );
}
