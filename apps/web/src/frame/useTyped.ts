import { useEffect, useRef, useState } from 'react';

/**
 * What is being typed into a search field: shown at once, handed on when the typing pauses.
 * @param settled what the address says; a change from outside (the back button) takes over
 */
export function useTyped(settled: string, settle: (text: string) => void, pauseMs = 250): [string, (text: string) => void] {
  const [typed, setTyped] = useState(settled);
  const latest = useRef(settle);
  latest.current = settle;
  useEffect(() => setTyped(settled), [settled]);
  useEffect(() => {
    if (typed === settled) return undefined;
    const timer = setTimeout(() => latest.current(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, settled, pauseMs]);
  return [typed, setTyped];
}
