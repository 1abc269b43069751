import { Refused } from '../../contract.js';

/** A row and the line it begins on, from 1. */
export interface Row { line: number; cells: string[] }
/** What may be the largest cell and the widest row of a table. */
const MOST_CELLS = 500;

/** Reads RFC 4180, with comma, semicolon or tab between cells as the first line has it. A quote that never closes ends at the next line that could begin a row. */
export function readTable(text: string): Row[] {
  const rest = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '');
  const heading = rest.split(/\r\n|\r|\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].map((one) => ({ one, count: heading.split(one).length })).sort((one, other) => other.count - one.count)[0]?.one ?? ',';
  const rows: Row[] = [];
  let row: Row = { line: 1, cells: [] };
  let cell = '';
  let quoted = false;
  let line = 1;
  let opened = 1;
  const endRow = (): void => {
    row.cells.push(cell);
    cell = '';
    if (row.cells.length > MOST_CELLS) throw new Refused('too-wide', `A row has more than ${String(MOST_CELLS)} cells.`, row.line);
    if (row.cells.some((one) => one.trim() !== '')) rows.push(row);
  };
  for (let at = 0; at < rest.length; at++) {
    const char = rest[at] ?? '';
    if (quoted) {
      if (char === '"' && rest[at + 1] === '"') { cell += '"'; at++; } else if (char === '"') quoted = false;
      else {
        if (char === '\n') line++;
        const end = plainUntil(rest, at + 1, /["\n]/g);
        cell += rest.slice(at, end);
        at = end - 1;
      }
    } else if (char === '"' && cell === '') { quoted = true; opened = line; } else if (char === delimiter) {
      row.cells.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && rest[at + 1] === '\n') at++;
      endRow();
      line++;
      row = { line, cells: [] };
    } else {
      const end = plainUntil(rest, at + 1, /["\r\n,;\t]/g);
      cell += rest.slice(at, end);
      at = end - 1;
    }
  }
  if (quoted) throw new Refused('unclosed', 'A quotation mark opens a cell and is never closed.', opened);
  endRow();
  return rows;
}

/** Where a run of characters that mean nothing ends: a cell of megabytes is not put together letter by letter. */
function plainUntil(text: string, from: number, special: RegExp): number {
  special.lastIndex = from;
  return special.exec(text)?.index ?? text.length;
}

/** A table with a byte order mark, so that spreadsheets read it as UTF-8. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

// A cell that a spreadsheet could take for a formula is preceded by an apostrophe (OWASP, CSV Injection); so is one
// that looks as if it had been, so that reading takes away exactly what writing added. Plain numbers stay numbers.
const formula = /^'*[\s]*[=+\-@\t\r＝＋－＠]/;
const number = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

function cellText(value: string): string {
  const safe = formula.test(value) && !number.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}
