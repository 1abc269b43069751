import { useApp } from '../session/app.js';
import type { AnswerProps } from './answer.js';
import { Said } from './said.js';
import { wholeVerdict } from './whole-verdict.js';

/** Bounded, so that an answer always fits where it is kept. */
const MOST_CHARACTERS = 250;

export function FillIn({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'fill-in'>) {
  const { words } = useApp();
  return (
    <div class="field">
      <label>
        <span class="hint">{words.yourAnswer}</span>
        <input
          type="text" dir="auto" value={typeof value === 'string' ? value : ''} readOnly={locked} maxLength={MOST_CHARACTERS} size={Math.min(40, Math.max(12, (view.content.expectedLength ?? 24) + 2))}
          autocomplete="off" autocapitalize="off" spellcheck={false} aria-describedby={labelledBy} onInput={(event) => onChange(event.currentTarget.value)}
        />
      </label>
      <Said outcome={outcome} choice="" verdict={wholeVerdict(outcome)} />
    </div>
  );
}
