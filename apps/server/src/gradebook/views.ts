import { type BookCell, type Book, type BookRow } from './gradebook.service.js';
import type { GradebookCell, GradebookColumn, GradebookRow } from './gradebook.types.js';
import { overrideOf } from './marks.service.js';

export function rowView({ accountId, enrolmentId, cells, grade, explained }: BookRow): GradebookRow {
  return { accountId, enrolmentId, total: grade.total, incomplete: grade.incomplete, cells: cells.map(cellView), categories: grade.categories.map(({ id, value, share }) => ({ category: id, value, share })), explained };
}

function cellView({ column, enrolmentId, earned, attempts, mark, override, use }: BookCell): GradebookCell {
  return {
    column, enrolmentId, state: mark.state, value: mark.value, use, earned: earned.value, attempts: attempts?.submitted ?? 0, waiting: attempts?.pending ?? 0,
    override: override === null ? null : overrideOf(override), revision: override?.revision ?? 0,
  };
}

/** The columns with what all learners' marks in them come to. */
export function columnViews({ columns, settings, rows }: Book): GradebookColumn[] {
  return columns.map(({ id, kind, title, detail }, place) => {
    const cells = rows.flatMap((row) => row.cells[place] ?? []);
    const values = cells.flatMap(({ mark }) => (mark.value === null ? [] : [mark.value]));
    return { id, kind, title, detail, category: settings.columns[id] ?? null, mean: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length, marked: values.length, waiting: cells.filter(({ attempts }) => (attempts?.pending ?? 0) > 0).length };
  });
}
