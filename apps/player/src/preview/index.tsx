import { render } from 'preact';
import { readBoot, wordsOf } from '../boot.js';
import { apartFields } from '../items/apart/registry.js';
import { addFields } from '../items/registry.js';
import { AppContext, type App } from '../session/app.js';
import { VisibleClock } from '../session/clock.js';
import { Session } from '../session/session.js';
import apartStyle from '../styles/apart/index.css';
import style from '../styles/index.css';
import frameStyle from '../styles/question-frame.css';
import { SilentTracker } from '../trackers/silent-tracker.js';
import { formatsFor } from '../words/formats.js';
import { localeOf, wordsFrom } from '../words/words.js';
import { emptyOutline, nowhere } from './nowhere.js';
import { QuestionFrame } from './question-frame.js';

/** `dist/preview.js`: a question alone in a frame, for whoever writes it. Every kind is in it; nothing is fetched or recorded. */
async function start(): Promise<void> {
  const data = wordsOf(readBoot(document));
  const { lang, dir } = document.documentElement;
  const locale = localeOf(lang, data);
  const outline = emptyOutline(lang, dir === 'rtl' ? 'rtl' : 'ltr');
  const session = await Session.open(outline, nowhere, new SilentTracker(outline), new VisibleClock());
  document.adoptedStyleSheets = [style, apartStyle, frameStyle].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  addFields(apartFields);
  const spoken = document.createElement('div');
  spoken.className = 'visually-hidden';
  spoken.ariaLive = 'polite';
  const app: App = { session, about: {}, words: wordsFrom(data, locale), formats: formatsFor(locale), languages: [], speak: () => Promise.resolve(), announce: (text) => void (spoken.textContent = text) };
  const place = document.createElement('main');
  document.body.append(place, spoken);
  render(<AppContext.Provider value={app}><QuestionFrame /></AppContext.Provider>, place);
}

void start();
