import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../session/app.js';

/** Minutes before the end at which the time left is said aloud (WCAG 2.2, 2.2.1). */
const WARNINGS = [5, 1];

interface Props {
  label: string;
  /** seconds that are left now; asked again each second, and from the beginning when another function is given */
  left(): number;
  /** what is said with minutes to go */
  warning(minutes: number): string;
  onOver(): void;
}

/** A clock that runs down. */
export function Countdown({ label, left, warning, onOver }: Props) {
  const { formats, announce } = useApp();
  const seconds = (): number => Math.max(0, Math.ceil(left()));
  const [shown, setShown] = useState(seconds);
  const now = useRef({ warning, onOver });
  now.current = { warning, onOver };
  useEffect(() => {
    let before = seconds();
    setShown(before);
    const timer = setInterval(() => {
      const after = seconds();
      for (const minutes of WARNINGS) if (before > minutes * 60 && after <= minutes * 60) announce(now.current.warning(minutes));
      before = after;
      setShown(after);
      if (after > 0) return;
      clearInterval(timer);
      now.current.onOver();
    }, 1000);
    return () => clearInterval(timer);
  }, [left]);
  return <p class={`timer ${shown <= 60 ? 'warn' : ''}`} role="timer" aria-live="off"><span>{label}</span> {formats.clock(shown)}</p>;
}
