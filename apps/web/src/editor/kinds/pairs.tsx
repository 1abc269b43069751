import { freshId } from '../document/ids.js';
import { rowsAt, textAt, textsAt, valueAt, type Path } from '../document/paths.js';
import { RichField, SelectField } from '../form/fields.js';
import { RowFeedback } from '../form/feedback.js';
import { useItemForm } from '../form/ItemForm.js';
import { nameOf, Rows, useChoices } from '../form/Rows.js';

/** Rows that say a text and nothing more: targets, categories, columns, points of a scale. */
export function TextRows({ path, title, noun, help, least = 2 }: { path: Path; title: string; noun: string; help?: string; least?: number }) {
  return (
    <Rows path={path} title={title} noun={noun} help={help} least={least} add={(document) => ({ id: freshId(document), text: '' })}>
      {(row, index) => <RichField path={[...row, 'text']} label={`${noun} ${index + 1}`} bare short />}
    </Rows>
  );
}

/** Rows that each belong to one row of another list. */
export function PairedRows({ path, title, noun, help, to, refer, say }: { path: Path; title: string; noun: string; help?: string; /** the field that names the other row */ refer: string; to: Path; say: string }) {
  const choices = useChoices(to);
  return (
    <Rows path={path} title={title} noun={noun} help={help} least={1} add={(document) => ({ id: freshId(document), text: '', [refer]: choices[0]?.value ?? '' })}>
      {(row, index) => (
        <>
          <div className="pair">
            <RichField path={[...row, 'text']} label={`${noun} ${index + 1}`} bare short />
            <SelectField path={[...row, refer]} label={`${say} of ${noun.toLowerCase()} ${index + 1}`} bare choices={choices} />
          </div>
          <RowFeedback path={row} />
        </>
      )}
    </Rows>
  );
}

/** Rows of a matrix: which of the columns is right in each. */
export function MatrixRows() {
  const { document, change, readOnly } = useItemForm();
  const several = textAt(document, ['perRow']) === 'several';
  const columns = rowsAt(document, ['columns']);
  const chosenIn = (row: Path): string[] => {
    const answer = valueAt(document, [...row, 'answer']);
    return typeof answer === 'string' ? [answer] : textsAt(document, [...row, 'answer']);
  };
  return (
    <Rows path={['rows']} title="Rows" noun="Row" help={several ? 'Tick every column that is right in the row.' : 'Mark the column that is right in the row.'} least={1} add={(now) => ({ id: freshId(now), text: '', answer: several ? [] : columns[0]?.['id'] ?? '' })}>
      {(row, index) => (
        <>
          <RichField path={[...row, 'text']} label={`Row ${index + 1}`} bare short />
          <div className="cells" role="group" aria-label={`What is right in row ${index + 1}`}>
            {columns.map((column, at) => {
              const id = textAt(column, ['id']);
              const chosen = chosenIn(row);
              const on = chosen.includes(id);
              return (
                <label key={id} className={on ? 'cell on' : 'cell'}>
                  <input type={several ? 'checkbox' : 'radio'} name={`answer-${index}`} checked={on} disabled={readOnly}
                    onChange={() => change([...row, 'answer'], several ? (on ? chosen.filter((each) => each !== id) : [...chosen, id]) : id)} />
                  <span>{nameOf(column, at)}</span>
                </label>
              );
            })}
          </div>
          <RowFeedback path={row} />
        </>
      )}
    </Rows>
  );
}
