import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { DeliveryError, type Delivery } from './delivery/delivery.js';
import { Root } from './screens/root.js';
import { AppContext, type App } from './session/app.js';
import type { VisibleClock } from './session/clock.js';
import { followPage } from './session/lifecycle.js';
import { Session } from './session/session.js';
import type { PlayerTracker } from './trackers/player-tracker.js';
import { formatsFor } from './words/formats.js';
import { wordsFrom, type Words, type WordsData } from './words/words.js';

interface Props { delivery: Delivery; tracker: PlayerTracker; clock: VisibleClock; words: WordsData; /** where the learner came from; null: nowhere to go back to */ home: string | null }

/** Opens a session, then shows the course; says so where it can't be opened. */
export function Player({ delivery, tracker, clock, words: data, home }: Props) {
  const words = useMemo(() => wordsFrom(data), [data]);
  const [session, setSession] = useState<Session | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (problem !== null) return;
    delivery.outline().then((outline) => Session.open(outline, delivery, tracker, clock)).then((opened) => {
      followPage(opened);
      setSession(opened);
    }, setProblem);
  }, [problem]);
  if (problem !== null) return <NotOpened words={words} problem={problem} onRetry={() => setProblem(null)} />;
  if (session === null) return <p class="opening" role="status">{words.loading}…</p>;
  return <Opened session={session} words={data} home={home} />;
}

function Opened({ session, words: data, home }: { session: Session; words: WordsData; home: string | null }) {
  const region = useRef<HTMLDivElement>(null);
  const app = useMemo((): App => {
    const locale = localeOf(session.outline.language, data);
    return { session, words: wordsFrom(data, locale), formats: formatsFor(locale), announce: (text) => speak(region.current, text) };
  }, [session, data]);
  useEffect(() => {
    // The course's direction rules the page; its words may be English where there is no translation into its language.
    document.documentElement.lang = session.outline.language;
    document.documentElement.dir = session.outline.direction;
  }, [session]);
  return (
    <AppContext.Provider value={app}>
      <Root home={home} />
      <div ref={region} class="visually-hidden" aria-live="polite" />
    </AppContext.Provider>
  );
}

/** A course in a variety of the words' language writes numbers and dates as that variety does. */
function localeOf(course: string, words: WordsData): string {
  return course.toLowerCase().split('-')[0] === words.language ? course : words.language;
}

/** The same sentence twice must be said twice, so the region is emptied first. */
function speak(region: HTMLElement | null, text: string): void {
  if (region === null) return;
  region.textContent = '';
  setTimeout(() => void (region.textContent = text), 80);
}

function NotOpened({ words, problem, onRetry }: { words: Words; problem: unknown; onRetry(): void }) {
  const code = problem instanceof DeliveryError ? problem.code : null;
  const said = code === 'OFFLINE' ? words.wrongOffline : code === 'UNAUTHENTICATED' ? words.notices['signed-out'] : (code !== null && words.errors[code]) || words.wrongUnknown;
  return (
    <main class="column">
      <h1>{words.wrongTitle}</h1>
      <p role="alert">{said}</p>
      <p class="actions"><button type="button" class="primary" onClick={onRetry}>{words.retry}</button></p>
    </main>
  );
}
