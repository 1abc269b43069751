import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { SortHead } from '../frame/SortHead.js';
import type { GradebookSort } from '../generated/graphql.js';
import { type Book, type Column, mark, type Row, shown, told } from './book.js';
import { CellDialog } from './CellDialog.js';
import { GradeDialog } from './GradeDialog.js';
import { cellKeys } from './cellKeys.js';

interface Props { cohort: string; book: Book; archived: boolean; busy: boolean; sort: GradebookSort; descending: boolean; onSort: (sort: GradebookSort, descending: boolean) => void; onDone: (sentence: string) => void; renew: () => void }
/** Which dialog is open: of a learner's mark in a column, or (no column) of her grade. */
interface Opened { enrolment: string; column: string | null }

export function GradebookTable({ cohort, book, archived, busy, sort, descending, onSort, onDone, renew }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const rows = book.rows.edges.map(({ node }) => node);
  const row = rows.find(({ enrolment }) => enrolment.id === opened?.enrolment) ?? null;
  const head = (by: GradebookSort) => ({ sorted: sort !== by ? 'none' as const : descending ? 'descending' as const : 'ascending' as const, onSort: () => onSort(by, sort === by && !descending) });
  const close = () => setOpened(null);
  return (
    <>
      <div className="sheet book-sheet" tabIndex={0} role="group" aria-label="Gradebook">
        <table className="grid folds book" aria-busy={busy}>
          <caption className="unseen">Marks of each learner, and the grade</caption>
          <thead>
            <tr>
              <SortHead label="Learner" {...head('NAME')} />
              <SortHead label="Grade" figure {...head('TOTAL')} />
              {book.columns.map((column) => (
                <th key={column.id} scope="col" className={column.category === null ? 'figure idle' : 'figure'} title={`${column.title}, ${column.detail}`}>
                  <span className="name">{column.title}</span>
                  <span className="small quiet under">{under(column, book)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={cellKeys}>{rows.map((each) => <Line key={each.enrolment.id} row={each} book={book} open={(column) => setOpened({ enrolment: each.enrolment.id, column })} />)}</tbody>
          <tfoot>
            <tr>
              <th scope="row">Mean of all</th><td className="figure" />
              {book.columns.map((column) => <td key={column.id} data-label={column.title} className="figure">{column.mean === null ? <span className="quiet">–</span> : mark(column.mean)}{column.waiting > 0 && <span className="small quiet under">{column.waiting} to mark</span>}</td>)}
            </tr>
          </tfoot>
        </table>
      </div>
      <CellDialog cohort={cohort} row={row} column={book.columns.find(({ id }) => id === opened?.column) ?? null} archived={archived} close={close} onDone={(sentence) => { close(); onDone(sentence); }} renew={renew} />
      <GradeDialog row={opened !== null && opened.column === null ? row : null} book={book} close={close} />
    </>
  );
}

/** What a column's head says below its title. The category is named only where there are several. */
function under({ kind, detail, category }: Column, { categories }: Book): string {
  if (kind === 'hand-in') return 'hand-in';
  if (kind === 'session') return detail;
  if (category === null) return 'not counted';
  return categories.length < 2 ? '' : categories.find(({ id }) => id === category)?.name ?? '';
}

function Line({ row, book, open }: { row: Row; book: Book; open: (column: string | null) => void }) {
  return (
    <tr>
      <th scope="row"><Link to="/learners/$enrolment" params={{ enrolment: row.enrolment.id }} className="plain">{row.account.name}</Link></th>
      <td data-label="Grade" className="figure">
        <button type="button" className="mark strong" onClick={() => open(null)} aria-label={`Grade of ${row.account.name}: ${row.total === null ? 'none yet' : mark(row.total)}${row.incomplete ? ', incomplete' : ''}`}>{row.total === null ? '–' : mark(row.total)}{row.incomplete && <span className="small warn under">incomplete</span>}</button>
      </td>
      {row.cells.map((cell, place) => {
        const column = book.columns[place];
        if (column === undefined) return null;
        const text = shown(cell, column.kind);
        return (
          <td key={cell.column} data-label={column.title} className={column.category === null ? 'figure idle' : 'figure'}>
            {cell.enrolmentId === null ? <span className="quiet">takes another course</span> : (
              <button type="button" className={`mark ${cell.state} ${cell.use ?? ''}`} onClick={() => open(cell.column)} aria-label={`${column.title}, ${row.account.name}: ${told({ cell, column })}`}>
                {text === '' ? '·' : text}{cell.override !== null && <span aria-hidden="true"> ✎</span>}{cell.state === 'marked' && cell.waiting > 0 && <span className="small quiet under">one more to mark</span>}
              </button>
            )}
          </td>
        );
      })}
    </tr>
  );
}
