import { useApp } from '../session/app.js';
import { pairsOf, type AnswerProps } from './answer.js';
import { SelectRows } from './select-rows.js';

export function Matching({ view, value, onChange, ...rest }: AnswerProps<'matching'>) {
  const { words } = useApp();
  return (
    <>
      <p class="hint">{words.matchEach}</p>
      <SelectRows rows={view.content.premises} options={view.content.targets} pairs={pairsOf(value)} naming={words.matchFor} onChange={onChange} {...rest} />
    </>
  );
}
