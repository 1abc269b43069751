import { useApp } from '../session/app.js';
import type { AnswerProps } from './answer.js';
import { OptionList } from './option-list.js';
import { wholeVerdict } from './whole-verdict.js';

export function TrueFalse({ value, onChange, locked, outcome, labelledBy }: AnswerProps<'true-false'>) {
  const { words } = useApp();
  const options = [{ id: 'true', html: words.true }, { id: 'false', html: words.false }];
  return (
    <OptionList
      options={options} chosen={typeof value === 'boolean' ? [String(value)] : []} many={false} locked={locked} outcome={outcome}
      labelledBy={labelledBy} verdict={() => wholeVerdict(outcome)} onChoose={(id) => onChange(id === 'true')}
    />
  );
}
