import { Dialog } from '../frame/Dialog.js';
import { unbroken } from '../time/words.js';
import { type Book, mark, type Row } from './book.js';

/** How a grade came about. */
export function GradeDialog({ row, book, close }: { row: Row | null; book: Book; close: () => void }) {
  return (
    <Dialog opened={row !== null} close={close} title={row === null ? '' : `${row.account.name}: ${row.total === null ? 'no grade yet' : mark(row.total)}`}>
      {row !== null && (
        <div className="stack">
          <table className="grid">
            <caption className="unseen">What each category comes to</caption>
            <thead><tr><th scope="col">Category</th><th scope="col" className="figure">Comes to</th><th scope="col" className="figure">Weighs</th></tr></thead>
            <tbody>{row.categories.map(({ category, value, share }) => (
              <tr key={category}><th scope="row">{book.categories.find(({ id }) => id === category)?.name ?? category}</th><td className="figure">{value === null ? <span className="quiet">nothing yet</span> : mark(value)}</td><td className="figure">{mark(share)}</td></tr>
            ))}</tbody>
          </table>
          <h3>How it was computed</h3>
          <ul className="lines">{row.explained.map((sentence) => <li key={sentence}>{unbroken(sentence)}</li>)}</ul>
        </div>
      )}
    </Dialog>
  );
}
