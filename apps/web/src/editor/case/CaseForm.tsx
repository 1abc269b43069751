import { NativeSelect } from '@mantine/core';
import { freshId } from '../document/ids.js';
import { listAt, rowsAt, textAt, withValue, type ItemDocument, type Path } from '../document/paths.js';
import { Field } from '../form/Field.js';
import { NumberField, RichField } from '../form/fields.js';
import { RowFeedback } from '../form/feedback.js';
import { useItemForm } from '../form/ItemForm.js';
import { nameOf, Rows } from '../form/Rows.js';
import { ShuffleField } from '../form/scoring.js';
import { CaseMap } from './CaseMap.js';

/** A case that unfolds: steps, each with choices that earn credit and lead on or end it, and a map of the ways through. */
export function CaseForm() {
  return (
    <>
      <CaseMap />
      <Rows path={['steps']} title="Steps" noun="Step" least={1} help="The case begins with the first step." add={newStep}>
        {(row, index) => (
          <>
            <RichField path={[...row, 'text']} label={`Step ${index + 1}: what happens`} />
            <Rows path={[...row, 'options']} title={`Choices at step ${index + 1}`} noun="Choice" least={2} add={(document) => ({ id: freshId(document), text: '', credit: 0 })}>
              {(option, at) => (
                <>
                  <RichField path={[...option, 'text']} label={`Choice ${at + 1}`} bare short />
                  <div className="row ends"><NumberField path={[...option, 'credit']} label="Credit, 0 to 1" width="6rem" /><NextField path={[...option, 'next']} /></div>
                  <RowFeedback path={option} />
                </>
              )}
            </Rows>
          </>
        )}
      </Rows>
      <ShuffleField what="choices" />
    </>
  );
}

function newStep(document: ItemDocument): ItemDocument {
  const first = freshId(document);
  const second = freshId({ ...document, more: [{ id: first }] });
  return { id: freeStep(document), text: '', options: [{ id: first, text: '', credit: 1 }, { id: second, text: '', credit: 0 }] };
}

function freeStep(document: ItemDocument): string {
  const taken = rowsAt(document, ['steps']).map((step) => step['id']);
  for (let number = taken.length + 1; ; number += 1) if (!taken.includes(`step-${number}`)) return `step-${number}`;
}

/** Where a choice leads: a step, a new step, or the end of the case. */
function NextField({ path }: { path: Path }) {
  const { document, change, readOnly } = useItemForm();
  const steps = rowsAt(document, ['steps']);
  const here = path[1];
  const choices = [
    { value: '', label: 'The case ends here' },
    ...steps.flatMap((step, index) => (index === here ? [] : [{ value: textAt(step, ['id']), label: `Step ${index + 1}: ${nameOf(step, index)}` }])),
    { value: '+', label: 'A new step' },
  ];
  const lead = (value: string): void => {
    if (value !== '+') return change(path, value === '' ? undefined : value);
    const step = newStep(document);
    const led = withValue(document, path, step['id']);
    change(['steps'], [...listAt(led, ['steps']), step]);
  };
  return <Field path={path} label="Then">{({ input, invalid }) => <NativeSelect id={input} value={textAt(document, path)} disabled={readOnly} error={invalid} data={choices} onChange={(event) => lead(event.currentTarget.value)} />}</Field>;
}
