import { useRef, type ReactNode } from 'react';
import { announce } from '../../frame/announce.js';
import { pointerOf, rowsAt, textAt, valueAt, type ItemDocument, type Path } from '../document/paths.js';
import { useItemForm } from './ItemForm.js';
import { Notes } from './Notes.js';

interface Props {
  path: Path;
  /** the whole list, as its heading */
  title: string;
  help?: string | undefined;
  /** one row, as its buttons call it: "Option 2" */
  noun: string;
  /** a new row; left out: rows are not added here */
  add?: ((document: ItemDocument) => unknown) | undefined;
  /** fewest that must stay */
  least?: number;
  /** order does not matter, so rows have no arrows */
  fixedOrder?: boolean;
  /** what stands before the row, such as whether it is right */
  lead?: ((path: Path, index: number) => ReactNode) | undefined;
  children: (path: Path, index: number) => ReactNode;
}

/** A list of rows that can be added to, taken from and put into another order, by pointer and keyboard alike. Every step is taken back by Undo. */
export function Rows({ path, title, help, noun, add, least = 0, fixedOrder = false, lead, children }: Props) {
  const { document, change, readOnly } = useItemForm();
  const list = valueAt(document, path);
  const rows = Array.isArray(list) ? list as unknown[] : [];
  const place = useRef<HTMLOListElement>(null);
  const put = (next: unknown[], said: string, focus: number, to: 'row' | 'moved'): void => {
    change(path, next);
    announce(said);
    requestAnimationFrame(() => {
      const row = place.current?.children[Math.min(focus, next.length - 1)];
      const target = to === 'moved' ? row?.querySelector<HTMLElement>('.row-tools button:not(:disabled)') : row?.querySelector<HTMLElement>('[role="textbox"], textarea, input:not([type="radio"]):not([type="checkbox"]), select');
      target?.focus();
    });
  };
  const move = (index: number, by: number): void => {
    const next = [...rows];
    const [moved] = next.splice(index, 1);
    next.splice(index + by, 0, moved);
    put(next, `${noun} ${index + 1} is now ${index + by + 1} of ${rows.length}.`, index + by, 'moved');
  };
  const remove = (index: number): void => put(rows.filter((_, at) => at !== index), `${noun} ${index + 1} was removed. Undo brings it back.`, index, 'row');
  return (
    <section className="rows" aria-label={title} data-place={pointerOf(path)}>
      <div className="rows-head"><p className="field-label">{title}</p>{help !== undefined && <p className="field-help">{help}</p>}</div>
      <Notes pointer={pointerOf(path)} id={`rows${pointerOf(path)}`} touched />
      <ol ref={place}>
        {rows.map((row, index) => (
          <li key={keyOf(row, index)} data-place={pointerOf([...path, index])}>
            {lead !== undefined && <div className="row-lead">{lead([...path, index], index)}</div>}
            <div className="row-body">
              {children([...path, index], index)}
              <Notes pointer={pointerOf([...path, index])} id={`row${pointerOf([...path, index])}`} touched />
            </div>
            {!readOnly && (
              <div className="row-tools" role="group" aria-label={`${noun} ${index + 1}`}>
                {!fixedOrder && <Tool label={`Move ${noun.toLowerCase()} ${index + 1} up`} face="↑" off={index === 0} press={() => move(index, -1)} />}
                {!fixedOrder && <Tool label={`Move ${noun.toLowerCase()} ${index + 1} down`} face="↓" off={index === rows.length - 1} press={() => move(index, 1)} />}
                <Tool label={`Remove ${noun.toLowerCase()} ${index + 1}`} face="✕" off={rows.length <= least} press={() => remove(index)} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && add !== undefined && <button type="button" className="add-row" onClick={() => put([...rows, add(document)], `${noun} ${rows.length + 1} was added.`, rows.length, 'row')}>+ Add {article(noun)}</button>}
    </section>
  );
}

function Tool({ label, face, off, press }: { label: string; face: string; off: boolean; press: () => void }) {
  return <button type="button" aria-label={label} title={label} disabled={off} onClick={press}>{face}</button>;
}

const keyOf = (row: unknown, index: number): string => textAt(row, ['id']) || `at-${index}`;
const article = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun.toLowerCase()}`;

/** What a row is called where another refers to it: its text without markup, its id where it has none. */
export function nameOf(row: ItemDocument, index: number): string {
  const text = textAt(row, ['text']) || textAt(row, ['label']) || textAt(row, ['title']);
  const plain = text.replace(/[*_`\\]/g, '').replace(/\s+/g, ' ').trim();
  return plain === '' ? `${index + 1}` : plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
}

/** The rows of a list as choices of a field that refers to them. */
export function useChoices(path: Path): { value: string; label: string }[] {
  const { document } = useItemForm();
  return rowsAt(document, path).map((row, index) => ({ value: textAt(row, ['id']), label: `${index + 1}. ${nameOf(row, index)}`.replace(/^(\d+)\. \1$/, '$1.') }));
}
