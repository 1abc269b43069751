import { pointerOf, rowsAt, valueAt, withValue, type Path } from '../document/paths.js';
import { freshId } from '../document/ids.js';
import { useItemForm } from '../form/ItemForm.js';
import { RichField } from '../form/fields.js';
import { Rows } from '../form/Rows.js';
import { RowFeedback } from '../form/feedback.js';

/** Options of which one or several are right, each with its feedback. */
export function OptionRows({ path = ['options'], several, title = 'Options', least = 2 }: { path?: Path; several: boolean; title?: string; least?: number }) {
  return (
    <Rows path={path} title={title} noun="Option" least={least} help={several ? 'Tick every option that is right.' : 'Mark the one that is right.'}
      add={(document) => ({ id: freshId(document), text: '' })} lead={(row, index) => <RightMark list={path} row={row} index={index} several={several} />}>
      {(row, index) => (
        <>
          <RichField path={[...row, 'text']} label={`Option ${index + 1}`} bare short />
          <RowFeedback path={row} />
        </>
      )}
    </Rows>
  );
}

/** The key column: a radio button where one is right, a checkbox where several may be. */
export function RightMark({ list, row, index, several, noun = 'Option' }: { list: Path; row: Path; index: number; several: boolean; noun?: string }) {
  const { document, change, readOnly } = useItemForm();
  const on = valueAt(document, [...row, 'correct']) === true;
  const choose = (): void => {
    if (several) change([...row, 'correct'], on ? undefined : true);
    else change(list, rowsAt(document, list).map((each, at) => withValue(each, ['correct'], at === index ? true : undefined)));
  };
  return (
    <label className={on ? 'right-mark on' : 'right-mark'}>
      <input type={several ? 'checkbox' : 'radio'} name={`right${pointerOf(list)}`} checked={on} disabled={readOnly} onChange={choose} aria-label={`${noun} ${index + 1} is right`} />
      <span aria-hidden="true">{on ? 'Right' : ''}</span>
    </label>
  );
}
