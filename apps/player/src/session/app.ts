import type { PackagedBoot } from '@preceptor/course/delivery';
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { CourseLanguage } from '../delivery/delivery.js';
import type { Formats } from '../words/formats.js';
import type { Words } from '../words/words.js';
import type { AssessmentScreens } from './assessment-screens.js';
import type { Session, SessionState } from './session.js';

/** What the page says of a package: where its use ends, and what it is a part of. All empty for a course in Preceptor itself. */
export type About = Pick<PackagedBoot, 'part' | 'validUntil' | 'timeLimitSeconds' | 'exitButton'>;

/** What every screen may reach for. */
export interface App {
  session: Session;
  words: Words;
  formats: Formats;
  /** the languages to choose from; empty: there is nothing to choose */
  languages: readonly CourseLanguage[];
  /** Goes on in another language, at the same place. Rejects where it can't be had. */
  speak(language: string): Promise<void>;
  /** what the page says of the course besides its content */
  about: About;
  /** screens of an assessment that a server conducts */
  conducted?: AssessmentScreens | undefined;
  /** Has a screen reader say a sentence. */
  announce(text: string): void;
}

/** Given by the player's root before any screen is drawn. */
export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('a screen was drawn outside the player');
  return app;
}

/** The session's state, followed. */
export function useSession(): SessionState {
  const { store } = useApp().session;
  const [state, follow] = useState(store.get);
  useEffect(() => {
    follow(store.get());
    return store.subscribe(() => follow(store.get()));
  }, [store]);
  return state;
}
