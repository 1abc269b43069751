import { render, type ComponentChild } from 'preact';
import { VisibleClock } from './session/clock.js';
import { followPreferences } from './session/preferences.js';
import css from './styles/index.css';

/** Dresses the page and draws in it. `clock` counts the time that the page is in sight from now on. */
export function start(page: (clock: VisibleClock) => ComponentChild): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  followPreferences(document.documentElement);
  const place = document.createElement('div');
  place.id = 'player';
  document.body.append(place);
  render(page(new VisibleClock(undefined, document.visibilityState !== 'hidden')), place);
}
