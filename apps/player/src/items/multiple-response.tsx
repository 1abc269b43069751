import { useApp } from '../session/app.js';
import { idsOf, type AnswerProps } from './answer.js';
import { OptionList } from './option-list.js';
import { verdictOf } from './said.js';

export function MultipleResponse({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'multiple-response'>) {
  const { words } = useApp();
  const { options, maxChoices } = view.content;
  const chosen = idsOf(value);
  return (
    <>
      <p class="hint">{maxChoices === undefined || maxChoices >= options.length ? words.chooseAll : words.chooseUpTo(maxChoices)}</p>
      <OptionList
        options={options} chosen={chosen} many locked={locked} outcome={outcome} full={maxChoices !== undefined && chosen.length >= maxChoices}
        labelledBy={labelledBy} verdict={(id) => verdictOf(outcome, id)}
        onChoose={(id, on) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
      />
    </>
  );
}
