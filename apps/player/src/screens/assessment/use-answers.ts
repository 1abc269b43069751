import type { ItemResponse } from '@preceptor/assessment';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attempt, Outcome } from '../../delivery/delivery.js';
import { useApp } from '../../session/app.js';

/** Long enough not to report each letter of a text, short enough to lose little when the battery dies. */
const PAUSE_MS = 1_200;

type Responses = { [item: string]: ItemResponse };
export interface Answers {
  responses: Responses;
  /** The same, also for who was called before the last change was drawn. */
  current(): Responses;
  change(item: string, response: ItemResponse): void;
  /** Reports what has changed and was not reported yet. */
  keep(): void;
  /** Reports one answer for good and gives what it earned. */
  handIn(item: string): Promise<Outcome | null>;
}

/** The answers of an attempt. They report themselves after a pause and when the page is left, unless each is handed in by hand. */
export function useAnswers(attempt: Attempt, byHand: boolean): Answers {
  const { session } = useApp();
  const [responses, setResponses] = useState<Responses>(attempt.responses);
  const live = useRef<Responses>(attempt.responses);
  const unreported = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const spent = useRef<{ [item: string]: number }>({});
  const changedAt = useRef(performance.now());

  const answer = (item: string): Promise<Outcome | null> => {
    unreported.current.delete(item);
    const response = live.current[item] ?? { value: null };
    return session.answer({ item, attempt: attempt.id, response, latencySeconds: Math.round((spent.current[item] ?? 0) * 10) / 10 });
  };
  const keep = (): void => {
    clearTimeout(timer.current);
    changedAt.current = performance.now();
    if (byHand) return;
    for (const item of unreported.current) void answer(item).catch(() => undefined);
  };
  useEffect(() => {
    const stop = session.onLeaving(keep);
    return () => {
      stop();
      keep();
    };
  }, []);
  return {
    responses,
    current: () => live.current,
    keep,
    handIn: answer,
    change(item, response) {
      const now = performance.now();
      spent.current[item] = (spent.current[item] ?? 0) + (now - changedAt.current) / 1000;
      changedAt.current = now;
      live.current = { ...live.current, [item]: response };
      setResponses(live.current);
      unreported.current.add(item);
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, PAUSE_MS);
    },
  };
}
