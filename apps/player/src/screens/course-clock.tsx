import { useCallback } from 'preact/hooks';
import { useApp, useSession } from '../session/app.js';
import { Countdown } from './countdown.js';

/** Time left for the whole course, by the time that the course was in sight. */
export function CourseClock() {
  const { session, words, about, announce } = useApp();
  const { mode } = useSession();
  const limit = about.timeLimitSeconds ?? 0;
  const left = useCallback(() => limit - session.spent(), [session]);
  if (limit === 0 || mode !== 'normal') return null;
  const over = (): void => {
    announce(words.courseTimeOver);
    void session.closeForTime();
  };
  return <Countdown label={words.courseTimeLeft} left={left} warning={words.courseTimeWarning} onOver={over} />;
}
