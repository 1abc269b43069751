import { render, type ComponentChild } from 'preact';
import { meetCompanions, type Brought, type Offered } from './companions/meet.js';
import { offeredToKinds } from './companions/offered-to-kinds.js';
import { addFields } from './items/registry.js';
import { VisibleClock } from './session/clock.js';
import { followPreferences } from './session/preferences.js';
import css from './styles/index.css';

/**
 * Dresses the page and draws in it. `clock` counts the time that the page is in sight from now on; `brought` is what the
 * scripts that came along gave. `offered`: what they may take besides what every player offers.
 */
export function start(page: (clock: VisibleClock, brought: Brought) => ComponentChild, offered: Offered = {}): void {
  const brought = meetCompanions({ kinds: offeredToKinds, ...offered });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...[css, brought.kinds?.style ?? ''].map(sheetOf)];
  if (brought.kinds !== undefined) addFields(brought.kinds.apartFields);
  followPreferences(document.documentElement);
  const place = document.createElement('div');
  place.id = 'player';
  document.body.append(place);
  render(page(new VisibleClock(undefined, document.visibilityState !== 'hidden'), brought), place);
}

function sheetOf(style: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return sheet;
}
