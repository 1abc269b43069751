import type { Reflection as Prompt } from '@preceptor/course/compiled';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useApp } from '../session/app.js';
import { Html } from './html.js';

const PAUSE_MS = 1_500;
/** Bounded as everything that is sent: some 1,500 words. */
const MOST_CHARACTERS = 10_000;

/** A prompt with room to write; what is written is kept by itself, shortly after each pause and when leaving. */
export function Reflection({ prompt, lesson }: { prompt: Prompt; lesson: string }) {
  const { session, words } = useApp();
  const { progress } = session.store.get();
  const ids = { prompt: useId(), help: useId() };
  const [text, setText] = useState(progress.reflections[prompt.id] ?? '');
  const current = useRef(text);
  const reported = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const keep = (): void => {
    clearTimeout(timer.current);
    if (current.current === reported.current) return;
    reported.current = current.current;
    void session.report('reflection-saved', { reflection: prompt.id, lesson, text: current.current });
  };
  useEffect(() => {
    const stop = session.onLeaving(keep);
    return () => {
      stop();
      keep();
    };
  }, []);

  const elsewhere = progress.reflectionsElsewhere?.includes(prompt.id) === true && text === '';
  return (
    <section class="reflection" aria-labelledby={ids.prompt}>
      <p class="label">{words.reflection}</p>
      <Html id={ids.prompt} html={prompt.promptHtml} />
      <textarea
        rows={4} dir="auto" value={text} maxLength={MOST_CHARACTERS} aria-labelledby={ids.prompt} aria-describedby={ids.help} onBlur={keep}
        onInput={(event) => {
          current.current = event.currentTarget.value;
          setText(current.current);
          clearTimeout(timer.current);
          timer.current = setTimeout(keep, PAUSE_MS);
        }}
      />
      <div class="print-only written" dir="auto">{text}</div>
      <p class="hint" id={ids.help}>{elsewhere ? words.reflectionElsewhere : words.reflectionHelp}</p>
    </section>
  );
}
