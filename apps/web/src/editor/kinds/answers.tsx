import { Checkbox, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { isRecord, listAt, textAt, textsAt, valueAt } from '../document/paths.js';
import { CheckField, NumberField, PlainField, RichField, SelectField } from '../form/fields.js';
import { Field } from '../form/Field.js';
import { useItemForm } from '../form/ItemForm.js';
import { Notes } from '../form/Notes.js';
import { Rows } from '../form/Rows.js';

export function TrueFalseForm() {
  const { document, change, readOnly } = useItemForm();
  const correct = valueAt(document, ['correct']);
  return (
    <>
      <Field path={['correct']} label="The claim is" group>
        {() => <div className="segments">{[true, false].map((value) => <label key={String(value)} className={correct === value ? 'cell on' : 'cell'}><input type="radio" name="claim" checked={correct === value} disabled={readOnly} onChange={() => change(['correct'], value)} /><span>{value ? 'True' : 'False'}</span></label>)}</div>}
      </Field>
      <RichField path={['feedback', 'whenTrue']} label="Said to whoever chooses true" short optional />
      <RichField path={['feedback', 'whenFalse']} label="Said to whoever chooses false" short optional />
      <Notes pointer="/feedback" id="notes-feedback" touched />
    </>
  );
}

/** Texts that are right, word for word or by a pattern. */
export function FillInForm() {
  const { document, change, readOnly } = useItemForm();
  const isPattern = (index: number): boolean => isRecord(valueAt(document, ['accept', index]));
  return (
    <>
      <Rows path={['accept']} title="Answers that are right" noun="Answer" least={1} add={() => ''}>
        {(row, index) => (
          <div className="pair">
            {isPattern(index) ? <PlainField path={[...row, 'pattern']} label={`Pattern ${index + 1}`} bare placeholder="colou?r" /> : <PlainField path={row} label={`Answer ${index + 1}`} bare />}
            <NativeSelect aria-label={`Answer ${index + 1} is`} value={isPattern(index) ? 'pattern' : 'text'} disabled={readOnly} data={[{ value: 'text', label: 'A text' }, { value: 'pattern', label: 'A pattern' }]}
              onChange={(event) => change(row, event.currentTarget.value === 'pattern' ? { pattern: textAt(document, row) } : textAt(document, [...row, 'pattern']))} />
          </div>
        )}
      </Rows>
      <div className="stack tight">
        <CheckField path={['caseSensitive']} label="Capital letters matter" fallback={false} />
        <CheckField path={['accentSensitive']} label="Accents matter" fallback={false} />
      </div>
      <NumberField path={['expectedLength']} label="Expected length in characters" help="How wide the field is shown; left out: as usual" />
    </>
  );
}

export function NumericForm() {
  const { document } = useItemForm();
  const units = textsAt(document, ['units']);
  return (
    <>
      <div className="row ends">
        <NumberField path={['value']} label="The right number" />
        <NumberField path={['tolerance']} label="Tolerance" />
        <SelectField path={['toleranceKind']} label="Tolerance is" fallback="absolute" choices={[{ value: 'absolute', label: 'in the same unit' }, { value: 'relative', label: 'a share of the number' }]} />
      </div>
      <OptionalTexts at="units" title="Units to choose from" noun="Unit" help="Left out: the answer is a bare number." />
      {units.length > 0 && <SelectField path={['unit']} label="The right unit" choices={[{ value: '', label: 'Any' }, ...units.map((unit) => ({ value: unit, label: unit }))]} />}
    </>
  );
}

/** A list of short texts that is taken out of the item when it is empty. */
function OptionalTexts({ at, title, noun, help }: { at: string; title: string; noun: string; help: string }) {
  const { document } = useItemForm();
  return listAt(document, [at]).length === 0 ? <AddFirst at={at} noun={noun} help={help} title={title} /> : (
    <Rows path={[at]} title={title} noun={noun} help={help} add={() => ''}>{(row, index) => <PlainField path={row} label={`${noun} ${index + 1}`} bare width="14rem" />}</Rows>
  );
}

function AddFirst({ at, noun, title, help }: { at: string; noun: string; title: string; help: string }) {
  const { change, readOnly } = useItemForm();
  return readOnly ? null : <p className="small"><strong>{title}:</strong> <span className="quiet">none. {help}</span> <button type="button" className="link" onClick={() => change([at], [''])}>Add a {noun.toLowerCase()}</button></p>;
}

export function SliderForm() {
  return (
    <>
      <div className="row ends"><NumberField path={['min']} label="From" /><NumberField path={['max']} label="To" /><NumberField path={['step']} label="In steps of" /></div>
      <div className="row ends"><NumberField path={['value']} label="The right value" /><NumberField path={['tolerance']} label="Tolerance" help="How far from it is still right" /></div>
      <div className="row ends"><PlainField path={['unit']} label="Unit" optional width="8rem" /><PlainField path={['minLabel']} label="Words at the lower end" optional /><PlainField path={['maxLabel']} label="Words at the upper end" optional /></div>
    </>
  );
}

const fileKinds = [
  { label: 'PDF', types: ['application/pdf'] }, { label: 'Pictures', types: ['image/*'] }, { label: 'Sound', types: ['audio/*'] }, { label: 'Video', types: ['video/*'] },
  { label: 'Word documents', types: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/msword'] }, { label: 'Plain text', types: ['text/plain'] },
];

/** Which files are taken. Types that stand in the item and are none of these stay. */
export function UploadForm() {
  const { document, change, readOnly } = useItemForm();
  const accept = textsAt(document, ['accept']);
  const others = accept.filter((type) => !fileKinds.some(({ types }) => types.includes(type)));
  const sound = accept.some((type) => type.startsWith('audio/'));
  return (
    <>
      <Field path={['accept']} label="Files that are taken" group>
        {() => (
          <div className="checks">
            {fileKinds.map(({ label, types }) => {
              const on = types.every((type) => accept.includes(type));
              return <Checkbox key={label} label={label} checked={on} disabled={readOnly} onChange={() => change(['accept'], on ? accept.filter((type) => !types.includes(type)) : [...accept, ...types.filter((type) => !accept.includes(type))])} />;
            })}
            {others.length > 0 && <p className="small quiet">Also: {others.join(', ')}</p>}
          </div>
        )}
      </Field>
      <NumberField path={['maxMegabytes']} label="Largest file in megabytes" help="20 unless you say otherwise" />
      {sound && <Checkbox label="The answer may be recorded on the spot" checked={valueAt(document, ['record']) === 'audio'} disabled={readOnly} onChange={(event) => change(['record'], event.currentTarget.checked ? 'audio' : undefined)} />}
    </>
  );
}
