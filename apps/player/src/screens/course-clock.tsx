import { useCallback } from 'preact/hooks';
import { useApp, useSession } from '../session/app.js';
import { Countdown } from './countdown.js';

/** Time left for the whole course, by the time that the course was in sight. */
export function CourseClock() {
  const { session, words, announce } = useApp();
  const { mode } = useSession();
  const left = useCallback(() => session.timeLimit - session.spent(), [session]);
  if (session.timeLimit === Infinity || mode !== 'normal') return null;
  const over = (): void => {
    announce(words.courseTimeOver);
    void session.closeForTime();
  };
  return <Countdown label={words.courseTimeLeft} left={left} warning={words.courseTimeWarning} onOver={over} />;
}
