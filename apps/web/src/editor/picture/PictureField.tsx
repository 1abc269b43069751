import { Button } from '@mantine/core';
import { textAt } from '../document/paths.js';
import { Field } from '../form/Field.js';
import { PlainField } from '../form/fields.js';
import { useItemForm } from '../form/ItemForm.js';

/** The picture that an item is on, with what it shows in words. */
export function PictureField() {
  const { document, change, media, readOnly } = useItemForm();
  const path = textAt(document, ['image']);
  const choose = async (): Promise<void> => {
    const chosen = await media.choose?.();
    if (chosen !== null && chosen !== undefined) change(['image'], chosen);
  };
  return (
    <>
      <Field path={['image']} label="Picture" group>
        {() => (
          <div className="row">
            {path !== '' && <code>{path}</code>}
            {!readOnly && media.choose !== null && <Button size="sm" variant="default" onClick={() => void choose()}>{path === '' ? 'Choose a picture' : 'Choose another'}</Button>}
          </div>
        )}
      </Field>
      <PlainField path={['alt']} label="What the picture shows" help="For whoever does not see it, without giving the answer away" />
    </>
  );
}
