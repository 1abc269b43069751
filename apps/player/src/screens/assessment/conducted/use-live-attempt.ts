import { useEffect, useState } from 'preact/hooks';
import type { Conduct, Standing } from '../../../delivery/conduct.js';
import type { Attempt } from '../../../delivery/delivery.js';
import { useApp } from '../../../session/app.js';

/** How often the server is asked how the attempt stands. */
const EVERY_MS = 15_000;

/**
 * How an attempt stands by the server: asked again and again, and when the page comes back into sight, because a sleeping
 * laptop's clock stands still. What can't be asked now leaves what is known.
 */
export function useLiveAttempt(conduct: Conduct, attempt: Attempt): [Standing, (standing: Standing) => void] {
  const { session } = useApp();
  const [standing, setStanding] = useState<Standing>({ secondsLeft: attempt.secondsLeft, onBreak: false, breakSecondsLeft: attempt.rules?.breakSeconds ?? 0, elsewhere: false });
  useEffect(() => {
    const ask = (): void => void conduct.standing(attempt.id).then(setStanding, () => undefined);
    ask();
    const timer = setInterval(ask, EVERY_MS);
    const seen = (): void => {
      const away = document.visibilityState === 'hidden';
      if (attempt.rules?.focusRecorded === true) void session.report('focus-changed', { attempt: attempt.id, away });
      if (!away) ask();
    };
    document.addEventListener('visibilitychange', seen);
    const stop = conduct.onElsewhere(() => setStanding((before) => ({ ...before, elsewhere: true })));
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
      stop();
    };
  }, [attempt]);
  return [standing, setStanding];
}
