import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../session/app.js';

/** A lesson counts as read when its end has been in sight; not in the first moments, when a tall window shows it at once. */
const READING_MS = 4_000;
const PAUSE_MS = 2_000;
/** Less than this is not worth a report. */
const LEAST_STEP = 0.05;

/**
 * Follows how far a lesson has been read: opens it where it was left, reports the place after a pause, and the lesson as
 * completed once its end was seen. Gives back the way to complete it now, for who presses "next".
 */
export function useReadingPlace(lesson: string, text: RefObject<HTMLElement | null>, end: RefObject<HTMLElement | null>): () => void {
  const { session, words, announce } = useApp();
  const before = session.store.get().progress.lessons[lesson];
  const done = useRef(before?.completion === 'completed');
  const complete = (): void => {
    if (done.current) return;
    done.current = true;
    void session.report('lesson-completed', { lesson });
    announce(words.lessonDone);
  };

  useEffect(() => {
    let reported = before?.position ?? 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (!done.current && reported > LEAST_STEP) scrollToShare(text.current, reported);
    const report = (): void => {
      clearTimeout(timer);
      const share = shareRead(text.current);
      if (Math.abs(share - reported) < LEAST_STEP) return;
      reported = share;
      void session.report('position', { lesson, position: share });
    };
    const onScroll = (): void => {
      clearTimeout(timer);
      timer = setTimeout(report, PAUSE_MS);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    const stop = session.onLeaving(report);
    return () => {
      window.removeEventListener('scroll', onScroll);
      clearTimeout(timer);
      stop();
    };
  }, [lesson]);

  useEffect(() => {
    if (end.current === null || done.current) return undefined;
    const openedAt = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watcher = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting === true) timer = setTimeout(complete, Math.max(500, READING_MS - (performance.now() - openedAt)));
    });
    watcher.observe(end.current);
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
    };
  }, [lesson]);
  return complete;
}

/** How much of the text lies above the window's upper edge, 0..1, to three digits. */
export function shareRead(text: HTMLElement | null): number {
  if (text === null) return 0;
  const { top, height } = text.getBoundingClientRect();
  return height === 0 ? 0 : Math.round(Math.max(0, Math.min(1, -top / height)) * 1000) / 1000;
}

export function scrollToShare(text: HTMLElement | null, share: number): void {
  if (text === null) return;
  const { top, height } = text.getBoundingClientRect();
  window.scrollTo(0, window.scrollY + top + share * height);
}
