import { useMemo } from 'preact/hooks';
import { useApp } from '../../session/app.js';
import { Countdown } from '../countdown.js';

/** Counts down what was left when the attempt was handed over; whether time is over is decided by who scores. */
export function Timer({ secondsLeft, onOver, now = Date.now }: { secondsLeft: number; onOver(): void; now?: (() => number) | undefined }) {
  const { words, announce } = useApp();
  const left = useMemo(() => {
    const end = now() + secondsLeft * 1000;
    return () => (end - now()) / 1000;
  }, [secondsLeft]);
  const over = (): void => {
    announce(words.timeOver);
    onOver();
  };
  return <Countdown label={words.timeLeft} left={left} warning={words.timeWarning} onOver={over} />;
}
