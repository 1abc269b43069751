import type { LiveState } from './stream.js';

const words: Record<LiveState, { word: string; sign: string; tone: string; about: string }> = {
  connecting: { word: 'Connecting', sign: '○', tone: 'quiet', about: 'The page will show what happens as soon as it is connected.' },
  live: { word: 'Live', sign: '●', tone: 'good', about: 'What learners do appears here by itself.' },
  reconnecting: { word: 'Reconnecting', sign: '○', tone: 'warn', about: 'The connection is gone. What is shown may be older; it is renewed by itself.' },
  over: { word: 'Not live any more', sign: '■', tone: 'bad', about: 'You were signed out, or may see this cohort no more. Reload the page.' },
};

/** Whether the page shows what happens now. */
export function LiveSign({ state }: { state: LiveState }) {
  const { word, sign, tone, about } = words[state];
  return <span role="status" className={`live sign ${tone}`} data-sign={sign} title={about}>{word}<span className="unseen">. {about}</span></span>;
}
