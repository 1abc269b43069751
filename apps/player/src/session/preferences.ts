import { kept } from './kept.js';
import { createStore } from './store.js';

export type Theme = 'system' | 'light' | 'dark';
export type TextSize = 'small' | 'normal' | 'large' | 'larger';
export interface Preferences { theme: Theme; textSize: TextSize; outlineOpen: boolean; /** BCP 47; null: the course's own */ language: string | null }

const KEY = 'preceptor:preferences';
const standard: Preferences = { theme: 'system', textSize: 'normal', outlineOpen: true, language: null };

/** How this reader likes it on this device; remembered where the browser lets us. */
export const preferences = createStore<Preferences>({ ...standard, ...remembered() });

/** Has the page follow the preferences from now on. */
export function followPreferences(root: HTMLElement): void {
  const follow = (): void => {
    const { theme, textSize } = preferences.get();
    root.dataset['theme'] = theme;
    root.dataset['textSize'] = textSize;
  };
  follow();
  preferences.subscribe(() => {
    follow();
    kept.set(KEY, JSON.stringify(preferences.get()));
  });
}

function remembered(): Partial<Preferences> {
  try {
    const value: unknown = JSON.parse(kept.get(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
