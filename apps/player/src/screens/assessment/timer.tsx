import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../session/app.js';

/** Minutes before the end at which the time left is said aloud (WCAG 2.2, 2.2.1). */
const WARNINGS = [5, 1];

/** Counts down what was left when the attempt was handed over; whether time is over is decided by who scores. */
export function Timer({ secondsLeft, onOver }: { secondsLeft: number; onOver(): void }) {
  const { words, announce } = useApp();
  const [left, setLeft] = useState(secondsLeft);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    const end = Date.now() + secondsLeft * 1000;
    let before = secondsLeft;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      for (const minutes of WARNINGS) if (before > minutes * 60 && now <= minutes * 60) announce(words.timeWarning(minutes));
      before = now;
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      announce(words.timeOver);
      over.current();
    }, 1000);
    return () => clearInterval(timer);
  }, [secondsLeft]);
  return <p class={`timer ${left <= 60 ? 'warn' : ''}`} role="timer" aria-live="off"><span>{words.timeLeft}</span> {clock(left)}</p>;
}

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(Math.floor(seconds % 60))}`;
}
