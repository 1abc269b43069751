import { useId, useState, type ReactNode } from 'react';
import { pointerOf, type Path } from '../document/paths.js';
import { isLack } from '../findings/said.js';
import { useItemForm } from './ItemForm.js';
import { Notes } from './Notes.js';

export interface FieldIds { input: string; label: string; described: string | undefined; invalid: boolean; leave: () => void }

interface Props {
  path: Path;
  label: string;
  help?: string | undefined;
  /** the label is for screen readers only: what the field is can be seen from its place */
  bare?: boolean;
  /** a group of inputs rather than one that the label belongs to */
  group?: boolean;
  children: (ids: FieldIds) => ReactNode;
}

/** A field at its place in the item: label, input, and below it what is to be said of it. */
export function Field({ path, label, help, bare = false, group = false, children }: Props) {
  const form = useItemForm();
  const pointer = pointerOf(path);
  const base = useId();
  const [touched, setTouched] = useState(false);
  const { problems, findings, comments } = form.at(pointer);
  const told = problems.filter((problem) => touched || !isLack(problem));
  const ids: FieldIds = {
    input: `${base}i`, label: `${base}l`, invalid: told.some(({ severity }) => severity === 'error'),
    described: [help === undefined ? '' : `${base}h`, told.length + findings.length > 0 ? `${base}n` : ''].filter(Boolean).join(' ') || undefined,
    leave: () => { setTouched(true); form.touch(pointer); },
  };
  const Label = group ? 'span' : 'label';
  return (
    <div className="field" data-place={pointer} {...(group ? { role: 'group', 'aria-labelledby': ids.label } : {})}>
      <div className={bare ? 'field-head bare' : 'field-head'}>
        <Label id={ids.label} className={bare ? 'unseen' : 'field-label'} {...(group ? {} : { htmlFor: ids.input })}>{label}</Label>
        {form.comment !== null && <CommentMark count={comments} label={label} stop={form.readOnly || comments > 0} open={() => form.comment?.(pointer)} />}
      </div>
      {help !== undefined && <p id={`${base}h`} className="field-help">{help}</p>}
      {children(ids)}
      <Notes pointer={pointer} id={`${base}n`} touched={touched} />
    </div>
  );
}

/** While one writes it is no stop of the keyboard, which would double their number: the comments' own panel lets one choose the place. */
function CommentMark({ count, label, stop, open }: { count: number; label: string; stop: boolean; open: () => void }) {
  return <button type="button" tabIndex={stop ? 0 : -1} className={count > 0 ? 'comment-mark has' : stop ? 'comment-mark shown' : 'comment-mark'} aria-label={count > 0 ? `${count} ${count === 1 ? 'comment' : 'comments'} on ${label}` : `Comment on ${label}`} onClick={open}>{count > 0 ? `${count} ${count === 1 ? 'comment' : 'comments'}` : 'Comment'}</button>;
}
