import type { AnswerProps } from './answer.js';
import { OptionList } from './option-list.js';
import { wholeVerdict } from './whole-verdict.js';

export function SingleChoice({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'single-choice'>) {
  return (
    <OptionList
      options={view.content.options} chosen={typeof value === 'string' ? [value] : []} many={false} locked={locked} outcome={outcome}
      labelledBy={labelledBy} verdict={() => wholeVerdict(outcome)} onChoose={(id) => onChange(id)}
    />
  );
}
