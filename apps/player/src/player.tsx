import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { DeliveryError, type Delivery } from './delivery/delivery.js';
import { Root } from './screens/root.js';
import { AppContext, type App } from './session/app.js';
import type { VisibleClock } from './session/clock.js';
import { followPage } from './session/lifecycle.js';
import { Session } from './session/session.js';
import type { PlayerTracker } from './trackers/player-tracker.js';
import { formatsFor } from './words/formats.js';
import { wordsFor } from './words/index.js';

interface Props { delivery: Delivery; tracker: PlayerTracker; clock: VisibleClock; /** where the learner came from; null: nowhere to go back to */ home: string | null }

/** Opens a session, then shows the course; says so where it can't be opened. */
export function Player({ delivery, tracker, clock, home }: Props) {
  const [session, setSession] = useState<Session | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (problem !== null) return;
    delivery.outline().then((outline) => Session.open(outline, delivery, tracker, clock)).then((opened) => {
      followPage(opened);
      setSession(opened);
    }, setProblem);
  }, [problem]);
  if (problem !== null) return <NotOpened problem={problem} onRetry={() => setProblem(null)} />;
  if (session === null) return <p class="opening" role="status">{wordsFor(document.documentElement.lang).loading}…</p>;
  return <Opened session={session} home={home} />;
}

function Opened({ session, home }: { session: Session; home: string | null }) {
  const region = useRef<HTMLDivElement>(null);
  const app = useMemo((): App => {
    const words = wordsFor(session.outline.language);
    return { session, words, formats: formatsFor(words.language), announce: (text) => speak(region.current, text) };
  }, [session]);
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

/** The same sentence twice must be said twice, so the region is emptied first. */
function speak(region: HTMLElement | null, text: string): void {
  if (region === null) return;
  region.textContent = '';
  setTimeout(() => void (region.textContent = text), 80);
}

function NotOpened({ problem, onRetry }: { problem: unknown; onRetry(): void }) {
  const words = wordsFor(document.documentElement.lang);
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
