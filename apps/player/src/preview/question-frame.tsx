import type { FromQuestionFrame, ToQuestionFrame } from '@preceptor/course/delivery';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Question } from '../items/question.js';
import { enhance } from '../reading/enhance.js';
import { useApp } from '../session/app.js';

type Told = ToQuestionFrame & { version: number };

/** One question, as the page around this frame says it; answers are told back, and scored there. */
export function QuestionFrame() {
  const { words } = useApp();
  const [told, setTold] = useState<Told | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const listen = ({ data, origin, source }: MessageEvent<unknown>): void => {
      if (origin !== location.origin || source !== parent || !isTold(data)) return;
      document.documentElement.dataset['theme'] = data.theme;
      setTold((before) => ({ ...data, version: before === null || JSON.stringify(before.view) !== JSON.stringify(data.view) ? (before?.version ?? 0) + 1 : before.version }));
    };
    addEventListener('message', listen);
    tell({ from: 'question-frame', is: 'ready' });
    return () => removeEventListener('message', listen);
  }, []);
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    const measure = new ResizeObserver(() => tell({ from: 'question-frame', is: 'grown', height: Math.ceil(current.getBoundingClientRect().height) }));
    measure.observe(current);
    return () => measure.disconnect();
  }, []);
  useEffect(() => {
    if (place.current !== null) enhance(place.current, words, () => false);
  }, [told?.version]);
  return (
    <div ref={place} class="question-frame">
      {told !== null && (
        <Question
          key={told.version} view={told.view} response={told.response ?? undefined} outcome={told.outcome} locked={told.outcome !== null}
          onChange={(response) => tell({ from: 'question-frame', is: 'answered', response })}
        />
      )}
    </div>
  );
}

const tell = (message: FromQuestionFrame): void => parent.postMessage(message, location.origin);

/** Only the page that this one is framed by speaks here, so its words are taken as they are. */
function isTold(data: unknown): data is ToQuestionFrame {
  return typeof data === 'object' && data !== null && 'to' in data && data.to === 'question-frame';
}
