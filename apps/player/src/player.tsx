import type { CourseOutline } from '@preceptor/course/delivery';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { DeliveryError, type Delivery, type Spoken } from './delivery/delivery.js';
import { Root } from './screens/root.js';
import type { AssessmentScreens } from './session/assessment-screens.js';
import { AppContext, type About, type App } from './session/app.js';
import type { VisibleClock } from './session/clock.js';
import { followPage } from './session/lifecycle.js';
import { preferences } from './session/preferences.js';
import { Session } from './session/session.js';
import type { PlayerTracker } from './trackers/player-tracker.js';
import { formatsFor } from './words/formats.js';
import { localeOf, wordsFrom, type Words, type WordsData } from './words/words.js';

interface Props {
  delivery: Delivery; tracker: PlayerTracker; clock: VisibleClock; words: WordsData; about: About;
  /** where the learner came from; null: nowhere to go back to */
  home: string | null;
  conducted?: AssessmentScreens;
}
interface Opening { session: Session; spoken: Spoken }

/** Opens a session, then shows the course; says so where it can't be opened. */
export function Player({ delivery, tracker, clock, words: data, about, home, conducted }: Props) {
  const words = useMemo(() => wordsFrom(data), [data]);
  const [opened, setOpened] = useState<Opening | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (problem !== null) return;
    const open = async (): Promise<Opening> => {
      const spoken = await firstSpoken(delivery, data);
      const session = await Session.open(spoken.outline, delivery, tracker, clock, about.timeLimitSeconds);
      followPage(session);
      if (session.store.get().mode === 'normal' && session.spent() >= session.timeLimit) await session.closeForTime();
      return { session, spoken };
    };
    open().then(setOpened, setProblem);
  }, [problem]);
  if (problem !== null) return <NotOpened words={words} problem={problem} onRetry={() => setProblem(null)} />;
  if (opened === null) return <p class="opening" role="status">{words.loading}…</p>;
  return <Opened {...opened} about={about} home={home} conducted={conducted} />;
}

/** The course in the language that was chosen here before; in its own where none was, or where that can't be had now. */
async function firstSpoken(delivery: Delivery, words: WordsData): Promise<Spoken> {
  const outline: CourseOutline = await delivery.outline();
  const { language } = preferences.get();
  const { languages } = delivery;
  const there = language !== null && language !== outline.language && languages?.all.some((each) => each.language === language) === true;
  return (there ? await languages?.use(language).catch(() => null) : null) ?? { outline, words };
}

function Opened({ session, spoken: first, about, home, conducted }: Opening & { about: About; home: string | null; conducted: AssessmentScreens | undefined }) {
  const region = useRef<HTMLDivElement>(null);
  const [spoken, setSpoken] = useState(first);
  const { language, direction } = spoken.outline;
  const app = useMemo((): App => {
    const locale = localeOf(language, spoken.words);
    const { languages } = session.delivery;
    const title = languages?.all.find((each) => each.language === language)?.course;
    const { part } = about;
    return {
      session, about: part === undefined || title === undefined ? about : { ...about, part: { ...part, courseTitle: title } }, words: wordsFrom(spoken.words, locale), formats: formatsFor(locale), languages: languages?.all ?? [], conducted,
      announce: (text) => speak(region.current, text),
      async speak(chosen) {
        const next = await languages?.use(chosen);
        if (next === undefined) return;
        session.translate(next.outline);
        preferences.set({ language: chosen });
        setSpoken(next);
      },
    };
  }, [session, spoken]);
  useEffect(() => {
    // The course's language rules the page; the player's own words are English where there is no translation into it.
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  }, [language, direction]);
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
