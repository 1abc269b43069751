import { Html } from '../reading/html.js';
import { useApp } from '../session/app.js';
import { pairsOf, type AnswerProps } from './answer.js';
import { SelectRows } from './select-rows.js';

/** One list of options for several questions; the list stands first, as EMQs do on paper. */
export function ExtendedMatching({ view, value, onChange, ...rest }: AnswerProps<'extended-matching'>) {
  const { words } = useApp();
  const { options, questions } = view.content;
  const rows = questions.map(({ id, stemHtml }) => ({ id, html: stemHtml }));
  return (
    <>
      <ol class="emq-options">
        {options.map((option) => <li key={option.id}><Html html={option.html} className="" /></li>)}
      </ol>
      <SelectRows rows={rows} options={options} pairs={pairsOf(value)} naming={words.answerFor} onChange={onChange} {...rest} />
    </>
  );
}
