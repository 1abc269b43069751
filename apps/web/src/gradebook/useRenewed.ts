import { useEffect, useRef } from 'react';

/** At most once in so many milliseconds: marks change less often than learners are seen. */
const everyMs = 5_000;

/** Reads anew, a moment after something changed that is not told in full. */
export function useRenewed(changed: unknown, renew: () => void): void {
  const latest = useRef(renew);
  latest.current = renew;
  const first = useRef(true);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    if (first.current) { first.current = false; return; }
    timer.current ??= setTimeout(() => { timer.current = undefined; latest.current(); }, everyMs);
  }, [changed]);
  useEffect(() => () => { clearTimeout(timer.current); timer.current = undefined; }, []);
}
