import { useId } from 'preact/hooks';
import { Html } from '../../reading/html.js';
import { pairsOf, type AnswerProps } from '../answer.js';
import { gradedVerdictOf, Said } from '../said.js';
import { useKindWords } from './words.js';

/** How one more finding changes a hypothesis: each pair with the panel's scale below it. */
export function ScriptConcordance({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'script-concordance'>) {
  const words = useKindWords();
  const base = useId();
  const { questions, scale } = view.content;
  const pairs = pairsOf(value);
  return (
    <div class="rows" role="group" aria-labelledby={labelledBy}>
      {questions.map(({ id, hypothesisHtml, findingHtml }) => {
        const verdict = gradedVerdictOf(outcome, id);
        return (
          <div key={id} data-part={id} class={`row stacked concordance ${verdict ?? ''}`}>
            <dl id={`${base}-${id}`}>
              <div><dt>{words.concordanceHypothesis}</dt><dd><Html html={hypothesisHtml} /></dd></div>
              <div><dt>{words.concordanceFinding}</dt><dd><Html html={findingHtml} /></dd></div>
            </dl>
            <p class="label" id={`${base}-${id}-s`}>{words.concordanceBecomes}</p>
            <div class="segments scale" role="radiogroup" aria-labelledby={`${base}-${id} ${base}-${id}-s`}>
              {scale.map((point) => (
                <label key={point.id} class="segment">
                  <input type="radio" name={`${base}-${id}`} value={point.id} checked={pairs[id] === point.id} disabled={locked} onChange={() => onChange({ ...pairs, [id]: point.id })} />
                  <Html html={point.html} inline className="" />
                </label>
              ))}
            </div>
            <Said outcome={outcome} choice={id} verdict={pairs[id] === undefined ? null : verdict} />
          </div>
        );
      })}
    </div>
  );
}
