import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { lazy, Suspense, useState } from 'react';
import { numberAt, textAt, valueAt, type Path } from '../document/paths.js';
import { Field } from './Field.js';
import { useItemForm } from './ItemForm.js';

const RichText = lazy(async () => ({ default: (await import('../rich-text/RichText.js')).RichText }));

interface Common { path: Path; label: string; help?: string | undefined; bare?: boolean }

/** A text in Markdown, written as rich text. An `optional` one that is emptied is taken out of the item. */
export function RichField({ path, label, help, bare, short = false, optional = false, inserts }: Common & { short?: boolean; optional?: boolean; inserts?: readonly { label: string; text: () => string }[] }) {
  const { document, change, readOnly, media } = useItemForm();
  const value = textAt(document, path);
  return (
    <Field path={path} label={label} help={help} bare={bare === true} group>
      {({ label: labelId, described, invalid, leave }) => (
        <Suspense fallback={<div className={short ? 'rich short' : 'rich'}><div className="rich-waiting">{value}</div></div>}>
          <RichText value={value} labelledBy={labelId} describedBy={described} invalid={invalid} readOnly={readOnly} onLeave={leave} inserts={inserts} short={short}
            onChange={(markdown) => change(path, optional && markdown === '' ? undefined : markdown)} pictureAt={(src) => media.at(src)?.address ?? null} choosePicture={media.choose} />
        </Suspense>
      )}
    </Field>
  );
}

/** A short text without markup. */
export function PlainField({ path, label, help, bare, optional = false, placeholder, width }: Common & { optional?: boolean; placeholder?: string; width?: string }) {
  const { document, change, readOnly } = useItemForm();
  return (
    <Field path={path} label={label} help={help} bare={bare === true}>
      {({ input, described, invalid, leave }) => (
        <TextInput id={input} value={textAt(document, path)} readOnly={readOnly} error={invalid} {...(described === undefined ? {} : { 'aria-describedby': described })} {...(placeholder === undefined ? {} : { placeholder })} {...(width === undefined ? {} : { maw: width })}
          onBlur={leave} onChange={(event) => change(path, optional && event.currentTarget.value === '' ? undefined : event.currentTarget.value)} />
      )}
    </Field>
  );
}

/** A number; what is typed and is none yet stays in the field. */
export function NumberField({ path, label, help, bare, width = '8rem' }: Common & { width?: string }) {
  const { document, change, readOnly } = useItemForm();
  const stored = numberAt(document, path);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed !== null && (readNumber(typed) ?? null) === stored ? typed : stored === null ? typed ?? '' : String(stored);
  return (
    <Field path={path} label={label} help={help} bare={bare === true}>
      {({ input, described, invalid, leave }) => (
        <TextInput id={input} inputMode="decimal" maw={width} value={shown} readOnly={readOnly} error={invalid || (typed !== null && typed.trim() !== '' && readNumber(typed) === undefined)} {...(described === undefined ? {} : { 'aria-describedby': described })} onBlur={leave}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            change(path, readNumber(event.currentTarget.value));
          }} />
      )}
    </Field>
  );
}

function readNumber(text: string): number | undefined {
  const value = Number(text.trim().replace(',', '.').replace('−', '-'));
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
}

/** One of a few values. */
export function SelectField({ path, label, help, bare, choices, fallback = '', asNumber = false }: Common & { choices: readonly { value: string; label: string }[]; fallback?: string; asNumber?: boolean }) {
  const { document, change, readOnly } = useItemForm();
  const value = valueAt(document, path);
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : fallback;
  const known = choices.some((choice) => choice.value === shown);
  return (
    <Field path={path} label={label} help={help} bare={bare === true}>
      {({ input, described, invalid, leave }) => (
        <NativeSelect id={input} value={shown} disabled={readOnly} error={invalid} {...(described === undefined ? {} : { 'aria-describedby': described })} data={known ? [...choices] : [{ value: shown, label: shown === '' ? 'Choose' : `${shown} (not there)` }, ...choices]} onBlur={leave}
          onChange={(event) => change(path, event.currentTarget.value === '' ? undefined : asNumber ? Number(event.currentTarget.value) : event.currentTarget.value)} />
      )}
    </Field>
  );
}

/** Yes or no. What is not said in the item is what the kind takes it for. */
export function CheckField({ path, label, help, fallback }: { path: Path; label: string; help?: string; fallback: boolean }) {
  const { document, change, readOnly } = useItemForm();
  const value = valueAt(document, path);
  return <Checkbox label={label} {...(help === undefined ? {} : { description: help })} checked={typeof value === 'boolean' ? value : fallback} disabled={readOnly} onChange={(event) => change(path, event.currentTarget.checked === fallback ? undefined : event.currentTarget.checked)} />;
}
