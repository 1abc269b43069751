import { useId } from 'preact/hooks';
import { useApp } from '../session/app.js';
import type { AnswerProps } from './answer.js';

/** Generous for the longest answer that an item may ask for, and still bounded. */
const CHARACTERS_A_WORD = 12;

export function LongText({ view, value, onChange, locked, labelledBy }: AnswerProps<'long-text'>) {
  const { words } = useApp();
  const hint = useId();
  const { minWords, maxWords } = view.content;
  const text = typeof value === 'string' ? value : '';
  const count = wordCount(text);
  return (
    <div class="field">
      <p class="hint" id={hint}>{minWords === undefined ? words.wordsAtMost(maxWords) : words.wordsBetween(minWords, maxWords)}</p>
      <textarea
        rows={8} dir="auto" value={text} readOnly={locked} maxLength={maxWords * CHARACTERS_A_WORD} aria-labelledby={labelledBy} aria-describedby={hint}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p class={`hint count ${count > maxWords ? 'over' : ''}`}>{words.wordCount(count)}</p>
      <div class="print-only written">{text}</div>
    </div>
  );
}

function wordCount(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
}
