import { useComputedColorScheme } from '@mantine/core';
import type { ItemResponse, ItemView } from '@preceptor/assessment';
import type { FromQuestionFrame, ToQuestionFrame } from '@preceptor/course/delivery';
import { useEffect, useRef, useState } from 'react';

interface Props { view: ItemView; response: ItemResponse | null; outcome: ToQuestionFrame['outcome']; language: string; onAnswer: (response: ItemResponse) => void }

/** The question in the real player, in a frame of its own: what it shows is told to it, and what is answered is told back. */
export function QuestionFrame({ view, response, outcome, language, onAnswer }: Props) {
  const theme = useComputedColorScheme('light');
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  const [height, setHeight] = useState(220);
  const answered = useRef(onAnswer);
  answered.current = onAnswer;
  useEffect(() => {
    const listen = ({ data, source, origin }: MessageEvent<unknown>): void => {
      if (source !== frame.current?.contentWindow || origin !== location.origin || !isTold(data)) return;
      if (data.is === 'ready') setReady(true);
      if (data.is === 'grown') setHeight(Math.max(120, Math.min(6_000, data.height + 30)));
      if (data.is === 'answered') answered.current(data.response);
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, []);
  useEffect(() => {
    const message: ToQuestionFrame = { to: 'question-frame', view: withAddresses(view), response, outcome: withAddresses(outcome), theme };
    if (ready) frame.current?.contentWindow?.postMessage(message, location.origin);
  }, [ready, view, response, outcome, theme]);
  return <iframe ref={frame} className="question-frame" src={`/preview/item/?language=${encodeURIComponent(language)}`} title="The question as a learner sees it" style={{ height }} />;
}

function isTold(data: unknown): data is FromQuestionFrame {
  return typeof data === 'object' && data !== null && 'from' in data && data.from === 'question-frame';
}

/** Pictures are named media/NAME in an item; here they lie with the bank. */
function withAddresses<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('"media/', '"/authoring/media/')) as T;
}
