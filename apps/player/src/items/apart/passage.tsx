import { useId, useState } from 'preact/hooks';
import { Html } from '../../reading/html.js';
import type { AnswerProps } from '../answer.js';
import { OptionList } from '../option-list.js';
import { gradedVerdictOf, Said } from '../said.js';
import { setsOf, withChoice } from './sets.js';
import { useKindWords } from './words.js';

/** A text with questions on it: beside them where there is room, else above them, and it can be folded away. */
export function Passage({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'passage'>) {
  const words = useKindWords();
  const base = useId();
  const [folded, setFolded] = useState(false);
  const { passageHtml, questions } = view.content;
  const sets = setsOf(value);
  return (
    <div class="passage">
      <div class={`passage-text ${folded ? 'folded' : ''}`}>
        <button type="button" class="link" aria-expanded={!folded} aria-controls={`${base}-text`} onClick={() => setFolded(!folded)}>{folded ? words.passageShow : words.passageFold}</button>
        {/* It scrolls by itself beside the questions, so the keyboard must reach it (WCAG 2.2, 2.1.1). */}
        <div id={`${base}-text`} class="passage-body" role="region" aria-label={words.passageText} tabIndex={0}><Html html={passageHtml} /></div>
      </div>
      <ol class="passage-questions" aria-labelledby={labelledBy}>
        {questions.map(({ id, stemHtml, options, several }) => {
          const chosen = sets[id] ?? [];
          return (
            <li key={id} data-part={id}>
              <Html id={`${base}-${id}`} html={stemHtml} className="prose question-stem" />
              {several && <p class="hint">{words.chooseAll}</p>}
              <OptionList
                options={options} chosen={chosen} many={several} locked={locked} outcome={outcome} labelledBy={`${base}-${id}`} verdict={() => (several ? null : gradedVerdictOf(outcome, id))}
                onChoose={(option, on) => onChange(withChoice(sets, id, option, on, several))}
              />
              {several && <Said outcome={outcome} choice="" verdict={chosen.length === 0 ? null : gradedVerdictOf(outcome, id)} />}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
