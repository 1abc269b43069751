import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useTyped } from '../frame/useTyped.js';
import type { OptionField, Options } from './options.js';

type Value = string | number | boolean | null;

/** One option of a package, with what it does to the LMS. */
export function OptionControl({ field, value, change }: { field: OptionField; value: Options[keyof Options]; change: (value: Value) => void }) {
  const said = { label: field.label, description: field.does };
  switch (field.kind) {
    case 'choice':
      return <NativeSelect {...said} value={String(value)} data={field.choices.map(([id, label]) => ({ value: id, label }))} onChange={(event) => change(event.currentTarget.value)} />;
    case 'flag':
      return <Checkbox {...said} checked={value === true} onChange={(event) => change(event.currentTarget.checked)} />;
    case 'day':
      return <TextInput type="date" {...said} value={typeof value === 'string' ? value : ''} onChange={(event) => change(event.currentTarget.value === '' ? null : event.currentTarget.value)} />;
    case 'count':
    case 'percent':
      return <NumberControl field={field} value={typeof value === 'number' ? value : null} change={change} />;
  }
}

function NumberControl({ field, value, change }: { field: Extract<OptionField, { kind: 'count' | 'percent' }>; value: number | null; change: (value: number | null) => void }) {
  const factor = field.kind === 'percent' ? 100 : 1;
  const [text, type] = useTyped(value === null ? '' : String(Math.round(value * factor)), (typed) => {
    if (typed === '') change(null);
    else if (Number.isInteger(Number(typed)) && Number(typed) >= (field.kind === 'percent' ? 0 : 1) && Number(typed) <= field.most) change(Number(typed) / factor);
  });
  const wrong = text !== '' && !(Number.isInteger(Number(text)) && Number(text) >= (field.kind === 'percent' ? 0 : 1) && Number(text) <= field.most);
  return (
    <TextInput label={field.unit === '' ? field.label : `${field.label} (${field.unit})`} description={field.does} inputMode="numeric" placeholder={field.none} value={text}
      error={wrong ? `A whole number up to ${field.most}, or nothing.` : undefined} onChange={(event) => type(event.currentTarget.value.trim())} />
  );
}
