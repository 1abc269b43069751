import type { BookCellFragment, BookRowFragment, CohortGradebookQuery } from '../generated/graphql.js';

export type Book = NonNullable<CohortGradebookQuery['cohort']>['gradebook'];
export type Column = Book['columns'][number];
export type Row = BookRowFragment;
export type Cell = BookCellFragment;

/** With one decimal where there is one, rounded down: 79.96 never looks like the 80 that were needed. @param value 0..1 */
export function mark(value: number): string {
  return `${Math.floor(value * 1000 + 1e-7) / 10}\u00a0%`;
}

const words: Record<string, string> = { missing: '–', ahead: '', waiting: 'to mark', excused: 'excused', incomplete: 'put off' };
/** What stands in a cell. A session says whether she was there. */
export function shown(cell: Pick<Cell, 'state' | 'value'>, kind: string): string {
  if (cell.state !== 'marked' || cell.value === null) return words[cell.state] ?? cell.state;
  if (kind !== 'session') return mark(cell.value);
  return cell.value >= 1 ? 'there' : cell.value <= 0 ? 'absent' : mark(cell.value);
}

const spoken: Record<string, string> = { missing: 'nothing yet', ahead: 'nothing to mark', waiting: 'waits for a mark', excused: 'excused', incomplete: 'put off' };
const uses: Record<string, string> = { dropped: 'left out as among the lowest', zero: 'counted as 0' };
/** The same for those who hear it, with what became of it. */
export function told({ cell, column }: { cell: Cell; column: Column }): string {
  const what = cell.state === 'marked' ? shown(cell, column.kind) : spoken[cell.state] ?? cell.state;
  return [what, cell.use === null ? 'counts nowhere' : uses[cell.use], cell.override === null ? undefined : 'changed by staff'].filter((part) => part !== undefined).join(', ');
}

/** A number as people write it, 82.5 or 82,5 or 82 %, as 0..1; null: it is none. */
export function typedMark(text: string): number | null {
  const number = Number(text.replace('%', '').replace(',', '.').trim());
  return text.replace('%', '').trim() === '' || !Number.isFinite(number) || number < 0 || number > 100 ? null : number / 100;
}
