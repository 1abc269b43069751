import { useId } from 'preact/hooks';
import { Html } from '../../reading/html.js';
import type { AnswerProps } from '../answer.js';
import { gradedVerdictOf, Said } from '../said.js';
import { setsOf, withChoice } from './sets.js';
import { useKindWords } from './words.js';

/** More columns than this need more width before they stand side by side. */
const FEW_COLUMNS = 4;

/** A grid as a table; where it is too narrow, each row is a card. The roles are said, because a table laid out as blocks loses them. */
export function Matrix({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'matrix'>) {
  const words = useKindWords();
  const base = useId();
  const { rows, columns, perRow } = view.content;
  const several = perRow === 'several';
  const sets = setsOf(value);
  return (
    <div class="matrix-frame">
      <p class="hint">{several ? words.matrixSeveral : words.matrixOne}</p>
      <table class={`matrix ${columns.length > FEW_COLUMNS ? 'many' : ''}`} role="table" aria-labelledby={labelledBy}>
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell" />
            {columns.map((column) => <th key={column.id} role="columnheader" scope="col" id={`${base}-c-${column.id}`}><Html html={column.html} className="" /></th>)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const chosen = sets[row.id] ?? [];
            const verdict = gradedVerdictOf(outcome, row.id);
            return (
              <tr key={row.id} role="row" data-part={row.id} class={chosen.length === 0 ? '' : (verdict ?? '')}>
                <th role="rowheader" scope="row">
                  <Html id={`${base}-r-${row.id}`} html={row.html} className="" />
                  <Said outcome={outcome} choice={row.id} verdict={chosen.length === 0 ? null : verdict} />
                </th>
                {columns.map((column) => (
                  <td key={column.id} role="cell">
                    <label>
                      <input
                        type={several ? 'checkbox' : 'radio'} name={`${base}-${row.id}`} value={column.id} checked={chosen.includes(column.id)} disabled={locked} aria-labelledby={`${base}-r-${row.id} ${base}-c-${column.id}`}
                        onChange={(event) => onChange(withChoice(sets, row.id, column.id, event.currentTarget.checked, several))}
                      />
                      <span class="column-name" aria-hidden="true"><Html html={column.html} inline className="" /></span>
                    </label>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
