import { useState } from 'react';
import { textAt, type Path } from '../document/paths.js';
import { RichField } from './fields.js';
import { useItemForm } from './ItemForm.js';
import { Notes } from './Notes.js';

/** What is said to whoever chose a row: folded away until there is some or somebody asks for it. */
export function RowFeedback({ path, label = 'Feedback' }: { path: Path; label?: string }) {
  const { document, readOnly } = useItemForm();
  const [open, setOpen] = useState(false);
  const own = [...path, 'feedback'];
  if (textAt(document, own) === '' && !open) return readOnly ? null : <button type="button" className="link small add-feedback" onClick={() => setOpen(true)}>Add {label.toLowerCase()}</button>;
  return <RichField path={own} label={label} short optional />;
}

/** What is said about the answer as a whole. */
export function GeneralFeedback() {
  const { document } = useItemForm();
  const some = textAt(document, ['feedback', 'correct']) !== '' || textAt(document, ['feedback', 'incorrect']) !== '';
  return (
    <div data-place="/feedback">
      <details className="part" open={some}>
        <summary>Feedback on the whole answer</summary>
        <div className="stack">
          <RichField path={['feedback', 'correct']} label="When it is right" short optional />
          <RichField path={['feedback', 'incorrect']} label="When it is not right" short optional />
        </div>
      </details>
      <Notes pointer="/feedback" id="notes-feedback" touched />
    </div>
  );
}
