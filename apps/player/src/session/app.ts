import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Formats } from '../words/formats.js';
import type { Words } from '../words/words.js';
import type { Session, SessionState } from './session.js';

/** What every screen may reach for. */
export interface App {
  session: Session;
  words: Words;
  formats: Formats;
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
