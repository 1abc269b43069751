import { useId } from 'preact/hooks';
import { Html } from '../reading/html.js';
import { useApp } from '../session/app.js';
import { pairsOf, type AnswerProps } from './answer.js';
import { Said, verdictOf } from './said.js';
import { SelectRows } from './select-rows.js';

/** Few categories with short names: buttons side by side show them all at once; else a drop-down. */
const MOST_BUTTONS = 3;

export function Categorising({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'categorising'>) {
  const { words } = useApp();
  const base = useId();
  const { elements, categories } = view.content;
  const pairs = pairsOf(value);
  if (categories.length > MOST_BUTTONS) {
    return (
      <>
        <p class="hint">{words.placeEach}</p>
        <SelectRows rows={elements} options={categories} pairs={pairs} naming={words.categoryFor} onChange={onChange} locked={locked} outcome={outcome} labelledBy={labelledBy} />
      </>
    );
  }
  return (
    <div class="rows" role="group" aria-labelledby={labelledBy}>
      <p class="hint">{words.placeEach}</p>
      {elements.map((element) => {
        const verdict = verdictOf(outcome, element.id);
        return (
          <div key={element.id} class={`row stacked ${verdict ?? ''}`}>
            <Html id={`${base}-${element.id}`} html={element.html} />
            <div class="segments" role="radiogroup" aria-labelledby={`${base}-${element.id}`}>
              {categories.map((category) => (
                <label key={category.id} class="segment">
                  <input
                    type="radio" name={`${base}-${element.id}`} checked={pairs[element.id] === category.id} disabled={locked}
                    onChange={() => onChange({ ...pairs, [element.id]: category.id })}
                  />
                  <Html html={category.html} inline className="" />
                </label>
              ))}
            </div>
            <Said outcome={outcome} choice={element.id} verdict={pairs[element.id] === undefined ? null : verdict} />
          </div>
        );
      })}
    </div>
  );
}
